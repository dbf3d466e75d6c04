"""Who gets the rows of the Run tab: the list first, and the cards as far as there is room."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from textual.containers import Vertical
from textual.widget import Widget

from tracker.ui.run.answers_card import AnswersCard
from tracker.ui.run.lengths_card import LengthsCard
from tracker.ui.run.month_card import MonthCard, MonthLine
from tracker.ui.run.run_form import RunForm
from tracker.ui.run.run_list import RunList
from tracker.ui.run.story_card import StoryCard
from tracker.ui.run.verdict_words import TodayCard
from tracker.ui.run.week_bars import WeekBars
from tracker.ui.widgets.card import Card


class Shape(StrEnum):
    """How the tab is laid out; the values are classes of its view."""

    PAGED = "-paged"
    """The list, or the form."""
    WIDE = "-wide"
    """The form, and beside it all else."""
    BROAD = "-broad"
    """The weeks in a third column, and cards about today and the run under the cursor."""


LEAST_ROWS: Final = 4
WANTED_ROWS: Final = {Shape.PAGED: 9, Shape.WIDE: 13, Shape.BROAD: 13}
"""Rows that the list has, its head among them, before a card may take room."""
MOST_WEEKS: Final = {Shape.PAGED: 6, Shape.WIDE: 8, Shape.BROAD: 12}
LEAST_WEEKS: Final = 4
EMPTY_WEEKS: Final = 3
CARDS: Final = {
    Shape.PAGED: (AnswersCard, MonthLine),
    Shape.WIDE: (AnswersCard, MonthCard),
    Shape.BROAD: (AnswersCard, StoryCard, MonthCard, LengthsCard, TodayCard),
}


def share_room(view: Widget, *, shape: Shape) -> None:
    """Give the list the rows that the cards leave; a card that doesn't fit is left out whole.

    From the bottom up: the legend, the cards, weeks down to four, then all.
    """
    middle, side = view.query_one("#middle", Vertical), view.query_one("#side", Vertical)
    runs, bars = view.query_one(RunList), view.query_one(WeekBars)
    room = view.query_one("#aside").size.height
    for card in view.query(Card):
        card.display = card.filled and isinstance(card, CARDS[shape])
    legend = view.query_one("#legend")
    legend.display = shape is Shape.WIDE
    bars.most = min(MOST_WEEKS[shape], max(EMPTY_WEEKS, bars.known))
    bars.airy = shape is not Shape.PAGED
    wanted = min(WANTED_ROWS[shape], len(runs.items) + 1) if runs.items else 0
    columns: tuple[Vertical, ...] = (middle, side)
    if shape is Shape.BROAD:
        _leave_out(_cards(view, StoryCard, AnswersCard), (middle,), room - wanted)
        _leave_out(_cards(view, LengthsCard, MonthCard), (side,), room)
        _fewer_weeks(bars, (side,), room)
        _fit_today(view)
        columns = (middle,)
    else:
        _leave_out((legend,), columns, room - wanted)
        if shape is Shape.PAGED:
            _fewer_weeks(bars, columns, room - wanted, least=LEAST_WEEKS)
        _leave_out(_cards(view, MonthCard, MonthLine, AnswersCard), columns, room - wanted)
        _fewer_weeks(bars, columns, room - wanted)
    left = max(room - _taken(columns), LEAST_ROWS)
    runs.styles.max_height = left
    tall = runs.lines_in(runs.size.width, spacious=True)
    runs.spacious = shape is Shape.WIDE and tall <= left


def _cards(view: Widget, *kinds: type[Widget]) -> Iterable[Widget]:
    return (view.query_one(kind) for kind in kinds)


def _leave_out(parts: Iterable[Widget], columns: Sequence[Vertical], room: int) -> None:
    for part in parts:
        if _taken(columns) <= room:
            return
        part.display = False


def _fewer_weeks(bars: WeekBars, columns: Sequence[Vertical], room: int, *, least: int = 0) -> None:
    """Show fewer weeks, first without the blank row above them."""
    if _taken(columns) > room:
        bars.airy = False
    while bars.most > least and _taken(columns) > room:
        bars.most = 0 if bars.most <= LEAST_WEEKS else bars.most - 1


def _fit_today(view: Widget) -> None:
    """Show today's card below the form, as long as both can be seen at once."""
    card, form = view.query_one(TodayCard), view.query_one(RunForm)
    around = card.gutter.height + card.styles.margin.height
    room = view.container_size.height - view.gutter.height - form.outer_size.height - around
    card.most = room
    if len(card.rows(card.content_size.width or form.size.width)) > room:
        card.display = False


def _taken(columns: Sequence[Vertical]) -> int:
    """Return the rows that all but the list take."""
    return sum(
        _rows_of(part, column)
        for column in columns
        for part in column.displayed_children
        if not isinstance(part, RunList)
    )


def _rows_of(part: Widget, column: Widget) -> int:
    """Return the rows that a part will take; one that was just shown has no size yet."""
    area, around = column.size, part.styles.margin + part.gutter
    rows = part.get_content_height(area, area, area.width - around.width)
    return rows + around.height if rows else 0
