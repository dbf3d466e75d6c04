"""Heat, cold and other remedies: the timer, its cautions, and the form for what was not timed."""
