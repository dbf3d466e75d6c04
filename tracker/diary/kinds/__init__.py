"""The kinds of records, each declared once: its fields, its words, how it is made and read."""
