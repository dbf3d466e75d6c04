"""The exposures of a report and the own tests, one row each, with a cursor."""

from dataclasses import dataclass
from typing import ClassVar, Final, TypeAlias

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tracker.diary.experiments import ExperimentView
from tracker.domain.verdict import PatternVerdict
from tracker.insight.interval_strip import (
    COARSE,
    FINE,
    FULL_STRIP,
    PLAIN_STRIP,
    draw_interval,
    strip_cells,
    strip_scale,
)
from tracker.insight.patterns import Pattern
from tracker.rules.pattern_words import EXPLORATORY, LABELS, figures_words
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import FULL, glyphs_of

Item: TypeAlias = Pattern | ExperimentView

NAME_CELLS: Final = 15
COUNT_CELLS: Final = (5, 8)
FIGURE_CELLS: Final = 21
GAP: Final = "  "
WORDS: Final = {
    PatternVerdict.WATCH: "worth watching",
    PatternVerdict.NO_CLEAR: "no clear pattern",
    PatternVerdict.NOT_ENOUGH: "not enough days",
}
OWN_TESTS: Final = "Own tests"
NO_TEST: Final = "none yet;"


@dataclass(frozen=True, slots=True)
class _Row:
    """One drawn line; `item` is what the cursor can rest on there."""

    text: Content
    item: int | None = None


class PatternList(Widget, can_focus=True):
    """Rows under a header; where there is room, effect and interval are drawn and written."""

    DEFAULT_CSS = """
    PatternList { width: 1fr; height: auto; text-wrap: nowrap; text-overflow: clip; }
    """

    SCOPE: ClassVar[Scope] = Scope.PATTERNS
    HINTS: ClassVar[tuple[str, ...]] = (
        "pattern_move", "pattern_site", "why_pattern", "plan_test", "close_patterns",
        "pattern_help",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.PATTERNS)]

    patterns: reactive[tuple[Pattern, ...]] = reactive((), layout=True)
    tests: reactive[tuple[ExperimentView, ...]] = reactive((), layout=True)
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Highlighted(Message):
        """The cursor came to a row."""

        item: Item

    @property
    def items(self) -> tuple[Item, ...]:
        """Give what the cursor can rest on, in order."""
        return (*self.patterns, *self.tests)

    @property
    def chosen(self) -> Item | None:
        """Give what the cursor rests on."""
        return self.items[self.cursor] if self.cursor < len(self.items) else None

    def show(self, patterns: tuple[Pattern, ...], tests: tuple[ExperimentView, ...]) -> None:
        """Show a report; the cursor stays at its place where there still is one."""
        self.patterns, self.tests = patterns, tests
        self.cursor = min(self.cursor, max(len(self.items) - 1, 0))
        self._tell()

    def go_to_test(self, test_id: str) -> None:
        """Put the cursor on an own test."""
        for place, item in enumerate(self.items):
            if isinstance(item, ExperimentView) and item.test.id == test_id:
                self.cursor = place

    def watch_cursor(self) -> None:
        """Bring the row into sight and tell of it."""
        self._tell()
        self.call_after_refresh(self._reveal)

    def _tell(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.post_message(self.Highlighted(chosen))

    def _reveal(self) -> None:
        places = [place for place, row in enumerate(self._rows()) if row.item == self.cursor]
        if places and isinstance(self.parent, Widget):
            first = 0 if self.cursor == 0 else places[0]
            self.parent.scroll_to_region(
                Region(0, first, 1, places[0] - first + 1), animate=False, immediate=True
            )

    def action_pattern_move(self, step: int) -> None:
        """Go to the row above, or below."""
        self.cursor = min(max(self.cursor + step, 0), max(len(self.items) - 1, 0))

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked row."""
        rows = self._rows()
        item = rows[event.y].item if event.y < len(rows) else None
        if item is not None:
            self.cursor = item

    # ------------------------------------------------------------------ drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a header, the rows, and a heading above what is apart."""
        del container, viewport, width
        return len(self._rows())

    def render(self) -> Content:
        """Draw the rows."""
        return Content("\n").join(row.text for row in self._rows())

    def _rows(self) -> list[_Row]:
        width = self.content_size.width
        rows = [_Row(self._header(width))]
        others = False
        for place, pattern in enumerate(self.patterns):
            if pattern.exploratory and not others:
                others = True
                rows.append(_Row(Content.styled(f"{GAP}{EXPLORATORY}", "$dim")))
            rows.append(_Row(self._marked(place, self._pattern(pattern, width)), place))
        rows.append(_Row(Content("")))
        if not self.tests:
            key = Content.styled("x", "bold $accent")
            rows.append(
                _Row(
                    Content.assemble(
                        Content.styled(f"{GAP}{OWN_TESTS}: {NO_TEST} ", "$dim"),
                        key,
                        Content.styled(" plans one", "$dim"),
                    )
                )
            )
            return rows
        rows.append(_Row(Content.styled(f"{GAP}{OWN_TESTS}", "$dim")))
        for place, view in enumerate(self.tests, start=len(self.patterns)):
            rows.append(_Row(self._marked(place, self._test(view, width)), place))
        return rows

    @staticmethod
    def _room(width: int) -> tuple[int, bool]:
        """Give the cells a point of the strip has, 0 without one, and whether figures fit, too."""
        fixed = (
            len(GAP) + NAME_CELLS + sum(COUNT_CELLS) + len(GAP) + 2 + max(map(len, WORDS.values()))
        )
        figures = FIGURE_CELLS + len(GAP)
        for cells, extra in ((FINE, figures), (COARSE, figures), (COARSE, 0)):
            if width >= fixed + strip_cells(cells) + len(GAP) + extra:
                return cells, extra > 0
        return 0, False

    def _header(self, width: int) -> Content:
        strip, figures = self._room(width)
        parts = [
            GAP,
            " " * NAME_CELLS,
            "with".rjust(COUNT_CELLS[0]),
            "without".rjust(COUNT_CELLS[1]),
            GAP,
            f"{strip_scale(strip)}{GAP}" if strip else "",
            f"{'points (95 %)':<{FIGURE_CELLS}}{GAP}" if figures else "",
        ]
        return Content.styled("".join(parts), "$dim")

    def _pattern(self, pattern: Pattern, width: int) -> Content:
        strip, figures = self._room(width)
        watch = pattern.verdict is PatternVerdict.WATCH
        glyphs = glyphs_of(self)
        drawn = draw_interval(
            pattern.effect,
            pattern.low,
            pattern.high,
            glyphs=FULL_STRIP if glyphs is FULL else PLAIN_STRIP,
            cells_a_point=strip or COARSE,
        )
        quiet = "$foreground" if pattern.effect is not None else "$dim"
        return Content.assemble(
            LABELS[pattern.exposure].ljust(NAME_CELLS),
            Content.styled(str(pattern.exposed).rjust(COUNT_CELLS[0]), quiet),
            Content.styled(str(pattern.unexposed).rjust(COUNT_CELLS[1]), quiet),
            GAP,
            Content.styled(f"{drawn}{GAP}", "bold" if watch else "$dim") if strip else "",
            f"{figures_words(pattern.effect, pattern.low, pattern.high):<{FIGURE_CELLS}}{GAP}"
            if figures
            else "",
            Content.styled(
                f"{glyphs.patterns[pattern.verdict]} {WORDS[pattern.verdict]}",
                "bold" if watch else "$dim",
            ),
        )

    def _test(self, view: ExperimentView, width: int) -> Content:
        title = Content(view.title).truncate(NAME_CELLS + sum(COUNT_CELLS) - 1, ellipsis=True)
        room = NAME_CELLS + sum(COUNT_CELLS)
        line = Content.styled(view.line, "$dim")
        padded = Content.assemble(title.pad_right(room - title.cell_length), GAP, line)
        return padded.truncate(max(width - len(GAP), 1), ellipsis=True)

    def _marked(self, place: int, row: Content) -> Content:
        if place != self.cursor:
            return Content.assemble(GAP, row)
        wide = Content.assemble(" ", row)
        wide = wide.pad_right(max(self.content_size.width - 1 - wide.cell_length, 0))
        if not self.has_focus:
            pointer = Content.styled(glyphs_of(self).pointer, "bold")
            return Content.assemble(pointer, wide).stylize("bold on $panel")
        stripe = Content.styled(glyphs_of(self).stripe, "$accent")
        return Content.assemble(stripe, wide).stylize("bold on $focus")
