"""Flares, episodes, visits, and the records of a day."""
