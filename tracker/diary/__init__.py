"""The one way to the person's records and today's answers."""
