"""Why a pattern is named or not: its numbers, the checks, the sources and the limits."""

from collections.abc import Iterator
from typing import ClassVar

from textual.content import Content

from tracker.diary.experiments import ExperimentView
from tracker.insight.patterns import Pattern
from tracker.rules.pattern_words import STEPS, checks_words, definition_of, figures_words, label_of
from tracker.rules.planned_test import WHY_BLOCKS
from tracker.ui.patterns.pattern_list import Item
from tracker.ui.rule_lines import rule_lines
from tracker.ui.widgets.prose import Line, plain_line
from tracker.ui.widgets.text_page import TextPage


class WhyPattern(TextPage):
    """The steps of R-AN-05 with the numbers of one exposure, or R-AN-06 for an own test."""

    LABEL_CELLS: ClassVar[int] = 12

    def __init__(self, item: Item) -> None:
        if isinstance(item, Pattern):
            super().__init__(
                f"Why {item.verdict.value}", label_of(item.exposure), tuple(_why(item))
            )
        else:
            super().__init__("Why blocks in random order", item.title, tuple(_why_test(item)))


def _why(pattern: Pattern) -> Iterator[Line]:
    yield plain_line(pattern.text)
    yield plain_line("")
    yield Line(Content(definition_of(pattern.exposure)), "counts as")
    yield Line(
        Content(f"{pattern.n} days: {pattern.exposed} with, {pattern.unexposed} without"), "days"
    )
    if pattern.effect is not None:
        found = figures_words(pattern.effect, pattern.low, pattern.high)
        yield Line(Content(f"{found}, with its 95 % interval"), "points")
    for label, words in checks_words(
        effect=pattern.effect, p=pattern.p, q=pattern.q, shift_p=pattern.shift_p
    ):
        yield Line(Content(words), label)
    yield plain_line("")
    yield from rule_lines("R-AN-05", "How a pattern is looked for")
    for number, step in enumerate(STEPS, start=1):
        yield Line(Content(step), f"step {number}")
    yield plain_line("")
    yield from rule_lines("R-AN-08", "What stands beside every figure")


def _why_test(view: ExperimentView) -> Iterator[Line]:
    yield plain_line(WHY_BLOCKS)
    yield plain_line("")
    yield plain_line(view.text)
    yield plain_line("")
    yield from rule_lines("R-AN-06", "A planned test")
