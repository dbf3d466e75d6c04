"""How a step was left without a result."""

from enum import StrEnum


class Skipped(StrEnum):
    """Skipped for good, or left for later."""

    SKIP = "skip"
    LATER = "later"
