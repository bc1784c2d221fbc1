"""Words → Case."""
