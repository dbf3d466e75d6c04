"""How much each piece of gear was used, and what the notes of section 7 say about it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tracker.diary.book import Book
from tracker.diary.gear_names import pieces
from tracker.diary.history import longest_run_30d
from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.gear import Gear, GearKind
from tracker.domain.problem import Problems
from tracker.domain.run import Run, Surface
from tracker.domain.settings import Settings
from tracker.rules.equipment import (
    BRACES_TEXT,
    ROTATION_TEXT,
    counts_as_new,
    new_pair_limit_m,
    new_pair_words,
    shoe_note,
)
from tracker.rules.limits import limits_of

SHARE_DAYS: Final = 28
MONTHS_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class GearNote:
    """A sentence about a piece, with its rule."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GearUse:
    """A piece and its use: metres with those that it came with, and runs.

    `share` is the whole percentage of the metres of all shoes of the last 28 days; None where no
    shoes are named in those days. `months` are the metres by the first day of each month.
    """

    piece: Gear
    distance_m: int
    runs: int
    runs_28d: int
    share: int | None
    first_day: date | None
    last_day: date | None
    surfaces: Mapping[Surface, int]
    months: tuple[tuple[date, int], ...]
    notes: tuple[GearNote, ...]

    @property
    def is_pair(self) -> bool:
        """Return whether it is a pair of shoes."""
        return self.piece.kind is GearKind.SHOES


@dataclass(frozen=True, slots=True, kw_only=True)
class GearView:
    """All gear: pairs in use, other pieces in use, and what is retired."""

    today: date
    settings: Settings
    pairs: tuple[GearUse, ...]
    others: tuple[GearUse, ...]
    retired: tuple[GearUse, ...]
    runs_28d: int

    @property
    def rotation(self) -> str:
        """Return R-EQ-02's sentence."""
        return ROTATION_TEXT

    @property
    def all(self) -> tuple[GearUse, ...]:
        """Return everything, in the order of the lists."""
        return (*self.pairs, *self.others, *self.retired)


def view_gear(book: Book) -> GearView:
    """Return all gear with its use."""
    return gear_view(book.snapshot, today=book.today)


def gear_view(snapshot: Snapshot, *, today: date) -> GearView:
    """Count the use of each piece."""
    uses = tuple(_uses(snapshot, today=today))
    in_use = [each for each in uses if each.piece.retired is None]
    return GearView(
        today=today,
        settings=snapshot.settings,
        pairs=tuple(each for each in in_use if each.is_pair),
        others=tuple(each for each in in_use if not each.is_pair),
        retired=tuple(each for each in uses if each.piece.retired is not None),
        runs_28d=len(_lately(snapshot, today)),
    )


def _lately(snapshot: Snapshot, today: date) -> list[Run]:
    return snapshot.runs_between(today - timedelta(days=SHARE_DAYS - 1), today)


def _uses(snapshot: Snapshot, *, today: date) -> Iterator[GearUse]:
    by_piece: dict[str, list[Run]] = {key: [] for key in pieces(snapshot)}
    for run in snapshot.of(Run):
        for key in run.gear:
            if key in by_piece and run.day <= today:
                by_piece[key].append(run)
    lately = _metres_by_pair(snapshot, today)
    for piece in pieces(snapshot).values():
        yield _use(snapshot, piece, by_piece[piece.id], lately, today=today)


def _metres_by_pair(snapshot: Snapshot, today: date) -> Counter[str]:
    """Count the metres of the last 28 days by the ids of the shoes."""
    found, metres = pieces(snapshot), Counter[str]()
    for run in _lately(snapshot, today):
        for key in run.gear:
            if key in found and found[key].kind is GearKind.SHOES:
                metres[key] += run.distance_m or 0
    return metres


def _use(
    snapshot: Snapshot, piece: Gear, runs: list[Run], lately: Counter[str], *, today: date
) -> GearUse:
    months = Counter[date]()
    for run in runs:
        months[run.day.replace(day=1)] += run.distance_m or 0
    since = today - timedelta(days=SHARE_DAYS - 1)
    distance_m = piece.distance_before_m + months.total()
    shares = piece.kind is GearKind.SHOES and lately.total() > 0
    limit_m = _limit_m(snapshot, piece, lately, runs=len(runs), day=today)
    return GearUse(
        piece=piece,
        distance_m=distance_m,
        runs=len(runs),
        runs_28d=sum(run.day >= since for run in runs),
        share=round(100 * lately[piece.id] / lately.total()) if shares else None,
        first_day=runs[0].day if runs else None,
        last_day=runs[-1].day if runs else None,
        surfaces=Counter(run.surface for run in runs if run.surface is not None),
        months=tuple(sorted(months.items()))[-MONTHS_SHOWN:],
        notes=tuple(_notes(piece, snapshot.settings, distance_m=distance_m, limit_m=limit_m)),
    )


def _notes(
    piece: Gear, settings: Settings, *, distance_m: int, limit_m: int | None
) -> Iterator[GearNote]:
    if piece.kind is not GearKind.SHOES:
        yield GearNote(BRACES_TEXT, "R-EQ-05")
    elif piece.retired is None:
        if limit_m is not None:
            yield GearNote(new_pair_words(limit_m, unit=settings.unit), "R-EQ-03")
        worn = shoe_note(distance_m, limits=limits_of(settings))
        if worn is not None:
            yield GearNote(worn, "R-EQ-01")


def _limit_m(
    snapshot: Snapshot, piece: Gear, lately: Counter[str], *, runs: int, day: date
) -> int | None:
    """Return the most metres of a run in a pair that is new to the feet; it was in `runs` so far.

    Its heel drop is compared with that of the pair that was worn most in the last 28 days.
    """
    if piece.kind is not GearKind.SHOES:
        return None
    most = next((key for key, _metres in lately.most_common() if key != piece.id), None)
    usual_drop = None if most is None else pieces(snapshot)[most].drop_mm
    came_with_m = piece.distance_before_m
    if not counts_as_new(came_with_m=came_with_m, drop=piece.drop_mm, usual_drop=usual_drop):
        return None
    longest = longest_run_30d(snapshot, day)
    return new_pair_limit_m(runs, None if longest is None else longest.distance_m)


def new_pair_note(
    snapshot: Snapshot, gear: tuple[str, ...], distance_m: int, *, day: date
) -> str | None:
    """Return R-EQ-03's sentence where a run is too long for a new pair that it is run in."""
    lately = _metres_by_pair(snapshot, day - timedelta(days=1))
    for piece in pieces(snapshot).values():
        if piece.id in gear:
            runs = sum(piece.id in run.gear for run in snapshot.of(Run) if run.day < day)
            limit_m = _limit_m(snapshot, piece, lately, runs=runs, day=day)
            if limit_m is not None and distance_m > limit_m:
                words = new_pair_words(limit_m, unit=snapshot.settings.unit)
                return f"{piece.name}: {words[:1].lower()}{words[1:]}"
    return None


def retire(book: Book, piece: Gear, *, back: bool = False) -> Gear | Problems:
    """Retire a piece as of today, or bring it `back` into use."""
    changed = replace(piece, retired=None if back else book.today)
    label = f"bringing {piece.name} back" if back else f"retiring {piece.name}"
    return book.keep(changed, label=label)
