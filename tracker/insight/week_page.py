"""A week made to be shown: seven days side by side, what they add up to, and the weeks before.

It holds no note and no name that the person made up: whatever is drawn of it may leave the machine.
"""

from collections.abc import Sequence
from datetime import date
from textwrap import wrap
from typing import Final, TypeAlias

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Night
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import LABELS, PainSite, Side
from tracker.domain.units import format_distance_number
from tracker.domain.verdict import Outcome, Response
from tracker.insight.calendar_week import CalendarWeek
from tracker.insight.day_spans import span_words
from tracker.insight.glyph_set import GLYPHS, OUTCOME_GLYPHS, PLAIN_OUTCOME_GLYPHS, GlyphSet
from tracker.insight.raster import Ground, Ink, Patch, text_width
from tracker.insight.response_words import RESPONSE_INKS, RESPONSE_SHORT, TOMORROW
from tracker.insight.week_bars import LETTERED, BarStyle, WeekOfRuns, draw_week_bars
from tracker.insight.week_strip import NIGHT_SHORT, day_heading
from tracker.insight.zone_ink import zone_ink
from tracker.rules import constants as c
from tracker.rules.wording import BE_CAREFUL

TITLE: Final = "Week in review"
BY_LINE: Final = "Pain"
RULES: Final = "R-AN-02  R-PAIN-04  R-PAIN-07  R-LOAD-02  R-LOAD-09  R-AN-07"
PATIENT_REPORTED: Final = "Patient-reported, a diary with published rules of thumb."
TEXT_CELLS: Final = 78
WIDE_FROM: Final = 115
NOTHING: Final = "–"
TO_COME: Final = "·"
WEEKS_BELOW: Final = 5
_NUMBERS: Final = ("no day", "one day", "two days", "three days", "four days", "five days",
                   "six days", "seven days")  # fmt: skip
_OUTCOME_INKS: Final = {
    Outcome.GO: Ink.OK,
    Outcome.EASY: Ink.WATCH,
    Outcome.CROSS: Ink.WATCH,
    Outcome.REST: Ink.STOP,
    Outcome.SEEK_CARE: Ink.STOP,
}

Row: TypeAlias = tuple[Patch, ...]
"""One line of the page, from its left end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDay:
    """One day; None and empty is what was not logged.

    `scores` are those of the page's sites, `below` what stands under the verdict: its cap, or the
    sport instead. `metres` is None without a run, 0 where no distance is known.
    """

    day: date
    to_come: bool = False
    scores: tuple[int | None, ...] = ()
    night: Night | None = None
    outcome: Outcome | None = None
    below: str = ""
    metres: int | None = None
    answers: tuple[Response | None, ...] = ()
    routines: int = 0
    strength: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    """A week; `parts` are headings with at most three sentences each."""

    week: CalendarWeek
    sites: tuple[PainSite, ...]
    days: tuple[PageDay, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    weeks: tuple[WeekOfRuns, ...]
    unit: DistanceUnit = DistanceUnit.KM
    green_max: int = c.GREEN_MAX


def shared_label(site: PainSite) -> str:
    """Name a site by the words of the list: a name of the person's own never leaves."""
    name = LABELS[site.site]
    label = f"{site.side.value} {name}" if site.side in {Side.LEFT, Side.RIGHT} else name
    return f"{label[:1].upper()}{label[1:]}"


def page_fact(week: CalendarWeek) -> str:
    """Name the days of a week, and how many of them are over."""
    days = span_words(week.first, week.last)
    return f"{days} · {_NUMBERS[len(week.days)]} so far" if week.so_far else days


# ---------------------------------------------------------------------- the strip


def strip_rows(page: WeekPage, *, width: int, glyphs: GlyphSet) -> list[Row]:
    """Return the seven days side by side, a line for each thing, in so many cells."""
    label, cells = _columns(width)
    painter = _Strip(page, glyphs, cells)
    head = [Patch(" " * label, Ink.DIM, Ground.PAGE), *map(painter.head, page.days)]
    lines: list[Row] = [tuple(head), ()]
    for at, site in enumerate(page.sites):
        lines.append(_line(shared_label(site), label, [painter.score(d, at) for d in page.days]))
    lines.append(_line("Night", label, [painter.night(day) for day in page.days]))
    lines.append(())
    lines.append(_line("Verdict", label, [painter.verdict(day) for day in page.days]))
    if any(day.below for day in page.days):
        lines.append(_line("", label, [painter.below(day) for day in page.days]))
    lines.append(_line(f"Run, {page.unit}", label, [painter.run(day) for day in page.days]))
    lines.append(_line("Next morning", label, [painter.answer(day) for day in page.days]))
    lines.append(_line("Also done", label, [painter.also(day) for day in page.days]))
    return lines


def _columns(width: int) -> tuple[int, int]:
    if width >= WIDE_FROM:
        return 17, 14
    label = 13 if width >= TEXT_CELLS - 2 else 9
    return label, max((width - label) // c.WEEK_DAYS, 1)


def _line(name: str, label: int, cells: Sequence[Row]) -> Row:
    shown = name if len(name) < label else f"{name[: label - 2]}… "
    return (Patch(shown.ljust(label), Ink.DIM, Ground.PAGE), *(p for cell in cells for p in cell))


class _Strip:
    """Writes the cells of a strip, each as wide as its column."""

    def __init__(self, page: WeekPage, glyphs: GlyphSet, cells: int) -> None:
        self.page, self.glyphs, self.cells = page, glyphs, cells
        self.signs = GLYPHS[glyphs]
        self.zones = dict(zip((Ink.OK, Ink.WATCH, Ink.STOP), self.signs.zones, strict=True))
        self.longest = max((day.metres or 0 for day in page.days), default=0)

    def _cell(self, *parts: tuple[str, Ink]) -> Row:
        taken = sum(text_width(text) for text, _ink in parts)
        blank = Patch(" " * max(self.cells - taken, 0), Ink.DIM, Ground.PAGE)
        return (*(Patch(text, ink, Ground.PAGE) for text, ink in parts), blank)

    def _short(self, text: str, ink: Ink) -> Row:
        room = self.cells - 1
        return self._cell((text if len(text) <= room else f"{text[: room - 1]}…", ink))

    def head(self, day: PageDay) -> Patch:
        """Name the day; today's is marked by the page, one to come is quiet."""
        ink = Ink.DIM if day.to_come else Ink.TITLE
        return Patch(day_heading(day.day).ljust(self.cells), ink, Ground.PAGE)

    def score(self, day: PageDay, at: int) -> Row:
        """Write a site's morning score with its zone."""
        score = day.scores[at] if at < len(day.scores) else None
        if day.to_come or score is None:
            return self._nothing(day)
        ink = zone_ink(score, green_max=self.page.green_max)
        return self._cell((f"{score} ", Ink.TITLE), (self.zones[ink], ink))

    def night(self, day: PageDay) -> Row:
        """Write how the night was."""
        if day.to_come or day.night is None:
            return self._nothing(day)
        quiet = day.night is Night.NONE
        return self._short(NIGHT_SHORT[day.night], Ink.DIM if quiet else Ink.TEXT)

    def verdict(self, day: PageDay) -> Row:
        """Write what the day allowed."""
        if day.to_come or day.outcome is None:
            return self._nothing(day)
        signs = PLAIN_OUTCOME_GLYPHS if self.glyphs in LETTERED else OUTCOME_GLYPHS
        words = f"{signs[day.outcome]} {day.outcome.words.removeprefix('SEEK ')}"
        return self._short(words, _OUTCOME_INKS.get(day.outcome, Ink.DIM))

    def below(self, day: PageDay) -> Row:
        """Write the cap, or the sport instead of a run."""
        words = day.below
        if len(words) >= self.cells:
            words = words.removesuffix(f" {self.page.unit}").removesuffix(" min")
        return self._short(words, Ink.DIM)

    def run(self, day: PageDay) -> Row:
        """Write the distance, with a bar as long as its share of the longest."""
        if day.to_come or day.metres is None:
            return self._nothing(day)
        if not day.metres:
            return self._short("run", Ink.TEXT)
        number = format_distance_number(day.metres, self.page.unit)
        room = self.cells - len(number) - 2
        bar = self.signs.axis * max(1, round(room * day.metres / self.longest))
        return self._cell((f"{number} ", Ink.TITLE), (bar, Ink.RUN))

    def answer(self, day: PageDay) -> Row:
        """Write what the next morning said of the day's runs."""
        if day.to_come or not day.answers:
            return self._nothing(day, none="")
        answer = day.answers[-1]
        word = TOMORROW if answer is None else RESPONSE_SHORT[answer]
        sign = self.signs.responses[answer]
        whole = ((f"{sign} ", word), (sign, word), ("", word), (sign, ""))
        said = next(each for each in whole if len("".join(each)) < self.cells or each == whole[-1])
        return self._cell((said[0], RESPONSE_INKS[answer]), (said[1], Ink.TEXT))

    def also(self, day: PageDay) -> Row:
        """Write routines and strength."""
        tick = "v" if self.glyphs in LETTERED else "✓"
        counted = f"{day.routines} routine{'' if day.routines == 1 else 's'}"
        if len(counted) + 2 >= self.cells:
            counted = str(day.routines)
        words = [counted] if day.routines else []
        words += ["strength"] if day.strength and not day.routines else []
        return self._short(f"{tick} {words[0]}", Ink.DIM) if words else self._nothing(day)

    def _nothing(self, day: PageDay, *, none: str = NOTHING) -> Row:
        return self._cell((TO_COME if day.to_come else none, Ink.DIM))


# ---------------------------------------------------------------------- the words


def word_rows(page: WeekPage, *, width: int, glyphs: GlyphSet, letters: bool = False) -> list[Row]:
    """Return the sentences beside their headings, then the weeks as bars, then what this is."""
    label = 17 if width >= WIDE_FROM else 13
    rows: list[Row] = []
    for title, sentences in page.parts:
        # A line for each site; elsewhere one sentence goes on after the other.
        texts = sentences if title == BY_LINE else (" ".join(sentences),)
        lines = [line for text in texts for line in wrap(text, width - label)]
        rows += [_beside(title if not at else "", label, line) for at, line in enumerate(lines)]
        rows.append(())
    style = BarStyle(glyphs=glyphs, letters=letters, unit=page.unit)
    bars = draw_week_bars(page.weeks[:WEEKS_BELOW], width=width - label, style=style)
    for y in range(bars.height):
        name = f"Weeks, {page.unit}" if not y else ""
        head = Patch(name.ljust(label), Ink.TITLE, Ground.PAGE)
        rows.append((head, *bars.patches(y)))
    rows.append(())
    closing = f"{PATIENT_REPORTED} {BE_CAREFUL}"
    rows += [(Patch(line, Ink.DIM, Ground.PAGE),) for line in wrap(closing, width)]
    rows += [
        (Patch(line, Ink.DIM, Ground.PAGE),) for line in wrap(f"{RULES}   n with every mean", width)
    ]
    return rows


def _beside(title: str, label: int, line: str) -> Row:
    return (
        Patch(title.ljust(label), Ink.TITLE, Ground.PAGE),
        Patch(line, Ink.TEXT, Ground.PAGE),
    )


def page_rows(page: WeekPage, *, width: int = TEXT_CELLS, letters: bool = True) -> list[Row]:
    """Return the whole page, its heading first: for text and for a drawing."""
    glyphs = GlyphSet.BRAILLE
    gap = " " * max(width - len(TITLE) - len(page_fact(page.week)), 1)
    heading = (
        Patch(TITLE, Ink.TITLE, Ground.PAGE),
        Patch(f"{gap}{page_fact(page.week)}", Ink.DIM, Ground.PAGE),
    )
    return [
        heading,
        (),
        *strip_rows(page, width=width, glyphs=glyphs),
        (),
        *word_rows(page, width=width, glyphs=glyphs, letters=letters),
    ]


def page_text(page: WeekPage) -> str:
    """Return the page as text of 78 columns."""
    return "".join(f"{_plain(row)}\n" for row in page_rows(page))


def _plain(row: Row) -> str:
    return "".join(patch.text for patch in row).rstrip()
