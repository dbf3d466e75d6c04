"""What the signs before the steps mean."""

from typing import Final

from textual.content import Content
from textual.widget import Widget

from tracker.domain.routine import StepState
from tracker.ui.glyphs import ADDED, glyphs_of

_WORDS: Final = (
    (StepState.DONE, "done", "zone-ok"),
    (StepState.SKIPPED, "skipped", "zone-watch"),
    (StepState.UNTOUCHED, "untouched", "dim"),
    (ADDED, "added for you", "accent"),
    (StepState.LEFT_OUT, "left out today", "dim"),
)


class StepLegend(Widget):
    """One line: each sign with its word."""

    DEFAULT_CSS = """
    StepLegend { height: 1; width: 1fr; padding: 0 2; }
    """

    def render(self) -> Content:
        """Write the signs."""
        signs = glyphs_of(self).steps
        return Content("   ").join(
            Content.assemble(
                Content.styled(signs[sign], f"${role}"), Content.styled(f" {word}", "$dim")
            )
            for sign, word, role in _WORDS
        )
