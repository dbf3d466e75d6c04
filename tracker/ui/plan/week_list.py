"""The week of the plan, a row a day."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Final

from textual.content import Content
from typing_extensions import override

from tracker.diary.plan_answers import DayMark, PlanDay
from tracker.domain.calendar_words import format_day
from tracker.domain.routine import StepState
from tracker.domain.verdict import Outcome
from tracker.insight.response_words import RESPONSE_SHORT, TOMORROW
from tracker.ui.glyphs import RESPONSE_ROLE, Glyphs, glyphs_of
from tracker.ui.widgets.cursor_list import DOWN, UP, CursorList

DAY_CELLS: Final = 6
WHAT_CELLS: Final = 22
MINUTES_CELLS: Final = 8


class WeekList(CursorList[PlanDay]):
    """Seven days: done, planned, rest as advised, or nothing."""

    HINTS: ClassVar[tuple[str, ...]] = ("move_day", "choose_plan", "why_plan", "help")
    LEAVES: ClassVar[frozenset[int]] = frozenset({UP, DOWN})

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the toolkit's own word
        super().__init__(id=id)
        self._today = date.min

    def show_week(self, days: tuple[PlanDay, ...], *, today: date) -> None:
        """Show a week; the cursor begins at today."""
        first, self._today = not self.items, today
        self.show(days)
        if first:
            self.go_to(str(today))

    @override
    def key_of(self, item: PlanDay) -> str:
        return str(item.day)

    @override
    def draw(self, item: PlanDay, width: int, *, here: bool) -> Sequence[Content]:
        glyphs = glyphs_of(self)
        weekday, number, _month = format_day(item.day, year=False).split()
        sign, role = _mark(item.mark, glyphs)
        minutes = "" if item.minutes is None else f"{item.minutes} min"
        today = item.day == self._today
        row = Content.assemble(
            " ",
            Content.styled(f"{weekday} {number:>2} ", "" if today else "$dim"),
            Content.styled(f" {sign} ", f"${role}"),
            Content.styled(
                f"{item.what:{WHAT_CELLS}}", "$dim" if item.mark is DayMark.NOTHING else ""
            ),
            Content.styled(f"{minutes:>{MINUTES_CELLS}}  ", "$dim"),
            *_answer(item, glyphs),
            "today" if today and item.response is None else "",
        )
        row = row.truncate(width)
        row = row.pad_right(max(width - row.cell_length, 0))
        return [row.stylize("bold on $panel") if today or here else row]


def _mark(mark: DayMark, glyphs: Glyphs) -> tuple[str, str]:
    return {
        DayMark.DONE: (glyphs.steps[StepState.DONE], "zone-ok"),
        DayMark.PLANNED: (glyphs.hollow, "accent"),
        DayMark.CROSS: (glyphs.outcomes[Outcome.CROSS], "zone-watch"),
        DayMark.REST: (glyphs.outcomes[Outcome.REST], "zone-stop"),
        DayMark.NOTHING: (glyphs.nothing, "dim"),
    }[mark]


def _answer(item: PlanDay, glyphs: Glyphs) -> Sequence[Content]:
    if item.response is None:
        return ()
    if item.waits:
        return (Content.styled(f"{glyphs.responses[None]} {TOMORROW}", "$dim"),)
    sign = Content.styled(glyphs.responses[item.response], f"${RESPONSE_ROLE[item.response]}")
    return (sign, Content(f" {RESPONSE_SHORT[item.response]}"))
