"""Alarm signs: the list that asks for them, and the screen that says what to do."""
