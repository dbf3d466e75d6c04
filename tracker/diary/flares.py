"""Flares: marked by the person, asked about once, and over when they are over (R-AN-04)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tracker.diary.book import Book
from tracker.diary.day_state import day_state, mornings
from tracker.diary.history import known_places
from tracker.diary.kinds.flare import flare_words
from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.dataclass import dataclass
from tracker.domain.episode import Flare
from tracker.domain.identity import new_id
from tracker.domain.problem import Problems
from tracker.domain.site import PainSite
from tracker.insight.flares import (
    FLARE_REFERENCE_DAYS,
    Candidate,
    flare_candidates,
    flare_end,
    flare_reference,
)

ASKED_DAYS: Final = 14
"""A candidate is asked about while its first day is among the last so many."""

SCANNED_DAYS: Final = 28
"""So many days are looked at for candidates: the consensus speaks of hours to weeks."""

STILL_LASTS_DAYS: Final = 7
"""After "it still lasts" the question whether it is over rests so many days."""

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FlareQuestion:
    """A candidate that the person has not been asked about."""

    place: PainSite
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class FlareOver:
    """A flare that lasts by the record and is over by the rule; `last` is its last day."""

    flare: Flare
    last: date


# -- answers -------------------------------------------------------------------------------------


def flares_on(snapshot: Snapshot, day: date) -> tuple[Flare, ...]:
    """Return the flares that a day belongs to, the latest first."""
    return tuple(flare for flare in reversed(snapshot.of(Flare)) if flare.is_flare and day in flare)


def flare_question(
    snapshot: Snapshot, *, today: date, day: date | None = None
) -> FlareQuestion | None:
    """Return the earliest candidate of the last 14 days that has no answer yet, or None.

    With `day` only one that this day belongs to.
    """
    first = today - _ONE * (SCANNED_DAYS - 1)
    places = known_places(snapshot, first=today - _ONE * (ASKED_DAYS - 1), last=today)
    open_ones = [
        FlareQuestion(place, candidate)
        for place in places
        for candidate in flare_candidates(
            _scanned(snapshot, place, first=first, last=today), first=first, until=today
        )
        if candidate.start > today - _ONE * ASKED_DAYS
        and (day is None or candidate.start <= day <= (candidate.end or today))
        and not _answered(snapshot, place, candidate, today=today)
    ]
    return min(open_ones, key=lambda question: question.candidate.start, default=None)


def open_question(book: Book) -> FlareQuestion | None:
    """Return the candidate that was not asked about yet."""
    return flare_question(book.snapshot, today=book.today)


def open_end(book: Book) -> FlareOver | None:
    """Return the flare that seems to be over."""
    return flare_over(book.snapshot, today=book.today)


def flare_at(book: Book, day: date, place: PainSite | None) -> FlareQuestion | Flare | None:
    """Return what there is to answer or to correct about a day: a candidate, else its flare.

    A flare of the given site comes before others.
    """
    marked = flares_on(book.snapshot, day)
    return flare_question(book.snapshot, today=book.today, day=day) or next(
        (flare for flare in marked if flare.place == place), next(iter(marked), None)
    )


def _scanned(snapshot: Snapshot, place: PainSite, *, first: date, last: date) -> Mapping[date, int]:
    """Return the morning scores of the days looked at, and of the fortnight before them."""
    since = first - _ONE * FLARE_REFERENCE_DAYS
    scores = enumerate(mornings(snapshot, place, first=since, last=last))
    return {since + _ONE * step: score for step, score in scores if score is not None}


def _answered(snapshot: Snapshot, place: PainSite, candidate: Candidate, *, today: date) -> bool:
    """Return whether a flare, or the answer that it is none, shares a day with a candidate.

    An answer of no about days that were still going on speaks for a fortnight: by then the level
    before has caught up with them.
    """
    last = candidate.end or today
    for flare in snapshot.of(Flare):
        fortnight = flare.start + _ONE * (FLARE_REFERENCE_DAYS - 1)
        until = flare.end or (today if flare.is_flare else fortnight)
        if flare.place in {place, None} and flare.start <= last and until >= candidate.start:
            return True
    return False


def flare_over(snapshot: Snapshot, *, today: date) -> FlareOver | None:
    """Return a flare without a last day that is over by the rule, the earliest first, or None.

    One that began before there was a level to compare with stays open until the person ends it.
    """
    for flare in snapshot.of(Flare):
        rests = flare.lasts_on is not None and today < flare.lasts_on + _ONE * STILL_LASTS_DAYS
        if not flare.is_flare or flare.end is not None or rests:
            continue
        scores = _Mornings(snapshot, flare.place)
        reference = flare_reference(scores, flare.start)
        since = max(flare.start, flare.lasts_on or flare.start)
        if reference is None:
            continue
        last = flare_end(scores, since, reference=reference, until=today)
        if last is not None:
            return FlareOver(flare, last)
    return None


class _Mornings(Mapping[date, int]):
    """Morning scores by day, read when they are asked for; without a site the day's highest."""

    def __init__(self, snapshot: Snapshot, place: PainSite | None) -> None:
        self._snapshot, self._place = snapshot, place

    def _score(self, day: date) -> int | None:
        state = day_state(self._snapshot, day)
        if self._place is not None:
            return state.morning(self._place)
        scores = (state.morning(place) for place in state.places)
        return max((score for score in scores if score is not None), default=None)

    def __getitem__(self, day: date) -> int:
        score = self._score(day)
        if score is None:
            raise KeyError(day)
        return score

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self._score(day) is not None

    def __iter__(self) -> Iterator[date]:
        return (day for day in self._snapshot.check_ins if day in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


# -- changes -------------------------------------------------------------------------------------


def answer_flare(book: Book, question: FlareQuestion, *, is_flare: bool) -> Flare | Problems:
    """Keep the answer about a candidate; one that is over gets its last day with it."""
    now, candidate = book.now, question.candidate
    flare = Flare(
        id=new_id(now),
        at=now,
        start=candidate.start,
        end=candidate.end,
        is_flare=is_flare,
        place=question.place,
    )
    label = (
        flare_words(flare) if is_flare else f"the answer about {format_day_of_year(flare.start)}"
    )
    return book.keep(flare, label=label)


def answer_end(book: Book, over: FlareOver, *, is_over: bool) -> Flare | Problems:
    """Set a flare's last day, or keep that it still lasts."""
    return (
        end_flare(book, over.flare, over.last) if is_over else flare_still_lasts(book, over.flare)
    )


def end_flare(book: Book, flare: Flare, last: date) -> Flare | Problems:
    """Set the last day of a flare."""
    return book.keep(replace(flare, end=last), label=f"the end of {flare_words(flare)}")


def flare_still_lasts(book: Book, flare: Flare) -> Flare | Problems:
    """Keep that a flare is not over today, whatever the scores say."""
    changed = replace(flare, lasts_on=book.today)
    return book.keep(changed, label=f"the answer about {flare_words(flare)}")
