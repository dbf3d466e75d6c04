"""Your week: seven days side by side, today last."""

from collections.abc import Callable, Sequence
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.routine import StepState
from tracker.domain.settings import DistanceUnit
from tracker.domain.units import format_distance_number
from tracker.insight.week_strip import NIGHT_SHORT, RoutineKept, StripDay, day_heading
from tracker.rules.pain import zone
from tracker.ui.glyphs import OUTCOME_ROLE, ZONE_ROLE, glyphs_of

TITLE: Final = "Your week"
LABEL_CELLS: Final = 12
DAY_CELLS: Final = 8
NARROW_LABEL_CELLS: Final = 11
NARROW_DAY_CELLS: Final = 9
NOTHING: Final = "–"


class WeekStrip(Widget):
    """Pain, night, routine, distance and verdict of each day; `narrow` in two rows.

    `preview` says that today's verdict isn't on file yet, `spaced` puts a blank row under the head.
    """

    DEFAULT_CSS = """
    WeekStrip { height: auto; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    WeekStrip.-card { background: $surface; padding: 1 2; }
    """

    days: reactive[tuple[StripDay, ...]] = reactive(())
    preview: reactive[bool] = reactive(default=False)
    narrow: reactive[bool] = reactive(default=False, layout=True)
    spaced: reactive[bool] = reactive(default=False, layout=True)
    green_max: reactive[int] = reactive(2)
    unit: reactive[DistanceUnit] = reactive(DistanceUnit.KM)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take two rows, or six with the head, and a blank one where it is spaced."""
        return 2 if self.narrow else 6 + self.spaced

    def render(self) -> Content:
        """Write a column for each day, the last one on a ground of its own."""
        rows = self._narrow_rows() if self.narrow else self._rows()
        return Content("\n").join(rows)

    # ------------------------------------------------------------------ two rows

    def _narrow_rows(self) -> list[Content]:
        room = (self.size.width - NARROW_LABEL_CELLS) // NARROW_DAY_CELLS
        shown = self.days[-room:] if room > 0 else ()
        title = Content.styled(f" {TITLE}", "bold")
        head = _row(title, NARROW_LABEL_CELLS, self._heads(shown), NARROW_DAY_CELLS)
        cells = [
            Content.assemble(self._pain(day, sign_gap=""), " ", self._distance(day))
            for day in shown
        ]
        return [
            head,
            _row(_dim(f" pain, {self.unit}"), NARROW_LABEL_CELLS, cells, NARROW_DAY_CELLS),
        ]

    # ------------------------------------------------------------------ six rows

    def _rows(self) -> list[Content]:
        label, cells = LABEL_CELLS, DAY_CELLS
        if self.size.width >= LABEL_CELLS + 12 * len(self.days):
            label, cells = LABEL_CELLS + 2, 12
        lines: tuple[tuple[str, Callable[[StripDay], Content]], ...] = (
            ("pain", self._pain),
            ("night", self._night),
            ("routine", self._routine),
            (self.unit.value, self._distance),
            ("verdict", self._verdict),
        )
        head = _row(Content.styled(TITLE, "bold"), label, self._heads(self.days), cells)
        rows = [
            _row(_dim(word), label, [write(d) for d in self.days], cells) for word, write in lines
        ]
        return [head, *([Content("")] if self.spaced else []), *rows]

    def _heads(self, days: Sequence[StripDay]) -> list[Content]:
        heads = [Content.styled(day_heading(each.day), "$dim") for each in days]
        return [*heads[:-1], *(Content.styled(head.plain, "bold") for head in heads[-1:])]

    def _pain(self, day: StripDay, *, sign_gap: str = " ") -> Content:
        if day.worst is None:
            return Content.styled(NOTHING, "$dim")
        found = zone(day.worst, green_max=self.green_max)
        words = f"{day.worst}{sign_gap}{glyphs_of(self).zones[found]}"
        return Content.styled(words, f"${ZONE_ROLE[found]}")

    def _night(self, day: StripDay) -> Content:
        if day.night is None:
            return Content.styled(NOTHING, "$dim")
        word = NIGHT_SHORT[day.night]
        return Content.styled(word, "$dim") if word == "quiet" else Content(word)

    def _routine(self, day: StripDay) -> Content:
        glyphs = glyphs_of(self)
        signs = {
            RoutineKept.DONE: glyphs.steps[StepState.DONE],
            RoutineKept.NONE: NOTHING,
            RoutineKept.OPEN: glyphs.nothing,
        }
        done = day.routine is RoutineKept.DONE
        return Content.styled(signs[day.routine], "$foreground" if done else "$dim")

    def _distance(self, day: StripDay) -> Content:
        if day.metres is None:
            return Content.styled(NOTHING, "$dim")
        if not day.metres:
            return Content.styled("run", "$dim")
        return Content.styled(format_distance_number(day.metres, self.unit), "bold")

    def _verdict(self, day: StripDay) -> Content:
        if day.outcome is None:
            return Content.styled(NOTHING, "$dim")
        sign = glyphs_of(self).outcomes[day.outcome]
        words = f"{sign} {day.outcome.words.removeprefix('SEEK ')}"
        unsaved = self.preview and day is self.days[-1]
        return Content.styled(words, "$dim" if unsaved else f"${OUTCOME_ROLE[day.outcome]}")


def _dim(text: str) -> Content:
    return Content.styled(text, "$dim")


def _row(label: Content, label_cells: int, cells: Sequence[Content], width: int) -> Content:
    """Write a row; a cell begins one blank into its column, and the last stands on its ground."""
    padded = [
        Content.assemble(
            " ", cell.truncate(width - 1).pad_right(max(width - 1 - cell.cell_length, 0))
        )
        for cell in cells
    ]
    last = [cell.stylize("on $panel") for cell in padded[-1:]]
    return Content.assemble(label.pad_right(label_cells - label.cell_length), *padded[:-1], *last)
