"""Patterns in mornings, and the own tests that follow from them."""
