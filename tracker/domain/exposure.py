"""What a day can be marked by when mornings are compared (R-AN-05.1)."""

from enum import StrEnum
from typing import Final, TypeAlias

from tracker.domain.dataclass import dataclass


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


@dataclass(frozen=True, slots=True)
class OwnExposure:
    """An exposure that only this diary has: an own factor, or a piece of gear.

    `phrase` goes on after "on mornings after", `definition` says when a day counts.
    """

    key: str
    label: str
    phrase: str
    definition: str

    def __str__(self) -> str:
        """Return the key, as of any other exposure."""
        return self.key


AnyExposure: TypeAlias = Exposure | OwnExposure

FIXED_EXPOSURES: Final = (
    Exposure.RAN,
    Exposure.LONG_RUN,
    Exposure.STRETCHED,
    Exposure.SHORT_SLEEP,
    Exposure.LONG_SITTING,
    Exposure.HARD_SURFACE,
)
"""The six that every report looks at, fixed beforehand; any other is exploratory."""
