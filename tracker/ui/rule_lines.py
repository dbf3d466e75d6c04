"""A rule as lines to read: what it says, its thresholds, its sources and its limits."""

from collections.abc import Iterator

from textual.content import Content

from tracker.rules.catalogue import rule_of
from tracker.rules.constant_table import CONSTANTS
from tracker.rules.sources import source
from tracker.ui.widgets.prose import Line, plain_line


def rule_lines(rule_id: str, sentence: str) -> Iterator[Line]:
    """Write what was found in bold, then the rule behind it; an empty line ends it."""
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
            if page.link:
                yield Line(Content.styled(page.link, "$dim"))
        yield Line(Content(rule.limits), "limits")
    yield plain_line("")
