"""The catalogue's entries, one module an area of the rules."""
