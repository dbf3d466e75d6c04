"""Three short questionnaires in our own words (section 8).

They keep the idea of published instruments, not their text, and their values are not comparable
with published ones.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.rules import constants as c

NOT_OFFICIAL: Final = "Not the official instrument, not comparable with published values."
WITHIN_WOBBLE: Final = "within normal wobble"
PROBABLY_NOTICEABLE: Final = "probably noticeable"


@dataclass(frozen=True, slots=True)
class ImpactQuestion:
    """One question of the weekly check with its four options, mildest first."""

    text: str
    options: tuple[str, str, str, str]


_MUCH = ("not", "a bit", "clearly", "a lot")

IMPACT_QUESTIONS: Final = (
    ImpactQuestion(
        "Running with this complaint",
        ("ran as usual, no trouble", "ran as usual with trouble", "ran less", "couldn't run"),
    ),
    ImpactQuestion("Changed your training", _MUCH),
    ImpactQuestion("Performance lower", _MUCH),
    ImpactQuestion("Symptoms", ("none", "mild", "moderate", "severe")),
)
IMPACT_VALUES: Final = (0, 8, 17, 25)
IMPACT_MAX: Final = 100

PAIN_IMPACT_QUESTIONS: Final = (
    "Past week: average pain, 0 to 10",
    "Past week: how much it got in the way of enjoying life, 0 to 10",
    "Past week: how much it got in the way of everyday activity, 0 to 10",
)
ACTIVITY_PROMPT: Final = "0 means you can't, 10 means as before."

_COULD_NOT_RUN = 3
_SUBSTANTIAL_OPTION = 2
_ACTIVITY_MEAN_CHANGE = 2
_ACTIVITY_SINGLE_CHANGE = 3


@dataclass(frozen=True, slots=True)
class Impact:
    """The weekly check's result: 0-100; both None where a skipped question leaves it incomplete."""

    score: int | None
    substantial: bool | None


def impact(options: Sequence[int | None]) -> Impact:
    """Score the four option numbers 0-3, None for a skipped one (R-Q-01).

    The first question ends the check: as usual without trouble is 0, couldn't run is 100.
    """
    answers = [*options, None, None, None, None][: len(IMPACT_QUESTIONS)]
    if answers[0] == 0:
        return Impact(0, substantial=False)
    if answers[0] == _COULD_NOT_RUN:
        return Impact(IMPACT_MAX, substantial=True)
    given = [option for option in answers if option is not None]
    if len(given) < len(IMPACT_QUESTIONS):
        return Impact(None, None)
    return Impact(
        sum(IMPACT_VALUES[option] for option in given),
        substantial=max(given[1], given[2]) >= _SUBSTANTIAL_OPTION,
    )


def pain_impact(answers: Sequence[int | None]) -> Fraction | None:
    """Return the exact mean of the three answers 0-10; None where one is missing (R-Q-02)."""
    given = [answer for answer in answers if answer is not None]
    if len(given) != len(PAIN_IMPACT_QUESTIONS):
        return None
    return Fraction(sum(given), len(given))


def pain_impact_word(now: Fraction, before: Fraction) -> str:
    """Return whether a change of the pain impact is probably noticeable (C-26)."""
    return PROBABLY_NOTICEABLE if abs(now - before) >= c.PEG_CHANGE else WITHIN_WOBBLE


def activities_word(now: Sequence[int], before: Sequence[int]) -> str:
    """Compare the same one to three own activities 0-10 at two times (R-Q-03)."""
    change = abs(Fraction(sum(now), len(now)) - Fraction(sum(before), len(before)))
    needed = _ACTIVITY_SINGLE_CHANGE if len(now) == 1 else _ACTIVITY_MEAN_CHANGE
    return PROBABLY_NOTICEABLE if change >= needed else WITHIN_WOBBLE
