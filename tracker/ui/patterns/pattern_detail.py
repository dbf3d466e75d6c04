"""Everything about the chosen exposure, or the chosen own test."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from tracker.diary.experiments import ExperimentView, TrialState
from tracker.insight.block_means import Block
from tracker.insight.day_spans import span_words
from tracker.insight.patterns import Pattern
from tracker.rules.pattern_words import EXPLORATORY, definition_of, gaps_words, label_of
from tracker.rules.planned_test import ADVICE_FIRST
from tracker.ui.patterns.pattern_list import Item

TEXT_CELLS: Final = 90
_TABLE_CELLS: Final = 68
_BLOCK_HEADER: Final = ("week", "kind", "days", "mornings", "mean", "habit logged")


class PatternDetail(Widget):
    """Verdict, sentence, counts with their days and gaps, and what counts as a day with it."""

    DEFAULT_CSS = """
    PatternDetail { width: 1fr; height: auto; }
    """

    item: reactive[Item | None] = reactive(None, layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the wrapped lines need."""
        del container, viewport
        return len(self._rows(width))

    def render(self) -> Content:
        """Write the lines."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        room = max(min(width, TEXT_CELLS), 1)
        return [row for line in self._lines(width) for row in (line.wrap(room) or [Content("")])]

    def _lines(self, width: int) -> Iterator[Content]:
        spacious = width >= TEXT_CELLS and not self.screen.has_class("-short")
        match self.item:
            case Pattern() as pattern:
                yield from _pattern(pattern, spacious=spacious)
            case ExperimentView() as view:
                yield from _test(view, spacious=spacious, width=width)
            case None:
                pass


def _pattern(pattern: Pattern, *, spacious: bool) -> Iterator[Content]:
    kind = f", {EXPLORATORY}" if pattern.exploratory else ""
    yield Content.assemble(
        Content.styled(f"{label_of(pattern.exposure)}{kind}: {pattern.verdict.value}", "bold"),
        Content.styled("  R-AN-05", "$dim"),
    )
    if spacious:
        yield Content("")
    yield Content(pattern.text)
    if spacious:
        yield Content("")
    if pattern.first is not None and pattern.last is not None:
        days = span_words(pattern.first, pattern.last)
        counts = (
            f"{pattern.n} days, {days}: {pattern.exposed} with, {pattern.unexposed} without,"
            f" {gaps_words(pattern.left_out)}. {pattern.fuller}"
        )
        yield Content.styled(counts.rstrip(), "$dim")
    yield Content.styled(definition_of(pattern.exposure), "$dim")


def _test(view: ExperimentView, *, spacious: bool, width: int) -> Iterator[Content]:
    yield Content.assemble(
        Content.styled(view.title, "bold"),
        Content.styled(f"  {view.test.place.label} · R-AN-06", "$dim"),
    )
    if spacious:
        yield Content("")
    yield Content(f"{view.line[:1].upper()}{view.line[1:]}. {view.text}")
    if spacious:
        yield Content("")
    compact = width < _TABLE_CELLS
    yield Content.styled(_block_row(_BLOCK_HEADER, compact=compact), "$dim")
    for block in view.blocks:
        yield Content(_block_row(_block_cells(view, block), compact=compact))
    if view.state in {TrialState.PLANNED, TrialState.RUNNING}:
        if spacious:
            yield Content("")
        yield Content.styled(ADVICE_FIRST, "$dim")


def _block_cells(view: ExperimentView, block: Block) -> tuple[str, ...]:
    return (
        str(block.number),
        block.kind,
        span_words(block.first, block.last),
        f"{len(block.mornings)} of {block.days}",
        view.mean_words(block),
        block.kept_words,
    )


def _block_row(cells: tuple[str, ...], *, compact: bool) -> str:
    """Put a block's cells in their columns; a compact row leaves the logged habit out."""
    number, kind, days, mornings, mean, kept = cells
    row = f"{number:>4}  {kind:<9}{days:<24}{mornings:>8}{mean:>6}"
    return row if compact else f"{row}  {kept}".rstrip()
