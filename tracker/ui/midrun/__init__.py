"""The mid-run protocol on the screen: the live guide, and steps that are typed afterwards."""
