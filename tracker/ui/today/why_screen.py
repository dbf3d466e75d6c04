"""Why this verdict: each rule with its numbers, its threshold, its sources and its limits."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from tracker.diary.answers import Verdict
from tracker.domain.verdict import Outcome
from tracker.rules.red_flags import FLAGS
from tracker.rules.sources import source
from tracker.rules.wording import STAYING_ACTIVE, STAYING_ACTIVE_SOURCE
from tracker.ui.rule_lines import rule_lines
from tracker.ui.widgets.prose import Line, plain_line
from tracker.ui.widgets.text_page import TextPage

WITHOUT_RUNNING: Final = frozenset({Outcome.CROSS, Outcome.REST})


class WhyScreen(TextPage):
    """The reasons of one verdict, to be read at leisure."""

    def __init__(self, verdict: Verdict) -> None:
        title = f"Why {verdict.outcome.words}"
        super().__init__(title, verdict.headline, tuple(_page(verdict)))


def _page(verdict: Verdict) -> Iterator[Line]:
    yield plain_line(verdict.message)
    yield plain_line("")
    for label, text in (("how", verdict.manner), ("cap", verdict.cap_story)):
        if text:
            yield Line(Content(text), label)
    if verdict.manner or verdict.cap_story:
        yield plain_line("")
    for each in (*verdict.because, *verdict.remarks):
        yield from rule_lines(each.rule, each.text)
    for flag in verdict.flags:
        yield from rule_lines(flag, FLAGS[flag].title)
    if verdict.outcome in WITHOUT_RUNNING:
        page = source(STAYING_ACTIVE_SOURCE)
        yield plain_line(STAYING_ACTIVE)
        yield Line(Content(f"{page.read} ({page.key})"), "source")
        yield plain_line("")
