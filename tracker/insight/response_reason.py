"""Why a run got its answer, in a few words: the site that decided, and its numbers (R-PAIN-07)."""

from typing import Final

from tracker.domain.pain import SCORE_MAX
from tracker.domain.run import RunOutcome
from tracker.domain.site import PainSite
from tracker.domain.verdict import RedKind
from tracker.insight.site_labels import short_label
from tracker.rules.hundredths import POINT, one_decimal
from tracker.rules.session import SiteSession, red_kind

LIMP: Final = "limp"
LATE: Final = "late"
"""Said where the second or third morning stands in for the first (C-38)."""
MARK_CELLS: Final = 4
_MORNINGS: Final = {2: "second morning", 3: "third morning"}
NO_SCORE: Final = "no score that day"
SITE_CELLS: Final = 10
NUMBERS_CELLS: Final = 6
_TEN: Final = SCORE_MAX * POINT
REASON_CELLS: Final = SITE_CELLS + 1 + NUMBERS_CELLS


def response_reason(place: PainSite | None, session: SiteSession) -> str:
    """Return the deciding site with its numbers, like `R Achilles 0.9 → 3`.

    The first number is the base that the morning is compared with, the second the morning's score.
    """
    site = "" if place is None else short_label(place)
    if _is_by_numbers(place, session):
        numbers = f"{site} {one_decimal(session.base or 0)} → {session.am}"
        limped = LIMP if red_kind(session) is RedKind.LIMP else ""
        return ", ".join(filter(None, (numbers, _MORNINGS.get(session.am_of), limped)))
    match red_kind(session):
        case RedKind.STOPPED if session.outcome is RunOutcome.STOPPED_PAIN:
            return f"stopped {site}".rstrip()
        case RedKind.SCORE:
            return f"{site} {session.dur} in run"
        case RedKind.LIMP if site:
            return f"{site}, {LIMP}"
        case None if site:
            return f"{site}, {NO_SCORE}"
        case _:
            return _in_short(session)


def reason_in_columns(
    place: PainSite | None, session: SiteSession, *, arrow: str, marked: bool = False
) -> str:
    """Return the same in a column for the site and one for its numbers, as far as they hold it.

    `marked` says that `reason_mark` stands beside it: then a limp doesn't take the numbers' place.
    """
    site = "" if place is None else f"{short_label(place, cells=SITE_CELLS):<{SITE_CELLS}}"
    by_numbers = _is_by_numbers(place, session)
    if site and red_kind(session) is RedKind.LIMP and not (marked and by_numbers):
        return f"{site} {LIMP:>{NUMBERS_CELLS}}"
    if by_numbers:
        base = one_decimal(session.base or 0).removesuffix(".0" if session.base == _TEN else "")
        numbers = f"{base}{arrow}{session.am}"
        return f"{site} {numbers:>{NUMBERS_CELLS}}"
    if red_kind(session) is RedKind.SCORE:
        return f"{site} {f'{session.dur} run':>{NUMBERS_CELLS}}"
    return _in_short(session)


def reason_mark(place: PainSite | None, session: SiteSession) -> str:
    """Return what the numbers alone don't tell: a limp that decided, or a late morning."""
    if not _is_by_numbers(place, session):
        return ""
    if red_kind(session) is RedKind.LIMP:
        return LIMP
    return LATE if session.am_of in _MORNINGS else ""


def _is_by_numbers(place: PainSite | None, session: SiteSession) -> bool:
    by_morning = red_kind(session) in {None, RedKind.MORNING, RedKind.LIMP}
    return by_morning and place is not None and session.rise is not None


def _in_short(session: SiteSession) -> str:
    match red_kind(session):
        case RedKind.STOPPED:
            return "alarm sign" if session.outcome is RunOutcome.STOPPED_ALARM else "stopped"
        case RedKind.NIGHT:
            return "woke at night"
        case RedKind.LIMP:
            return LIMP
        case _:
            return NO_SCORE
