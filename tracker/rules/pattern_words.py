"""What is said about patterns (R-AN-05.7, R-AN-05.8)."""

from collections.abc import Mapping
from typing import Final

from tracker.domain.exposure import AnyExposure, Exposure, OwnExposure
from tracker.domain.text import counted
from tracker.rules import constants as c

Q_BELOW: Final = 0.10
SHIFT_P_MAX: Final = 0.05
EFFECT_MIN: Final = 0.5
"""The three checks of R-AN-05.7: all must hold."""

LABELS: Final[Mapping[Exposure, str]] = {
    Exposure.RAN: "Ran",
    Exposure.LONG_RUN: "Long run",
    Exposure.STRETCHED: "Stretched",
    Exposure.SHORT_SLEEP: "Short sleep",
    Exposure.LONG_SITTING: "Long sitting",
    Exposure.HARD_SURFACE: "Hard surface",
    Exposure.CROSS_TRAINED: "Cross-training",
    Exposure.HEAT: "Heat",
    Exposure.COLD: "Cold",
    Exposure.PAINKILLER: "Painkiller",
}

PHRASES: Final[Mapping[Exposure, str]] = {
    Exposure.RAN: "a day with a run",
    Exposure.LONG_RUN: "a day with a run longer than 90 % of your longest in 30 days",
    Exposure.STRETCHED: "a day with a stretch routine",
    Exposure.SHORT_SLEEP: "a day that began with less than 6 h of sleep",
    Exposure.LONG_SITTING: "a day with more than 8 h of sitting",
    Exposure.HARD_SURFACE: "a day with a run mainly on a hard surface",
    Exposure.CROSS_TRAINED: "a day with cross-training",
    Exposure.HEAT: "a day with heat",
    Exposure.COLD: "a day with cold",
    Exposure.PAINKILLER: "a day with a painkiller",
}
"""How each goes on after "on mornings after"."""

DEFINITIONS: Final[Mapping[Exposure, str]] = {
    Exposure.RAN: "Any run on that day.",
    Exposure.LONG_RUN: (
        "A run longer than 90 % of the longest of the 30 days before. A run without a distance, or"
        " without another in those days, is left out."
    ),
    Exposure.STRETCHED: (
        "A routine with at least 70 % of its steps done (R-STR-09), but for the mid-run reset."
    ),
    Exposure.SHORT_SLEEP: (
        "Less than 6 h in the night before that day. Days without your hours of sleep are left out."
    ),
    Exposure.LONG_SITTING: (
        "More than 8 h of sitting in that day's check-in. Days without the hours are left out."
    ),
    Exposure.HARD_SURFACE: (
        "Asphalt or concrete in that day's longest run, against other surfaces. Days without a run,"
        " or without its surface, are left out."
    ),
    Exposure.CROSS_TRAINED: "Any cross-training on that day.",
    Exposure.HEAT: "Heat logged on that day.",
    Exposure.COLD: "Cold logged on that day.",
    Exposure.PAINKILLER: "A painkiller said in any check-in of that day.",
}
"""When a day counts, at values fixed beforehand."""


def label_of(exposure: AnyExposure) -> str:
    """Return the name of an exposure as lists have it."""
    return exposure.label if isinstance(exposure, OwnExposure) else LABELS[exposure]


def definition_of(exposure: AnyExposure) -> str:
    """Return when a day counts."""
    return exposure.definition if isinstance(exposure, OwnExposure) else DEFINITIONS[exposure]


def _phrase_of(exposure: AnyExposure) -> str:
    return exposure.phrase if isinstance(exposure, OwnExposure) else PHRASES[exposure]


EXPLORATORY: Final = "exploratory"
FULLER: Final = f"A fuller look is possible from {c.PATTERN_FULLER_PAIRS} days."
SAME_SCORES: Final = "The score was the same on all these days, so there is nothing to compare."
NOT_APART: Final = (
    "On these days it went along with that morning's score so closely that the two can't be told"
    " apart."
)
SMALL: Final = "That is less than half a point, too little to make anything of."
MAY_BE_CHANCE: Final = "A difference like this can be chance."


STEPS: Final = (
    (
        "Days are paired with the morning after. Six exposures are fixed beforehand; any other is"
        " exploratory. Hours and distances are split at stated values, not where it looks best."
    ),
    (
        f"There must be {c.PATTERN_PAIRS_MIN} pairs, {c.PATTERN_GROUP_MIN} of them with and as many"
        " without."
    ),
    (
        "The next morning's score is estimated from the exposure and the day's own score (least"
        " squares): people stretch, rest or cool when it hurts."
    ),
    "The interval is the 95 % t interval of that estimate.",
    (
        "The exposure is moved along the diary by every possible number of days: a pattern must fit"
        " better where it stands than in 95 % of the other places."
    ),
    (
        "Several looks at once find more by chance: the q value of Benjamini and Hochberg reckons"
        " with them."
    ),
    "A pattern is named only when all checks agree and the difference is half a point or more.",
    "It is said as a pattern in your diary, with its days, and never as a reason for the pain.",
)
"""How it is worked out, in the order of R-AN-05."""


def figures_words(effect: float | None, low: float | None, high: float | None) -> str:
    """Write an effect with its interval: "+0.4 (+0.0 to +0.7)"; "" where there is none."""
    if effect is None or low is None or high is None:
        return ""
    return f"{effect:+z.1f} ({low:+z.1f} to {high:+z.1f})"


def checks_words(
    *, effect: float | None, p: float | None, q: float | None, shift_p: float | None
) -> tuple[tuple[str, str], ...]:
    """Say how each check came out, by its short name; none where nothing was estimated."""
    if effect is None or p is None or q is None or shift_p is None:
        return ()
    checks = (
        ("size", abs(effect) >= EFFECT_MIN, f"{abs(effect):.2f} points; {EFFECT_MIN} or more"),
        ("all looks", q < Q_BELOW, f"q {q:.3f} (from p {p:.3f}); below {Q_BELOW:.2f}"),
        ("moved", shift_p <= SHIFT_P_MAX, f"{shift_p:.3f}; at most {SHIFT_P_MAX:.2f}"),
    )
    return tuple(
        (name, f"{words}: {'holds' if holds else 'does not hold'}") for name, holds, words in checks
    )


def pattern_text(
    exposure: AnyExposure, *, effect: float, low: float, high: float, days: int
) -> str:
    """Return the sentence of a pattern worth watching, to the letter of R-AN-05.8."""
    return (
        f"{_figures(exposure, effect=effect, low=low, high=high, days=days)} This is a pattern in"
        " your diary, not proof of cause; something else may explain both."
    )


def no_pattern_text(
    exposure: AnyExposure, *, effect: float, low: float, high: float, days: int
) -> str:
    """Return the sentence where the checks do not agree: the same figures, and no claim."""
    figures = _figures(exposure, effect=effect, low=low, high=high, days=days)
    return f"{figures} {SMALL if abs(effect) < EFFECT_MIN else MAY_BE_CHANCE}"


def _figures(exposure: AnyExposure, *, effect: float, low: float, high: float, days: int) -> str:
    return (
        f"On mornings after {_phrase_of(exposure)} your score was on average"
        f" {figures_words(effect, low, high)} compared with other mornings, allowing for the day"
        f" before ({days} days)."
    )


def gaps_words(left_out: int) -> str:
    """Say how many days of a span make no pair (R-AN-08)."""
    if left_out == 0:
        return "no day left out"
    return f"{counted(left_out, 'day')} left out"


def is_pattern(*, effect: float, q: float, shift_p: float) -> bool:
    """Return whether all three checks of R-AN-05.7 hold."""
    return q < Q_BELOW and shift_p <= SHIFT_P_MAX and abs(effect) >= EFFECT_MIN
