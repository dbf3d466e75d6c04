"""Why this verdict: each rule with its numbers, its threshold, its sources and its limits."""

from collections.abc import Iterator

from textual.content import Content

from tracker.diary.answers import Verdict
from tracker.rules.catalogue import rule_of
from tracker.rules.constants import CONSTANTS
from tracker.rules.red_flags import FLAGS
from tracker.rules.sources import source
from tracker.rules.wording import BE_CAREFUL
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
        yield from _rule(each.rule, each.text)
    for flag in verdict.flags:
        yield from _rule(flag, FLAGS[flag].title)
    yield plain_line(Content.styled(BE_CAREFUL, "$dim"))


def _rule(rule_id: str, sentence: str) -> Iterator[Line]:
    """Write one rule: what was found, then the rule, its thresholds, sources and limits."""
    yield plain_line(
        Content.assemble(Content.styled(sentence, "bold"), Content.styled(f"  {rule_id}", "$dim"))
    )
    rule = rule_of(rule_id)
    if rule is not None:
        yield Line(Content(rule.text), "rule")
        for each in CONSTANTS:
            if rule_id in each.used_by:
                yield Line(Content(f"{each.title}: {each.value} ({each.id})"), "threshold")
        for key in rule.sources:
            page = source(key)
            yield Line(Content(f"{page.read} ({page.key})"), "source")
            for address in page.addresses[:1]:
                yield Line(Content.styled(address, "$dim"))
        yield Line(Content(rule.limits), "limits")
    yield plain_line("")
