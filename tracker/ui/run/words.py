"""The words of the run form's choices."""

from typing import Final

from tracker.domain.run import RPE_MAX, RunKind, RunOutcome, Surface
from tracker.rules.load import RPE_WORDS

Options = tuple[tuple[str, str], ...]

KIND: Final[Options] = tuple((kind.value, kind.value.replace("_", "-")) for kind in RunKind)
SURFACE: Final[Options] = tuple((surface.value, surface.value) for surface in Surface)
OUTCOME: Final[Options] = (
    (RunOutcome.COMPLETED, "nothing"),
    (RunOutcome.COMPLETED_SLOWED, "slowed"),
    (RunOutcome.COMPLETED_AFTER_STRETCH, "stretched"),
    (RunOutcome.STOPPED_PAIN, "stopped"),
    (RunOutcome.STOPPED_ALARM, "alarm sign"),
)
LIMP: Final = "limp"
PAINKILLER: Final = "painkiller"
ALSO: Final[Options] = ((LIMP, "limp"), (PAINKILLER, "painkiller before"))
ROUTINE: Final = "routine"
NO_RUNS: Final = "No runs yet. n logs one, i brings them in from files."
NO_SITES: Final = "No sites to score yet. Choose them with ctrl+p, “sites to track”."
LEGEND: Final = (
    "pain: before → worst → 60 min after. The response is decided by the next morning's score."
)


def rpe_word(rpe: int) -> str:
    """Give the word for an effort; the scale has none for 6, 8 and 9 (R-LOAD-01)."""
    if rpe in RPE_WORDS:
        return RPE_WORDS[rpe]
    below = max(value for value in RPE_WORDS if value < rpe)
    above = min(value for value in RPE_WORDS if value > rpe) if rpe < RPE_MAX else below
    return f"{RPE_WORDS[below]} to {RPE_WORDS[above]}"
