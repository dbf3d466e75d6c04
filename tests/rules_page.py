"""Writes the page of all rules from the catalogue, the constants and the register of sources.

.venv/bin/python -m tests.rules_page
"""

from collections.abc import Iterator
from pathlib import Path

import tracker
from tracker.rules.catalogue import RULES
from tracker.rules.constant_table import CONSTANTS
from tracker.rules.sources import FROM_MEMORY, Source, source, sources

PAGE = Path(tracker.__file__).parent / "rules" / "RULES.md"


def rules_page() -> str:
    """Give the page: every rule, every number, every source."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The rules"
    yield ""
    yield "Written by `python -m tests.rules_page` from the catalogue, the table of constants and"
    yield "the register of sources. A rule's function, entry and tests are found by its id."
    for area in dict.fromkeys(rule.id.split("-")[1] for rule in RULES):
        yield from ("", f"## R-{area}")
        for rule in RULES:
            if rule.id.split("-")[1] == area:
                names = ", ".join(_name(source(key)) for key in rule.sources)
                yield from ("", f"### {rule.id}: {rule.title}", "", rule.text, "")
                yield f"Sources: {names}." + (f" {rule.limits}" if rule.limits else "")
    yield from ("", "## The numbers", "", "| id | what | value | used by | source |")
    yield "|---|---|---|---|---|"
    for constant in CONSTANTS:
        used = ", ".join(constant.used_by)
        row = (constant.id, constant.title, _value(constant.value), used, constant.source)
        yield f"| {' | '.join(row)} |"
    yield from ("", "## The sources", "")
    for page in sources().values():
        yield f"- **{page.key}**: {page.read} {page.link}".rstrip()


def _name(page: Source) -> str:
    return page.read if page.key == FROM_MEMORY else page.key


def _value(text: str) -> str:
    return text.replace("|", "&#124;")


if __name__ == "__main__":
    PAGE.write_text(rules_page(), encoding="utf-8")
