"""The full-screen face of the diary."""
