"""The page for a clinician, as it is printed."""
