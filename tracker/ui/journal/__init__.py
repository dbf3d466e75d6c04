"""The Journal tab: every record of every kind."""
