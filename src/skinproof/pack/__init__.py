"""Facts → the pack that answers are looked up in."""
