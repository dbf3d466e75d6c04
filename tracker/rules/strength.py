"""What is said of strength and tendon loading (R-XT-05): shown, and counted for no advice."""

from typing import Final

PROMISES_NOTHING: Final = (
    "Exercise with good advice comes first for a sore tendon; nothing here promises fewer injuries."
)
COUNT_TEXT: Final = "Once a month: how many heel raises on one leg, each side, with `--count most`?"
