"""What the three zones are, under the scales."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.domain.pain import SCORE_MAX
from tracker.domain.verdict import Zone
from tracker.rules.constants import AMBER_MAX
from tracker.ui.glyphs import ZONE_ROLE, ZONE_WORD, glyphs_of
from tracker.ui.widgets.form_row import LABEL_CELLS


class ZoneLegend(Widget):
    """One line: sign, scores and word of each zone."""

    DEFAULT_CSS = """
    ZoneLegend { height: 1; width: 1fr; color: $dim; text-wrap: nowrap; }
    """

    green_max: reactive[int] = reactive(2)

    def render(self) -> Content:
        """Write the line from the column where the scales start, or as far right as it fits."""
        bounds = (
            (Zone.GREEN, 0, self.green_max),
            (Zone.AMBER, self.green_max + 1, AMBER_MAX),
            (Zone.RED, AMBER_MAX + 1, SCORE_MAX),
        )
        words = [
            Content.assemble(
                Content.styled(glyphs_of(self).zones[zone], f"${ZONE_ROLE[zone]}"),
                f" {low}-{high} {ZONE_WORD[zone]}",
            )
            for zone, low, high in bounds
        ]
        line = Content("   ").join(words)
        indent = min(LABEL_CELLS + 2, max(self.size.width - line.cell_length, 1))
        return Content.assemble(" " * indent, line)
