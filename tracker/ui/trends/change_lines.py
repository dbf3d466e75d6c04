"""Is it getting better: the answer of each site, above the chart."""

import os
from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.reactive import reactive
from typing_extensions import override

from tracker.domain.calendar_words import format_day_of_year
from tracker.insight.glyph_set import GLYPHS, choose_glyph_set
from tracker.insight.site_change import SiteChange, change_patches
from tracker.insight.site_labels import short_label
from tracker.insight.site_table import draw_strip
from tracker.ui.glyphs import FULL, glyphs_of
from tracker.ui.widgets.card import Card
from tracker.ui.widgets.ink_roles import inked_patches

MOST: Final = 3
GAP: Final = 2
THIS_WEEK: Final = "this week"


class ChangeLines(Card):
    """One line a site, the worst change first: its word and its two means, n at the right end.

    `strips` are the last days of each site, drawn before n where there is room for all of them.
    """

    DEFAULT_CSS = """
    ChangeLines { background: $background; padding: 0; }
    """

    changes: reactive[tuple[SiteChange, ...]] = reactive(())
    strips: reactive[tuple[tuple[int | None, ...], ...]] = reactive(())
    green_max: reactive[int] = reactive(2)
    glyphs: reactive[str] = reactive("auto")

    def watch_changes(self, changes: tuple[SiteChange, ...]) -> None:
        """Write anew."""
        self.fill(shown=bool(changes))

    def watch_strips(self) -> None:
        """Write anew."""
        self.refresh()

    @override
    def rows(self, width: int) -> list[Content]:
        shown = self.changes[:MOST]
        cells = max((len(self._label(each)) for each in shown), default=0) + GAP
        strips = self.strips if len(self.strips) >= len(shown) else ((),) * len(shown)
        return [
            self._line(each, strip, cells=cells, width=width)
            for each, strip in zip(shown, strips, strict=False)
        ]

    def _line(
        self, each: SiteChange, strip: Sequence[int | None], *, cells: int, width: int
    ) -> Content:
        sign = glyphs_of(self).changes[each.change]
        label = Content.styled(self._label(each).ljust(cells), "bold")
        words = Content.assemble(
            label, inked_patches(change_patches(each, sign=sign, this_week=THIS_WEEK))
        )
        for right in self._rights(each, strip):
            gap = width - words.cell_length - right.cell_length
            if gap >= GAP:
                return Content.assemble(words, " " * gap, right)
        return words.truncate(width, ellipsis=True)

    def _label(self, each: SiteChange) -> str:
        label = short_label(each.site)
        return label if glyphs_of(self) is FULL else label.replace("…", ".")

    def _rights(self, each: SiteChange, strip: Sequence[int | None]) -> list[Content]:
        counts = f"n {each.now.n}" if each.before is None else f"n {each.now.n} and {each.before.n}"
        worst = ""
        if each.worst is not None and each.worst_day is not None:
            worst = f" · worst {each.worst}, {format_day_of_year(each.worst_day)}"
        facts = [Content.styled(f"{counts}{worst}", "$dim"), Content.styled(counts, "$dim")]
        if not strip:
            return facts
        signs = GLYPHS[choose_glyph_set(self.glyphs, os.environ)]
        days = inked_patches(draw_strip(strip, glyphs=signs, green_max=self.green_max))
        return [Content.assemble(days, " " * GAP, facts[0]), *facts]
