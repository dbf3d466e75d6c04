"""Forms: the rows of declared fields, saving, and leaving."""
