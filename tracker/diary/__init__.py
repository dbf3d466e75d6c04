"""The one door to the person's records and today's answers."""
