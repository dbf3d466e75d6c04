"""The last 28 days of routines as four rows of signs, with their legend (R-AN-07)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.calendar_words import format_day, format_day_of_year
from tracker.domain.routine import StepState
from tracker.domain.verdict import Outcome
from tracker.insight.adherence import (
    PLANNED_MEANS,
    Adherence,
    DayKept,
    planned_words,
    summary_words,
)
from tracker.rules.constants import WEEK_DAYS
from tracker.ui.glyphs import ADDED, Glyphs, glyphs_of
from tracker.ui.widgets.prose import Line, plain_line
from tracker.ui.widgets.text_page import TextPage

TITLE: Final = "Last 28 days"
_LABEL_CELLS: Final = 6
_DAY_CELLS: Final = 3
_PAGE_CELLS: Final = 48
_ROLE: Final = {
    DayKept.DONE: "zone-ok",
    DayKept.PARTLY: "zone-ok",
    DayKept.EXTRA: "accent",
    DayKept.NOT_DONE: "foreground",
    DayKept.REST_ADVISED: "dim",
    DayKept.NOTHING_PLANNED: "faint",
}


def kept_signs(glyphs: Glyphs) -> Mapping[DayKept, str]:
    """Return the sign of each kind of day."""
    return {
        DayKept.DONE: glyphs.steps[StepState.DONE],
        DayKept.PARTLY: glyphs.outcomes[Outcome.EASY],
        DayKept.EXTRA: glyphs.steps[ADDED],
        DayKept.NOT_DONE: glyphs.hollow,
        DayKept.REST_ADVISED: glyphs.outcomes[Outcome.REST],
        DayKept.NOTHING_PLANNED: glyphs.steps[StepState.UNTOUCHED],
    }


def kept_rows(kept: Adherence, glyphs: Glyphs) -> Iterator[Content]:
    """Write the weekdays, and a row for each week with its first day before it."""
    weeks = [kept.days[at : at + WEEK_DAYS] for at in range(0, len(kept.days), WEEK_DAYS)]
    heads = (f"{format_day(day)[:2]:>{_DAY_CELLS}}" for day, _kept in weeks[0])
    yield Content.styled(" " * _LABEL_CELLS + "".join(heads), "$dim")
    signs = kept_signs(glyphs)
    for week in weeks:
        yield Content.assemble(
            _label(week[0][0]), *(_cell(signs[each], _ROLE[each]) for _day, each in week)
        )


def _label(day: date) -> Content:
    return Content.styled(f"{format_day_of_year(day):>{_LABEL_CELLS}}", "$dim")


def _cell(sign: str, role: str) -> Content:
    return Content.assemble(" " * (_DAY_CELLS - 1), Content.styled(sign, f"${role}"))


def legend_rows(glyphs: Glyphs, *, width: int) -> Iterator[Content]:
    """Write each sign with its word, as many in a row as there is room for."""
    signs = kept_signs(glyphs)
    row = Content("")
    for kind in DayKept:
        entry = Content.assemble(
            Content.styled(signs[kind], f"${_ROLE[kind]}"), Content.styled(f" {kind}", "$dim")
        )
        longer = Content.assemble(row, "  ", entry) if row.plain else entry
        if longer.cell_length > width and row.plain:
            yield row
            longer = entry
        row = longer
    yield row


def means_rows(width: int) -> Iterator[Content]:
    """Write what counts as planned, with the rule."""
    yield from Content.styled(f"{PLANNED_MEANS}  R-AN-07", "$dim").wrap(max(width, 1))


class AdherenceGrid(Widget):
    """The card below the list of routines; takes no room while nothing is known."""

    DEFAULT_CSS = """
    AdherenceGrid { height: auto; width: 1fr; margin-top: 1; }
    """

    kept: reactive[Adherence | None] = reactive(None, layout=True)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take the rows of heading, weeks, legend and meaning."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Write the card."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        if self.kept is None:
            return []
        fact = planned_words(self.kept)
        gap = " " * max(width - len(TITLE) - len(fact), 1)
        glyphs, blank = glyphs_of(self), Content("")
        return [
            Content.assemble(Content.styled(TITLE, "bold"), gap, Content.styled(fact, "$dim")),
            blank,
            *kept_rows(self.kept, glyphs),
            blank,
            *legend_rows(glyphs, width=width),
            *means_rows(width),
        ]


class AdherencePage(TextPage):
    """The same on a page of its own, for small screens."""

    def __init__(self, kept: Adherence, glyphs: Glyphs) -> None:
        super().__init__(
            f"Stretching in the {TITLE.lower()}", summary_words(kept), _lines(kept, glyphs)
        )


def _lines(kept: Adherence, glyphs: Glyphs) -> tuple[Line, ...]:
    rows = (
        *kept_rows(kept, glyphs),
        Content(""),
        *legend_rows(glyphs, width=_PAGE_CELLS),
        Content(""),
        Content.styled(f"{PLANNED_MEANS}  R-AN-07", "$dim"),
    )
    return tuple(map(plain_line, rows))
