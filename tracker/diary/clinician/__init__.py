"""One page for a clinician: what the diary knows, without a word of what it may mean (R-SUM-01)."""
