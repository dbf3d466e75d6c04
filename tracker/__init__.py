"""Backstride: a symptom-aware run tracker for the terminal."""

__version__ = "0.2.0"
