"""The Plan tab: what the next session is, why, and the week around it."""
