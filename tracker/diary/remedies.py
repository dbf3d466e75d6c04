"""Remedies on file: timed while they were used, or written down afterwards (section 5.3)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from tracker.diary.book import Book, save_settings
from tracker.diary.day_state import day_state
from tracker.diary.kinds.remedy import remedy_words
from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.identity import new_id
from tracker.domain.moment import day_of
from tracker.domain.problem import Problems
from tracker.domain.remedy import CautionAnswer, Remedy, RemedyKind
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite


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
        lately=tuple(reversed(snapshot.of(Remedy)))[:lately],
    )


def _cold_ended(snapshot: Snapshot) -> datetime | None:
    ends = (ended(item) for item in snapshot.of(Remedy) if item.kind is RemedyKind.COLD)
    return max(ends, default=None)


def ended(remedy: Remedy) -> datetime:
    """Return when a use was over; one that was not timed counts as a moment."""
    return remedy.at + timedelta(seconds=remedy.seconds or 0)


def remedies_on(snapshot: Snapshot, day: date) -> tuple[Remedy, ...]:
    """Return the remedies of a day in the order of time."""
    return tuple(item for item in snapshot.of(Remedy) if item.day == day)


# ---------------------------------------------------------------------- changes


def log_timed(
    book: Book, kind: RemedyKind, *, place: PainSite | None, seconds: int
) -> Remedy | Problems:
    """Put a use on file that ends now and took so many seconds, pauses left out."""
    now = book.now
    began = now - timedelta(seconds=seconds)
    remedy = Remedy(
        id=new_id(now),
        at=began,
        day=day_of(began, day_start_hour=book.settings.day_start_hour),
        kind=kind,
        place=place,
        seconds=seconds,
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
