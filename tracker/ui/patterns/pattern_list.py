"""What goes along with better or worse mornings, and own tests: one row each, with a cursor."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final, TypeAlias

from textual.binding import BindingType
from textual.content import Content
from typing_extensions import override

from tracker.diary.experiments import ExperimentView
from tracker.domain.dataclass import dataclass
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
from tracker.rules.pattern_words import EXPLORATORY, figures_words, label_of
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import FULL, glyphs_of
from tracker.ui.widgets.cursor_list import CursorList
from tracker.ui.widgets.row_view import MARK_CELLS

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
class Label:
    """A line between the rows, which the cursor passes over."""

    text: Content


Row: TypeAlias = Item | Label


class PatternList(CursorList[Row]):
    """Rows under a header; where there is room, effect and interval are drawn and written."""

    SCOPE: ClassVar[Scope] = Scope.PATTERNS
    HINTS: ClassVar[tuple[str, ...]] = (
        "row_move", "pattern_site", "why_pattern", "plan_test", "close_patterns", "keys_help",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.PATTERNS)]

    patterns: tuple[Pattern, ...] = ()
    tests: tuple[ExperimentView, ...] = ()

    @property
    def selected(self) -> Item | None:
        """Return the pattern or the test under the cursor."""
        chosen = self.chosen
        return None if isinstance(chosen, Label) else chosen

    def show_report(self, patterns: tuple[Pattern, ...], tests: tuple[ExperimentView, ...]) -> None:
        """Show a report; the cursor stays on its row where there still is one."""
        self.patterns, self.tests = patterns, tests
        self.show(tuple(self._report()))

    def _report(self) -> Iterator[Row]:
        fixed = [each for each in self.patterns if not each.exploratory]
        others = self.patterns[len(fixed) :]
        yield from fixed
        if others:
            yield Label(Content.styled(f" {EXPLORATORY}", "$dim"))
        yield from others
        yield Label(Content(""))
        if self.tests:
            yield Label(Content.styled(f" {OWN_TESTS}", "$dim"))
            yield from self.tests
        else:
            yield Label(
                Content.assemble(
                    Content.styled(f" {OWN_TESTS}: {NO_TEST} ", "$dim"),
                    Content.styled("n", "bold $accent"),
                    Content.styled(" plans one", "$dim"),
                )
            )

    @override
    def key_of(self, item: Row) -> str:
        match item:
            case Pattern():
                return str(item.exposure)
            case ExperimentView():
                return item.test.id
        return ""

    @override
    def may_rest(self, item: Row) -> bool:
        return not isinstance(item, Label)

    # ------------------------------------------------------------------ drawing

    @override
    def head(self, width: int) -> Sequence[Content]:
        return [self._header(width)]

    @override
    def draw(self, item: Row, width: int, *, here: bool) -> Sequence[Content]:
        match item:
            case Label():
                return [item.text]
            case Pattern():
                row = self._pattern(item, width + MARK_CELLS)
            case _:
                row = self._test(item, width + MARK_CELLS)
        row = Content.assemble(" ", row)
        return [row.stylize("bold") if here else row]

    @staticmethod
    def _strip_room(width: int) -> tuple[int, bool]:
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
        strip, figures = self._strip_room(width)
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
        strip, figures = self._strip_room(width)
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
            label_of(pattern.exposure)[: NAME_CELLS - 1].ljust(NAME_CELLS),
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
