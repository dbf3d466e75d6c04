"""The rows of a week in review on the screen: the strip of its days, or its words."""

import os

from textual.content import Content
from textual.reactive import reactive
from typing_extensions import override

from tracker.insight.glyph_set import choose_glyph_set
from tracker.insight.week_page import Row, WeekPage, strip_rows, word_rows
from tracker.ui.glyphs import FULL, glyphs_of
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.ink_roles import inked_patches

STRIP = "strip"


class WeekRows(Card):
    """Writes one half of a page; its id says which."""

    DEFAULT_CSS = """
    WeekRows { background: $background; }
    """

    page: reactive[WeekPage | None] = reactive(None)

    def watch_page(self, page: WeekPage | None) -> None:
        """Write anew."""
        self.fill(shown=page is not None)

    @override
    def rows(self, width: int) -> list[Content]:
        return [inked_patches(row) for row in self._rows(width)]

    def _rows(self, width: int) -> list[Row]:
        if self.page is None:
            return []
        plain = glyphs_of(self) is not FULL
        glyphs = choose_glyph_set("plain" if plain else "auto", os.environ)
        if self.id == STRIP:
            return strip_rows(self.page, width=width, glyphs=glyphs)
        return word_rows(self.page, width=width, glyphs=glyphs, letters=self.app.no_color)
