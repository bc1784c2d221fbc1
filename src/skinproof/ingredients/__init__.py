"""Ingredient lists, routes and hazards."""
