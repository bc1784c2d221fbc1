"""Case → Answer: gather, decide, write."""
