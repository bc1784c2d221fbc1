"""Red flags, precautions, combinations and intervals: said before any benefit."""
