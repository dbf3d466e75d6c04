"""Records to choose from, one after the other; what is long goes on below its beginning."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Final

from textual.content import Content
from typing_extensions import override

from tracker.diary.record_lines import RecordLine
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.clock_words import format_clock
from tracker.ui.widgets.cursor_list import CursorList

KIND_CELLS: Final = 13
CLOCK_CELLS: Final = 9
DAY_CELLS: Final = 12
ROWS_A_RECORD: Final = 3


class RecordList(CursorList[RecordLine]):
    """When, kind and summary of each record; `dated` writes the day instead of the time of day."""

    HINTS: ClassVar[tuple[str, ...]] = ()
    ROW_LINES: ClassVar[int | None] = None

    def __init__(self, *, dated: bool, today: date, clock_24h: bool) -> None:
        super().__init__()
        self._dated, self._today, self._clock_24h = dated, today, clock_24h

    @override
    def key_of(self, item: RecordLine) -> str:
        return item.id

    @override
    def text_of(self, item: RecordLine) -> str:
        return f"{self._when(item)} {item.kind.heading} {item.summary}"

    @override
    def draw(self, item: RecordLine, width: int, *, here: bool) -> Sequence[Content]:
        when_cells = DAY_CELLS if self._dated else CLOCK_CELLS
        label = f" {self._when(item):<{when_cells}}{item.kind.heading:<{KIND_CELLS}}"
        room = max(width - len(label), KIND_CELLS)
        words = Content(item.summary).wrap(room) or [Content("")]
        if len(words) > ROWS_A_RECORD:
            cut = Content.assemble(words[ROWS_A_RECORD - 1], " …").truncate(room, ellipsis=True)
            words = [*words[: ROWS_A_RECORD - 1], cut]
        return [
            Content.assemble(
                Content.styled(label if row == 0 else " " * len(label), "$dim"),
                part.stylize("bold") if here else part,
            )
            for row, part in enumerate(words)
        ]

    def _when(self, line: RecordLine) -> str:
        if not self._dated:
            if line.at is None or not line.kind.timed:
                return ""
            return format_clock(line.at, clock_24h=self._clock_24h)
        if line.day is None:
            return ""
        year = "" if line.day.year == self._today.year else f" {line.day.year}"
        return f"{format_day_of_year(line.day)}{year}"
