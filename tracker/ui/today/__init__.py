"""The Today tab: check-in, verdict, what is next."""
