"""Pooling: models over effect sizes, their heterogeneity, and what a single study does to them."""
