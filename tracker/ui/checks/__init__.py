"""Short questionnaires."""
