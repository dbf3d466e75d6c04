"""The Run tab: log a run, and see what the last ones did."""
