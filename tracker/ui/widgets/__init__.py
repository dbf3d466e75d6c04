"""Reusable widgets: each knows its own keys and looks, none knows the diary."""
