"""How long a red flag stays: its life cycle over dated answers and clearances (R-RED-41)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias

from tracker.domain.check_in import CheckIn
from tracker.domain.pain import Night
from tracker.domain.screening import Clearance, Retraction
from tracker.rules import constants as c
from tracker.rules.red_flags import FLAGS, RED_FLAGS, TICKABLE, bone_flags, night_flag
from tracker.rules.screening import ALLOWS_RUNNING, covers, latest_word
from tracker.rules.session import WOKEN

Moment: TypeAlias = tuple[date, datetime]
"""What orders records that speak of a day: that day, then when they were written."""

_QUIET_AFTER_CLEARANCE = frozenset({"R-RED-25", "R-RED-26"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedFlag:
    """One flag answered yes or no, by its id. One day's answers count together: any yes wins."""

    flag: str
    day: date
    at: datetime
    yes: bool = True

    @property
    def moment(self) -> Moment:
        """Give what orders answers and clearances: the day they speak of, then when written."""
        return self.day, self.at


def dated_flags(check_ins: Iterable[CheckIn]) -> tuple[DatedFlag, ...]:
    """Give every answer that bears on a flag, from all check-ins, oldest first."""
    found = [flag for item in check_ins for flag in _answers_of(item)]
    return tuple(sorted(found, key=lambda flag: flag.moment))


def active_flags(
    check_ins: Sequence[CheckIn],
    clearances: Iterable[Clearance] = (),
    retractions: Iterable[Retraction] = (),
    *,
    today: date,
    computed: Iterable[str] = (),
) -> tuple[str, ...]:
    """Give the ids of all flags active today, sorted as text.

    `computed` are the ids that today's records raise by themselves (`computed_flags`), from what
    is newer than `cleared_on`. The flags of the nights are worked out here, from the check-ins.
    """
    past = [item for item in check_ins if item.day <= today]
    answers = dated_flags(past)
    cleared = [item for item in clearances if item.day <= today]
    taken_back = [item for item in retractions if item.day <= today]
    active = {
        flag.id
        for flag in RED_FLAGS
        if not flag.derived and _sticks(flag.id, answers, cleared, taken_back, today=today)
    }
    active |= {flag for flag in computed if not _quiet(flag, cleared, today=today)}
    active |= {
        answer.flag
        for answer in answers
        if answer.yes and answer.day == today and FLAGS[answer.flag].derived
    }
    active |= _night_flags(past, cleared, today=today) if "R-RED-21c" not in active else set()
    return tuple(sorted(active))


def cleared_on(flag: str, clearances: Iterable[Clearance], *, today: date) -> date | None:
    """Give the day of the latest clearance that covers a flag, if it allows running."""
    moment = cleared_at(flag, clearances, today=today)
    return None if moment is None else moment[0]


def cleared_at(flag: str, clearances: Iterable[Clearance], *, today: date) -> Moment | None:
    """Give the moment of the latest clearance that covers a flag, if it allows running.

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


def _answers_of(item: CheckIn) -> list[DatedFlag]:
    answers = [
        DatedFlag(flag=TICKABLE[answer.key].id, day=item.day, at=item.at, yes=answer.yes)
        for answer in item.answers
        if answer.key in TICKABLE
    ]
    answers += [
        DatedFlag(flag=flag, day=item.day, at=item.at) for flag in bone_flags(item.bone_focal)
    ]
    if item.night is Night.UNRELENTING:
        answers.append(DatedFlag(flag="R-RED-21c", day=item.day, at=item.at))
    return answers


def _night_flags(
    check_ins: Sequence[CheckIn], clearances: Sequence[Clearance], *, today: date
) -> set[str]:
    """Give 21b, from the nights since a clearance that covers it, else 21a."""
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
    """Say whether the latest yes to a flag still stands."""
    said = [answer for answer in answers if answer.flag == flag]
    yes_days = {answer.day for answer in said if answer.yes}
    last_yes = max((answer.moment for answer in said if answer.yes), default=None)
    if last_yes is None or _switched_off(flag, last_yes, clearances):
        return False
    if any(item.flag == flag and item.at >= last_yes[1] for item in retractions):
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


def _quiet(flag: str, clearances: Sequence[Clearance], *, today: date) -> bool:
    since = cleared_on(flag, clearances, today=today)
    if since is None or flag not in _QUIET_AFTER_CLEARANCE:
        return False
    return (today - since).days < c.QUIET_DAYS
