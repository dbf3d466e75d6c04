"""The command line face of the diary."""
