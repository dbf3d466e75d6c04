"""Taking in what other machines changed."""
