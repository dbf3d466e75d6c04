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
from tracker.rules.pattern_words import DEFINITIONS, EXPLORATORY, LABELS, gaps_words
from tracker.rules.planned_test import ADVICE_FIRST
from tracker.rules.wording import BE_CAREFUL
from tracker.ui.patterns.pattern_list import Item

TEXT_CELLS: Final = 90
_DAYS_CELLS: Final = 25
_MORNINGS_CELLS: Final = 10
_MEAN_CELLS: Final = 6


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
        airy = width >= TEXT_CELLS and not self.screen.has_class("-short")
        match self.item:
            case Pattern() as pattern:
                yield from _pattern(pattern, airy=airy)
            case ExperimentView() as view:
                yield from _test(view, airy=airy)
            case None:
                pass


def _pattern(pattern: Pattern, *, airy: bool) -> Iterator[Content]:
    kind = f", {EXPLORATORY}" if pattern.exploratory else ""
    yield Content.assemble(
        Content.styled(f"{LABELS[pattern.exposure]}{kind}: {pattern.verdict.value}", "bold"),
        Content.styled("  R-AN-05", "$dim"),
    )
    if airy:
        yield Content("")
    yield Content(pattern.text)
    if airy:
        yield Content("")
    if pattern.first is not None and pattern.last is not None:
        days = span_words(pattern.first, pattern.last)
        counts = (
            f"{pattern.n} days, {days}: {pattern.exposed} with, {pattern.unexposed} without,"
            f" {gaps_words(pattern.left_out)}. {pattern.fuller}"
        )
        yield Content.styled(counts.rstrip(), "$dim")
    yield Content.styled(DEFINITIONS[pattern.exposure], "$dim")


def _test(view: ExperimentView, *, airy: bool) -> Iterator[Content]:
    yield Content.assemble(
        Content.styled(view.title, "bold"),
        Content.styled(f"  {view.test.place.label} · R-AN-06", "$dim"),
    )
    if airy:
        yield Content("")
    yield Content(f"{view.line[:1].upper()}{view.line[1:]}. {view.text}")
    if airy:
        yield Content("")
    kept = "" if view.blocks[0].kept is None else "  habit logged"
    yield Content.styled(
        f"week  kind     {'days':<{_DAYS_CELLS}}{'mornings':>{_MORNINGS_CELLS}}"
        f"{'mean':>{_MEAN_CELLS}}{kept}",
        "$dim",
    )
    for block in view.blocks:
        yield _block(view, block)
    if view.state in {TrialState.PLANNED, TrialState.RUNNING}:
        if airy:
            yield Content("")
        yield Content.styled(f"{ADVICE_FIRST} {BE_CAREFUL}" if airy else ADVICE_FIRST, "$dim")


def _block(view: ExperimentView, block: Block) -> Content:
    days = span_words(block.first, block.last)
    mornings = f"{len(block.mornings)} of {block.days}"
    return Content(
        f"{block.number:>4}  {block.kind:<9}{days:<{_DAYS_CELLS}}{mornings:>{_MORNINGS_CELLS}}"
        f"{view.mean_words(block):>{_MEAN_CELLS}}  {block.kept_words}".rstrip()
    )
