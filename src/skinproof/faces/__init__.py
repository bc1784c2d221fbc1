"""Thin doors to the public functions."""
