"""The form of a strength exercise."""
