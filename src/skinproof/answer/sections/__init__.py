"""The parts of an answer, one a file."""
