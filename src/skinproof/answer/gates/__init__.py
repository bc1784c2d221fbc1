"""The gates of the bottom line: each decides or stays silent; bottom_line.py sets their order."""
