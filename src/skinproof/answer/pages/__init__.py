"""What the evidence pages show: one treatment, one outcome, one study, a comparison, a search."""
