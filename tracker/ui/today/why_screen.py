"""Why this verdict: each rule with its numbers, its threshold, its sources and its limits."""

from collections.abc import Iterator

from textual.content import Content

from tracker.diary.answers import Verdict
from tracker.rules.red_flags import FLAGS
from tracker.rules.wording import BE_CAREFUL
from tracker.ui.rule_lines import rule_lines
from tracker.ui.widgets.prose import Line, plain_line
from tracker.ui.widgets.text_page import TextPage
from tracker.ui.widgets.verdict_card import outcome_words


class WhyScreen(TextPage):
    """The reasons of one verdict, to be read at leisure."""

    def __init__(self, verdict: Verdict) -> None:
        title = f"Why {outcome_words(verdict.outcome)}"
        super().__init__(title, verdict.headline, tuple(_page(verdict)))


def _page(verdict: Verdict) -> Iterator[Line]:
    yield plain_line(verdict.message)
    yield plain_line("")
    for label, text in (("how", verdict.manner), ("cap", verdict.cap_story)):
        if text:
            yield Line(Content(text), label)
    if verdict.manner or verdict.cap_story:
        yield plain_line("")
    for each in verdict.because:
        yield from rule_lines(each.rule, each.text)
    for flag in verdict.flags:
        yield from rule_lines(flag, FLAGS[flag].title)
    yield plain_line(Content.styled(BE_CAREFUL, "$dim"))
