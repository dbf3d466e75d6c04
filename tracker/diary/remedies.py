"""Remedies on file: timed while they were used, or written down afterwards (section 5.3)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, TypeVar

from tracker.diary.book import Book, save_settings
from tracker.diary.day_state import day_state
from tracker.diary.parsing import moment_of
from tracker.diary.snapshot import Snapshot
from tracker.domain.identity import new_id
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem, Problems
from tracker.domain.remedy import CautionAnswer, Remedy, RemedyKind
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite
from tracker.domain.text import parse_note
from tracker.domain.units import parse_minutes

KIND_WORDS: Final[Mapping[RemedyKind, str]] = {
    RemedyKind.HEAT: "heat",
    RemedyKind.COLD: "cold",
    RemedyKind.BELT: "belt",
    RemedyKind.PHYSIO: "physio",
    RemedyKind.MASSAGE: "massage",
    RemedyKind.OTHER: "other remedy",
}

NO_KIND: Final = "Say what it was first: choose with the arrows."
NO_TIME: Final = "That is no time at all. Type it like 15, or leave it empty."

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyEntry:
    """A remedy as typed; `minutes` may be empty, an empty `when` means that it ended just now."""

    kind: RemedyKind | None = None
    place: PainSite | None = None
    minutes: str = ""
    when: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyBasis:
    """What a use of heat or cold, or a form about any remedy, begins with.

    `suggested` is what the day speaks for: cold after a run (R-HC-02), else heat. `cold_ended` is
    when the last cold came off, None where there was none. `lately` are the last ones, newest
    first.
    """

    now: datetime
    settings: Settings
    places: tuple[PainSite, ...]
    sorest: PainSite | None
    suggested: RemedyKind
    cold_ended: datetime | None
    lately: tuple[Remedy, ...]


def remedy_basis(book: Book, *, lately: int = 5) -> RemedyBasis:
    """Gather it as of now."""
    snapshot, today = book.snapshot, book.today
    state = day_state(snapshot, today)
    places = tuple(dict.fromkeys((*snapshot.settings.tracked, *state.places)))
    hurting = [place for place in places if state.now(place)]
    return RemedyBasis(
        now=book.now,
        settings=snapshot.settings,
        places=places,
        sorest=max(hurting, key=lambda place: state.now(place) or 0, default=None),
        suggested=RemedyKind.COLD if today in snapshot.runs else RemedyKind.HEAT,
        cold_ended=_cold_ended(snapshot),
        lately=tuple(reversed(snapshot.remedies))[:lately],
    )


def _cold_ended(snapshot: Snapshot) -> datetime | None:
    ends = (ended(item) for item in snapshot.remedies if item.kind is RemedyKind.COLD)
    return max(ends, default=None)


def ended(remedy: Remedy) -> datetime:
    """Give when a use was over; one that was not timed counts as a moment."""
    return remedy.at + timedelta(seconds=remedy.seconds or 0)


def remedies_on(snapshot: Snapshot, day: date) -> tuple[Remedy, ...]:
    """Give the remedies of a day in the order of time."""
    return tuple(item for item in snapshot.remedies if item.day == day)


def remedy_words(remedy: Remedy) -> str:
    """Write a use in a line: "cold, 15 min · Left shin"."""
    timed = f", {minute_words(remedy.seconds)}" if remedy.seconds is not None else ""
    where = f" · {remedy.place.label}" if remedy.place is not None else ""
    return f"{KIND_WORDS[remedy.kind]}{timed}{where}"


def minute_words(seconds: int) -> str:
    """Write a time in whole minutes; what was timed at all is at least one."""
    return f"{max(round(seconds / 60), 1)} min"


# ---------------------------------------------------------------------- changes


def log_timed(
    book: Book, kind: RemedyKind, *, place: PainSite | None, seconds: int
) -> Remedy | Problems:
    """Put a use on file that ends now and took so many seconds, pauses left out."""
    return _log(book, kind, place=place, seconds=seconds)


def log_remedy(book: Book, entry: RemedyEntry) -> Remedy | Problems:
    """Put a use on file as it was typed, or say at each field what can't be read."""
    problems: list[Problem] = []

    def read(text: str, field: str, parse: Callable[[str], _Value | Problem]) -> _Value | None:
        found = parse(text) if text.strip() else None
        if isinstance(found, Problem):
            problems.append(Problem(field, found.message))
            return None
        return found

    if entry.kind is None:
        problems.append(Problem("kind", NO_KIND))
    minutes = read(entry.minutes, "minutes", _parse_minutes)
    now, settings = book.now, book.settings
    at = read(entry.when, "when", lambda text: moment_of(text, now=now, settings=settings))
    note = read(entry.note, "note", parse_note)
    if problems or entry.kind is None:
        return tuple(problems)
    return _log(
        book,
        entry.kind,
        place=entry.place,
        at=at,
        seconds=None if minutes is None else minutes * 60,
        note=note or "",
    )


def _parse_minutes(text: str) -> int | Problem:
    found = parse_minutes(text, "minutes")
    return Problem("minutes", NO_TIME) if found == 0 else found


def _log(
    book: Book,
    kind: RemedyKind,
    *,
    place: PainSite | None,
    seconds: int | None,
    at: datetime | None = None,
    note: str = "",
) -> Remedy | Problems:
    now = book.now
    began = at or now - timedelta(seconds=seconds or 0)
    remedy = Remedy(
        id=new_id(now),
        at=began,
        day=day_of(began, day_start_hour=book.settings.day_start_hour),
        kind=kind,
        place=place,
        seconds=seconds,
        note=note,
    )
    return book.keep(remedy, label=remedy_words(remedy))


def answer_cautions(
    book: Book, kind: RemedyKind, *, applies: bool, agreed: bool = False
) -> Settings | Problems:
    """Keep what the person said of a kind's cautions (R-HC-03).

    Where one applies and no clinician agreed, what was said before is forgotten: nothing starts.
    """
    said = None if applies and not agreed else CautionAnswer(day=book.today, agreed=applies)
    settings = book.settings
    if kind is RemedyKind.HEAT:
        return save_settings(book, replace(settings, heat_cautions=said))
    return save_settings(book, replace(settings, cold_cautions=said))
