"""Measurements: against peers, floors, published ratings and questions of real people."""
