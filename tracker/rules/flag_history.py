"""How long a red flag stays: its life cycle over dated answers and clearances (R-RED-41)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeAlias

from tracker.domain.check_in import CheckIn
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Night
from tracker.domain.screening import Clearance, Retraction
from tracker.rules import constants as c
from tracker.rules.red_flags import FLAGS, TICKABLE, bone_flags, night_flag
from tracker.rules.screening import ALLOWS_RUNNING, covers, latest_word
from tracker.rules.session import WOKEN
from tracker.rules.symptoms import raised_by

Moment: TypeAlias = tuple[date, datetime]
"""What orders records that speak of a day: that day, then when they were written."""

QUIET_AFTER_VISIT = frozenset({"R-RED-25", "R-RED-26"})
_ENDS_WITH_THE_SYMPTOM = frozenset({"R-RED-24"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedFlag:
    """One flag answered yes or no, by its id. One day's answers count together: any yes wins."""

    flag: str
    day: date
    at: datetime
    yes: bool = True

    @property
    def moment(self) -> Moment:
        """Return what orders answers and clearances: the day they speak of, then when written."""
        return self.day, self.at


def dated_flags(check_ins: Iterable[CheckIn], *, bone_risk: bool = False) -> tuple[DatedFlag, ...]:
    """Return every answer and symptom that bears on a flag, from all check-ins, oldest first."""
    found = [flag for item in check_ins for flag in _answers_of(item, bone_risk=bone_risk)]
    return tuple(sorted(found, key=lambda flag: flag.moment))


def active_flags(
    check_ins: Sequence[CheckIn],
    clearances: Iterable[Clearance] = (),
    retractions: Iterable[Retraction] = (),
    *,
    today: date,
    computed: Iterable[str] = (),
    visits: Iterable[date] = (),
    bone_risk: bool = False,
) -> tuple[str, ...]:
    """Return the ids of all flags active today, sorted as text.

    `computed` are the ids that today's records raise by themselves (`computed_flags`), from what
    is newer than `cleared_on`; `visits` the days of visits to somebody; `bone_risk` is R-SCR-05's
    answer. The flags of the nights and of the symptoms are worked out here, from the check-ins.
    """
    past = [item for item in check_ins if item.day <= today]
    answers = dated_flags(past, bone_risk=bone_risk)
    cleared = [item for item in clearances if item.day <= today]
    taken_back = [item for item in retractions if item.day <= today]
    said = {answer.flag for answer in answers if answer.yes}
    active = {
        flag
        for flag in said
        if not FLAGS[flag].derived and _sticks(flag, answers, cleared, taken_back, today=today)
    }
    active |= symptoms_today(past, cleared, taken_back, bone_risk=bone_risk)
    quiet = quiet_until(visits, cleared, today=today) is not None
    active |= {flag for flag in computed if not (quiet and flag in QUIET_AFTER_VISIT)}
    active |= {
        answer.flag
        for answer in answers
        if answer.yes and answer.day == today and FLAGS[answer.flag].derived
    }
    active |= _night_flags(past, cleared, today=today) if "R-RED-21c" not in active else set()
    return tuple(sorted(active))


def cleared_on(flag: str, clearances: Iterable[Clearance], *, today: date) -> date | None:
    """Return the day of the latest clearance that covers a flag, if it allows running."""
    moment = cleared_at(flag, clearances, today=today)
    return None if moment is None else moment[0]


def cleared_at(flag: str, clearances: Iterable[Clearance], *, today: date) -> Moment | None:
    """Return the moment of the latest clearance that covers a flag, if it allows running.

    What the diary recorded up to then no longer raises a computed flag.
    """
    spoken = [item for item in clearances if covers(item, flag) and item.day <= today]
    latest = latest_word(spoken)
    if latest is None or latest.allows not in ALLOWS_RUNNING:
        return None
    return latest.day, latest.at


def nights_woken(check_ins: Iterable[CheckIn], *, today: date) -> int:
    """Count the nights with wakes or unrelenting in the last seven, the last one included."""
    first = today - timedelta(days=c.WEEK_DAYS - 1)
    return len(
        {item.day for item in check_ins if first <= item.day <= today and item.night in WOKEN}
    )


def quiet_until(
    visits: Iterable[date], clearances: Iterable[Clearance] = (), *, today: date
) -> date | None:
    """Return the last day on which R-RED-25 and R-RED-26 stay quiet; None where they speak (C-37).

    Quiet are the 90 days after a visit or a clearance that allows running: the advice of these two
    flags is to see somebody, and that was done.
    """
    seen = [*visits, *(item.day for item in clearances if item.allows in ALLOWS_RUNNING)]
    last = max((day for day in seen if day <= today), default=None)
    until = None if last is None else last + timedelta(days=c.QUIET_DAYS)
    return until if until is not None and today <= until else None


def symptoms_today(
    check_ins: Sequence[CheckIn],
    clearances: Iterable[Clearance] = (),
    retractions: Iterable[Retraction] = (),
    *,
    bone_risk: bool = False,
) -> set[str]:
    """Return the flags that end with their symptom: those of the latest day with a score."""
    latest = max((item.day for item in check_ins if item.scores), default=None)
    of_day = [item for item in check_ins if item.day == latest]
    raised = [
        DatedFlag(flag=flag, day=item.day, at=item.at)
        for item in of_day
        for flag in raised_by(item, bone_risk=bone_risk) & _ENDS_WITH_THE_SYMPTOM
    ]
    return {
        each.flag
        for each in raised
        if not _switched_off(each.flag, each.moment, tuple(clearances))
        and not _taken_back(each.flag, each.at, retractions)
    }


def _answers_of(item: CheckIn, *, bone_risk: bool) -> list[DatedFlag]:
    answers = [
        DatedFlag(flag=TICKABLE[answer.key].id, day=item.day, at=item.at, yes=answer.yes)
        for answer in item.answers
        if answer.key in TICKABLE
    ]
    lasting = raised_by(item, bone_risk=bone_risk) - _ENDS_WITH_THE_SYMPTOM
    answers += [
        DatedFlag(flag=flag, day=item.day, at=item.at)
        for flag in sorted(_bones_of(item, bone_risk=bone_risk) | lasting)
    ]
    if item.night is Night.UNRELENTING:
        answers.append(DatedFlag(flag="R-RED-21c", day=item.day, at=item.at))
    return answers


def _bones_of(item: CheckIn, *, bone_risk: bool) -> set[str]:
    return bone_flags(
        replace(bone, bone_risk=bone.bone_risk or bone_risk) for bone in item.bone_focal
    )


def _night_flags(
    check_ins: Sequence[CheckIn], clearances: Sequence[Clearance], *, today: date
) -> set[str]:
    """Return 21b, from the nights since a clearance that covers it, else 21a."""
    nights = {item.night for item in check_ins if item.day == today}
    last = Night.WAKES if Night.WAKES in nights else None
    since = cleared_on("R-RED-21b", clearances, today=today)
    newer = [item for item in check_ins if since is None or item.day > since]
    flag = night_flag(last, nights_woken(newer, today=today))
    return set() if flag is None else {flag}


def _sticks(
    flag: str,
    answers: Sequence[DatedFlag],
    clearances: Sequence[Clearance],
    retractions: Sequence[Retraction],
    *,
    today: date,
) -> bool:
    """Return whether the latest yes to a flag still stands."""
    said = [answer for answer in answers if answer.flag == flag]
    yes_days = {answer.day for answer in said if answer.yes}
    last_yes = max((answer.moment for answer in said if answer.yes), default=None)
    if last_yes is None or _switched_off(flag, last_yes, clearances):
        return False
    if _taken_back(flag, last_yes[1], retractions):
        return False
    if FLAGS[flag].hold:
        return True
    answered_no = any(
        not answer.yes and answer.moment > last_yes and answer.day not in yes_days
        for answer in said
    )
    return not answered_no and (today - last_yes[0]).days < c.ADVICE_DAYS


def _switched_off(flag: str, last_yes: Moment, clearances: Sequence[Clearance]) -> bool:
    """Judge by the latest clearance that covers the flag and is not older than the answer."""
    spoken = [item for item in clearances if covers(item, flag) and (item.day, item.at) >= last_yes]
    latest = latest_word(spoken)
    return latest is not None and latest.allows in ALLOWS_RUNNING


def _taken_back(flag: str, at: datetime, retractions: Iterable[Retraction]) -> bool:
    return any(item.flag == flag and item.at >= at for item in retractions)
