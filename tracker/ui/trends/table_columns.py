"""The columns of the table of days: what each says of a day and of a week."""

from collections.abc import Callable, Iterator
from datetime import date

from tracker.domain.calendar_words import format_day, format_day_of_year
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Night
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite
from tracker.domain.units import format_distance_number
from tracker.insight.glyph_set import Glyphs
from tracker.insight.raster import EVENT_INKS, Ink, text_width
from tracker.insight.site_labels import short_label
from tracker.insight.trend_table import TrendDay, TrendWeek
from tracker.insight.zone_ink import zone_ink
from tracker.rules.session import WOKEN

NOTHING = "–"
GAP = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A text and its ink; `bold` for the number that decides."""

    text: str
    ink: Ink = Ink.TEXT
    bold: bool = False


BLANK = Cell("")
UNKNOWN = Cell(NOTHING, Ink.DIM)


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, its cells, and what stands there for a day and for a week.

    Where the columns do not fit, the one with the highest `rarity` goes first; 0 always stays.
    """

    title: str
    width: int
    day: Callable[[TrendDay], Cell]
    week: Callable[[TrendWeek], Cell]
    rarity: int = 0
    left: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableStyle:
    """Whose scores, and how numbers are written; `site` None is the highest of all sites."""

    sites: tuple[PainSite, ...]
    site: PainSite | None
    unit: DistanceUnit
    green_max: int
    glyphs: Glyphs


def columns_for(style: TableStyle, *, width: int) -> tuple[Column, ...]:
    """Return the columns that fit a width: first the words go short, then the median, the sites."""
    shapes = (
        (True, True, True), (True, False, True), (False, False, True), (False, False, False),
    )  # fmt: skip
    for year, words, median in shapes:
        columns = list(_columns(style, year=year, words=words, median=median))
        if _cells(columns) <= width:
            break
    while _cells(columns) > width:
        rarest = max(columns, key=lambda column: column.rarity)
        if not rarest.rarity:
            break
        columns.remove(rarest)
    return tuple(columns)


def _cells(columns: list[Column]) -> int:
    return sum(column.width for column in columns) + GAP * (len(columns) - 1)


def _columns(style: TableStyle, *, year: bool, words: bool, median: bool) -> Iterator[Column]:
    yield Column(
        "day",
        19 if year else 14,
        lambda day: Cell(format_day(day.day, year=year), Ink.DIM),
        lambda week: Cell(week_words(week.first, week.last, year=year), Ink.TITLE),
        left=True,
    )
    alone = style.site is not None or len(style.sites) == 1
    shown = (style.site,) if style.site is not None else style.sites
    for place, site in enumerate(shown):
        yield _site_column(site, style, decides=alone, rarity=0 if alone else 3 + place)
    if not alone:
        yield Column(
            "highest" if words else "max",
            7 if words else 3,
            lambda day: _score(day.worst, style, bold=True),
            lambda week: _score(week.worst, style, bold=True),
            rarity=2,
        )
    yield Column(
        "mean 7 d" if words else "mean",
        8 if words else 4,
        lambda day: _mean(day.mean7, style),
        lambda week: _mean(week.mean, style, bold=True),
    )
    if median:
        yield Column(
            "median",
            6,
            lambda day: _mean(day.median7, style),
            lambda week: _mean(week.median, style),
        )
    yield Column("n", 3, lambda day: _count(day.n7, 7), lambda week: _count(week.logged, week.days))
    yield Column(
        style.unit.value,
        5,
        lambda day: _distance(day.run_m, style),
        lambda week: _distance(_metres(week), style, bold=True),
    )
    yield Column("night", 6, _night, _nights, rarity=1)
    if words:
        yield Column("", 12, _mark_words, _runs, left=True)
    else:
        yield Column("", 1, lambda day: _mark(day, style), lambda _week: BLANK)


def _site_column(site: PainSite, style: TableStyle, *, decides: bool, rarity: int) -> Column:
    label = short_label(site)
    return Column(
        label,
        max(text_width(label), 7 if decides else 2),
        lambda day: _score(dict(day.scores).get(site), style, bold=decides),
        lambda week: _worst(week, style) if decides else BLANK,
        rarity=rarity,
    )


def week_words(first: date, last: date, *, year: bool) -> str:
    """Return the days of a week: "16 – 22 Nov 2026", without `year` "16 – 22 Nov"."""
    start = str(first.day) if first.month == last.month else format_day_of_year(first)
    words = f"{start} – {format_day_of_year(last)}" if first != last else format_day_of_year(last)
    return f"{words} {last.year}" if year else words


def _score(score: int | None, style: TableStyle, *, bold: bool) -> Cell:
    if score is None:
        return UNKNOWN
    return Cell(str(score), zone_ink(score, green_max=style.green_max), bold)


def _worst(week: TrendWeek, style: TableStyle) -> Cell:
    if week.worst is None:
        return UNKNOWN
    return Cell(f"worst {week.worst}", zone_ink(week.worst, green_max=style.green_max))


def _mean(mean: float | None, style: TableStyle, *, bold: bool = False) -> Cell:
    if mean is None:
        return UNKNOWN
    return Cell(f"{mean:.1f}", zone_ink(mean, green_max=style.green_max), bold)


def _count(logged: int, days: int) -> Cell:
    return Cell(f"{logged}/{days}", Ink.DIM)


def _distance(metres: int | None, style: TableStyle, *, bold: bool = False) -> Cell:
    if metres is None:
        return UNKNOWN
    return Cell(format_distance_number(metres, style.unit), bold=bold) if metres else BLANK


def _metres(week: TrendWeek) -> int | None:
    """Return a week's metres, None where no distance of its runs is known."""
    return None if week.runs and not week.run_m else week.run_m


def _night(day: TrendDay) -> Cell:
    if day.night is None:
        return UNKNOWN
    if day.night is Night.NONE:
        return BLANK
    woke = day.night in WOKEN
    return Cell("woke" if woke else "turned", Ink.STOP if woke else Ink.DIM)


def _nights(week: TrendWeek) -> Cell:
    if not week.nights_answered:
        return UNKNOWN
    ink = Ink.STOP if week.nights_woken else Ink.DIM
    return Cell(f"{week.nights_woken}/{week.nights_answered}", ink)


def _mark(day: TrendDay, style: TableStyle) -> Cell:
    if not day.events:
        return BLANK
    return Cell(style.glyphs.events[day.events[0]], EVENT_INKS[day.events[0]])


def _mark_words(day: TrendDay) -> Cell:
    if not day.events:
        return BLANK
    return Cell(", ".join(kind.value for kind in day.events), EVENT_INKS[day.events[0]])


def _runs(week: TrendWeek) -> Cell:
    if not week.runs:
        return Cell("no run", Ink.DIM)
    return Cell(f"{week.runs} runs" if week.runs > 1 else "1 run", Ink.DIM)
