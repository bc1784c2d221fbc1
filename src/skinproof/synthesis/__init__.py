"""From single findings to graded verdicts."""
