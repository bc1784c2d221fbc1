"""Effect sizes: from means, counts, rates, proportions and correlations to an estimate with its sampling variance."""
