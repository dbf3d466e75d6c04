"""What is to be said about red flags beside a verdict (R-RED-41)."""

from collections.abc import Collection, Iterator
from datetime import date

from tracker.diary.flags import computed_flags
from tracker.diary.recent_runs import recent_runs
from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.screening import Clearance, Screening
from tracker.domain.visit import Visit
from tracker.rules.explanations import Explanation
from tracker.rules.flag_history import QUIET_AFTER_VISIT, quiet_until
from tracker.rules.red_flags import FLAGS
from tracker.rules.screening import has_bone_risk
from tracker.rules.symptoms import contradictions


def flag_remarks(
    snapshot: Snapshot, day: date, *, active: Collection[str]
) -> tuple[Explanation, ...]:
    """Return where answers contradict symptoms, and what a visit keeps quiet.

    An earlier day's contradiction is said while its flag is one of the `active` ones.
    """
    bone_risk = has_bone_risk(snapshot.of(Screening), today=day)
    of_day = snapshot.check_ins.get(day, ())
    found = {each.flag: each.text for each in contradictions(of_day, bone_risk=bone_risk)}
    for earlier in sorted({each.day for each in snapshot.alarming if each.day < day}, reverse=True):
        both = (*snapshot.check_ins[earlier], *of_day)
        for each in contradictions(both, bone_risk=bone_risk):
            if each.flag in active:
                found.setdefault(each.flag, f"{format_day_of_year(earlier)}: {each.text}")
    # Two flags of one symptom contradict the answer in the same words: those are said once.
    first_of = {found[flag]: flag for flag in sorted(found, reverse=True)}
    said = (Explanation(flag, text) for text, flag in reversed(first_of.items()))
    return (*said, *_quiet(snapshot, day))


def _quiet(snapshot: Snapshot, day: date) -> Iterator[Explanation]:
    until = quiet_until(
        (visit.day for visit in snapshot.of(Visit)), snapshot.of(Clearance), today=day
    )
    if until is None:
        return
    recent = recent_runs(snapshot, day)
    for flag in sorted(QUIET_AFTER_VISIT.intersection(computed_flags(snapshot, recent))):
        words = f"quiet until {format_day_of_year(until)}: you saw somebody"
        yield Explanation(flag, f"{FLAGS[flag].title}, {words}")
