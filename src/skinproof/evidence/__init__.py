"""Studies as the facts hold them, and reading the pack."""
