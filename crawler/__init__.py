"""Piagam: reads regional Indonesian news and reports public-service awards with their proof."""

__version__ = "0.1.0"
