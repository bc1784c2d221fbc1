"""What the readers of words learn from, and how they are made."""
