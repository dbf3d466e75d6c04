"""The editor of a person's own routines."""
