"""Everything a person may choose, on one page."""
