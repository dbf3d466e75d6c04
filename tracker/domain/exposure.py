"""What a day can be marked by when mornings are compared (R-AN-05.1)."""

from enum import StrEnum
from typing import Final


class Exposure(StrEnum):
    """One habit or circumstance of a day, by the key that is stored and printed."""

    RAN = "ran"
    LONG_RUN = "long_run"
    STRETCHED = "stretched"
    SHORT_SLEEP = "short_sleep"
    LONG_SITTING = "long_sitting"
    HARD_SURFACE = "hard_surface"
    CROSS_TRAINED = "cross_trained"
    HEAT = "heat"
    COLD = "cold"
    PAINKILLER = "painkiller"


FIXED_EXPOSURES: Final = (
    Exposure.RAN,
    Exposure.LONG_RUN,
    Exposure.STRETCHED,
    Exposure.SHORT_SLEEP,
    Exposure.LONG_SITTING,
    Exposure.HARD_SURFACE,
)
"""The six that every report looks at, fixed beforehand; any other is exploratory."""
