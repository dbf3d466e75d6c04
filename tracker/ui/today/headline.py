"""The answer to "is it getting better", in one line."""

import os
from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.insight.glyph_set import GLYPHS, choose_glyph_set
from tracker.insight.site_change import SiteChange, change_patches
from tracker.insight.site_table import draw_strip
from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.ink_roles import inked_patches

NOTHING_YET = "Is it getting better? After four days with a score it stands here."
THIS_WEEK = "this week"
THAT_WEEK = "that week"
GAP = 2


class Headline(Widget):
    """Site, change, this week's mean and the earlier one; at the right a fact or the last days.

    `facts` says the same in several lengths, the longest first.
    """

    DEFAULT_CSS = """
    Headline { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    change: reactive[SiteChange | None] = reactive(None)
    strip: reactive[tuple[int | None, ...]] = reactive(())
    facts: reactive[tuple[str, ...]] = reactive(())
    present: reactive[bool] = reactive(default=True)
    green_max: reactive[int] = reactive(2)
    glyphs: reactive[str] = reactive("auto")

    def render(self) -> Content:
        """Write the line; where it doesn't fit, the right end goes first."""
        width = self.size.width
        words = self._words()
        for right in self._rights():
            gap = width - words.cell_length - right.cell_length
            if gap >= GAP:
                return Content.assemble(words, " " * gap, right)
        return words

    def _words(self) -> Content:
        if self.change is None:
            return Content.styled(NOTHING_YET, "$dim")
        patches = change_patches(
            self.change,
            sign=glyphs_of(self).changes[self.change.change],
            this_week=THIS_WEEK if self.present else THAT_WEEK,
        )
        label = Content.styled(f"{self.change.site.label}  ", "bold")
        return Content.assemble(label, inked_patches(patches))

    def _rights(self) -> list[Content]:
        if self.strip:
            return [_strip(self.strip, green_max=self.green_max, glyphs=self.glyphs)]
        return [Content.styled(fact, "$dim") for fact in self.facts]


def _strip(scores: Sequence[int | None], *, green_max: int, glyphs: str) -> Content:
    signs = GLYPHS[choose_glyph_set(glyphs, os.environ)]
    return inked_patches(draw_strip(scores, glyphs=signs, green_max=green_max))
