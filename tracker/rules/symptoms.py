"""Red flags that the words for a pain raise by themselves (R-RED-22, R-RED-23, R-RED-24).

How a pain feels is asked once for a check-in, not for each site; so every site that hurts in it is
judged.
"""

from collections.abc import Iterable
from typing import Final

from tracker.domain.check_in import CheckIn
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Pattern, Quality, Spread
from tracker.rules.red_flags import LEG_QUALITIES, TICKABLE, bone_flag, bone_flags


def raised_by(check_in: CheckIn, *, bone_risk: bool = False) -> frozenset[str]:
    """Return the ids of the flags that a check-in's symptoms raise, whatever the list's answers.

    `bone_risk` is R-SCR-05's answer.
    """
    legs = LEG_QUALITIES & set(check_in.quality) and check_in.spread is Spread.BELOW_KNEE
    tingling = frozenset({"R-RED-24"}) if legs else frozenset()
    return tingling | _bones(check_in, bone_risk=bone_risk)


def _bones(check_in: CheckIn, *, bone_risk: bool) -> frozenset[str]:
    worse = bone_risk or check_in.pattern is Pattern.WORSE_THROUGH_RUN
    if Quality.PINPOINT_BONE not in check_in.quality or not worse:
        return frozenset()
    found = frozenset(
        bone_flag(score.site, score.part) for score in check_in.scores if score.score > 0
    )
    return found or frozenset({"R-RED-22"})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A flag that a symptom raises though the alarm list was answered without it (R-RED-41)."""

    flag: str
    text: str


_BONE_TEXT: Final = (
    "You ticked none of these, and pin-point pain on a bone. The two don't fit together: the pain"
    " counts."
)
_LEG_TEXT: Final = (
    "You ticked none of these, and tingling, numbness or a shooting pain below the knee. The two"
    " don't fit together: the symptom counts."
)


def contradictions(
    check_ins: Iterable[CheckIn], *, bone_risk: bool = False
) -> tuple[Contradiction, ...]:
    """Return where the list of one day and its symptoms don't fit together, sorted by flag."""
    of_day = tuple(check_ins)
    if not any(item.full_list for item in of_day):
        return ()
    raised = {flag for item in of_day for flag in raised_by(item, bone_risk=bone_risk)}
    ticked = {
        TICKABLE[answer.key].id
        for item in of_day
        for answer in item.answers
        if answer.yes and answer.key in TICKABLE
    }
    bones = {flag for item in of_day for flag in bone_flags(item.bone_focal)}
    return tuple(
        Contradiction(flag, _LEG_TEXT if flag == "R-RED-24" else _BONE_TEXT)
        for flag in sorted(raised - ticked - bones)
    )
