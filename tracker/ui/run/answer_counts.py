"""How many runs got each answer, written side by side."""

from collections.abc import Mapping, Sequence
from typing import Final

from textual.content import Content
from textual.widget import Widget

from tracker.domain.verdict import Response
from tracker.insight.response_words import RESPONSE_SHORT, TOMORROW
from tracker.ui.glyphs import RESPONSE_ROLE, glyphs_of

GAP: Final = 3


def answer_sign(widget: Widget, answer: Response | None) -> Content:
    """Return the sign of an answer in its colour; None waits for tomorrow."""
    role = "dim" if answer is None else RESPONSE_ROLE[answer]
    return Content.styled(glyphs_of(widget).responses[answer], f"${role}")


def answer_counts(widget: Widget, counts: Mapping[Response | None, int]) -> list[Content]:
    """Return a sign, a count and a word for each answer that a run got."""
    return [
        Content.assemble(answer_sign(widget, answer), f" {counts[answer]} {word}")
        for answer, word in (*RESPONSE_SHORT.items(), (None, TOMORROW))
        if counts.get(answer)
    ]


def in_rows(parts: Sequence[Content], *, width: int, gap: int = GAP) -> list[Content]:
    """Return parts in columns, in as few rows as they need."""
    cells = max((part.cell_length for part in parts), default=0) + gap
    each = max((width + gap) // cells, 1)
    padded = [part.pad_right(cells - part.cell_length) for part in parts]
    return [
        Content.assemble(*padded[first : first + each]) for first in range(0, len(padded), each)
    ]
