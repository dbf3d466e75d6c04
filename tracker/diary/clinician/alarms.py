"""What was asked about alarm signs, and what was answered (R-SUM-01, 9)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from tracker.diary.clinician.request import Period
from tracker.diary.clinician.words import dated, days_words, listed_words
from tracker.diary.day_state import day_state
from tracker.diary.flags import active_flags_on
from tracker.diary.kinds.clearance import ALLOWS_WORDS, covered_words
from tracker.diary.kinds.visit import BY_WORDS
from tracker.diary.snapshot import Snapshot
from tracker.domain.screening import Clearance, Retraction, Screening
from tracker.domain.text import counted
from tracker.insight.page import Block, Facts
from tracker.rules.flag_history import cleared_on
from tracker.rules.red_flags import FLAGS, RED_FLAGS
from tracker.rules.session import WOKEN

LISTED_AT_LEAST: Final = 4
"""What speaks of an alarm gives way last."""
_BY_KEY: Final = {flag.key: flag for flag in RED_FLAGS if flag.key is not None}

_SHORT: Final = {
    "structural": "told of a structural problem of the spine",
    "condition": "heart, circulation, kidney or diabetes condition",
    "symptoms": "chest, breathing or circulation symptoms",
    "bone_risk": "bone risk",
    "pregnancy": "pregnant, or a recent birth",
    "told_to_avoid": "told to avoid running or to be supervised",
}
"""The screening questions in short, by the answers that matter where they are yes."""


def alarm_blocks(snapshot: Snapshot, period: Period, *, most: int) -> tuple[Block, ...]:
    """Return the signs with their days and answers, nights, clearances, the questions before."""
    most = max(most, LISTED_AT_LEAST)
    facts = tuple((label, words) for label, words in _facts(snapshot, period, most=most) if words)
    return (Facts(facts),)


def _facts(snapshot: Snapshot, period: Period, *, most: int) -> Iterator[tuple[str, str]]:
    yes, no = _answers(snapshot, period)
    whole = [
        day
        for day in period.days
        if any(item.full_list for item in snapshot.check_ins.get(day, ()))
    ]
    active = active_flags_on(snapshot, period.last)
    asked = f"on {counted(len(whole), 'day')}, last {dated(whole[-1])}" if whole else "on no day"
    now = listed_words((FLAGS[flag].title for flag in active), most=most, between="; ")
    yield "Asked", f"all of the list {asked}. Open now: {now or 'none'}"
    latest = sorted(yes.items(), key=lambda pair: pair[1][-1], reverse=True)
    said = (_yes(snapshot, period, key, days) for key, days in latest)
    yield "Yes", listed_words(said, most=most, between="; ")
    yield "No", listed_words(map(_title, no), most=2 * most)
    yield "Nights", _nights(snapshot, period)
    cleared = map(_clearance, reversed(_clearances(snapshot, period)))
    yield "Cleared", listed_words(cleared, most=most, between="; ")
    yield "Screening", _screening(snapshot)


def _clearances(snapshot: Snapshot, period: Period) -> list[Clearance]:
    """Return those said in the period, and the one before it: it may still count."""
    before = [each for each in snapshot.of(Clearance) if each.day < period.first]
    return [*before[-1:], *(each for each in snapshot.of(Clearance) if each.day in period)]


def _answers(snapshot: Snapshot, period: Period) -> tuple[dict[str, list[date]], dict[str, None]]:
    """Return the days of each yes, and what was only ever answered with no."""
    days: defaultdict[str, list[date]] = defaultdict(list)
    asked: dict[str, None] = {}
    for item in snapshot.check_ins_between(period.first, period.last):
        for answer in item.answers:
            asked.setdefault(answer.key)
            if answer.yes:
                days[answer.key].append(item.day)
        for bone in item.bone_focal:
            days[f"bone pain, {bone.site.value.replace('_', ' ')}"].append(item.day)
    return dict(days), {key: None for key in asked if key not in days}


def _title(key: str) -> str:
    flag = _BY_KEY.get(key)
    return key.replace("_", " ") if flag is None else flag.title


def _yes(snapshot: Snapshot, period: Period, key: str, days: list[date]) -> str:
    flag = _BY_KEY.get(key)
    ended = ""
    if flag is not None:
        back = [each.day for each in snapshot.of(Retraction) if each.flag == flag.id]
        cleared = cleared_on(flag.id, snapshot.of(Clearance), today=period.last)
        if back and back[-1] >= days[-1]:
            ended = f" (taken back {days_words(back[-1:])})"
        elif cleared is not None and cleared >= days[-1]:
            ended = f" (cleared {days_words([cleared])})"
    return f"{_title(key)}: {days_words(days)}{ended}"


def _nights(snapshot: Snapshot, period: Period) -> str:
    nights = [day_state(snapshot, day).night for day in period.days]
    answered = [night for night in nights if night is not None]
    if not answered:
        return "none answered"
    woken = sum(night in WOKEN for night in answered)
    return f"woken by pain in {woken} of {counted(len(answered), 'night')} answered"


def _clearance(clearance: Clearance) -> str:
    up_to = f" up to {clearance.up_to}" if clearance.up_to is not None else ""
    review = "" if clearance.review_by is None else f", review by {dated(clearance.review_by)}"
    covers = ", ".join(
        FLAGS[what].title if what in FLAGS else covered_words(what) for what in clearance.covers
    )
    return (
        f"{dated(clearance.day)}, {BY_WORDS[clearance.by]}: {ALLOWS_WORDS[clearance.allows]}{up_to}"
        f"{review} ({covers})"
    )


def _screening(snapshot: Snapshot) -> str:
    last: Screening | None = next(reversed(snapshot.of(Screening)), None)
    if last is None:
        return "the questions before starting were never answered"
    said_yes = [words for name, words in _SHORT.items() if getattr(last, name)]
    words = ", ".join(said_yes) or "none of the conditions asked about"
    return f"{dated(last.day)}: {words}"
