"""What exists: typed records of the facts, their checking, and the lexicon."""
