"""The last thirty days: the longest run, and how the runs were taken."""

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.diary.answers import RunsView
from tracker.domain.calendar_words import format_day
from tracker.domain.verdict import Response
from tracker.rules.distance_words import exact_distance
from tracker.ui.glyphs import RESPONSE_ROLE, glyphs_of

LABEL_CELLS: Final = 15
_NAMES: Final = {
    Response.GREEN: "green",
    Response.AMBER_SETTLED: "settled",
    Response.AMBER_LINGER: "lingers",
    Response.RED: "red",
    Response.UNKNOWN: "unknown",
}


class MonthCard(Widget):
    """The longest run, which the next one is measured by, and how many responses of each kind."""

    DEFAULT_CSS = """
    MonthCard {
        height: auto; width: 1fr; background: $surface; padding: 1 2;
        &.-empty { display: none; }
    }
    """

    runs: reactive[RunsView | None] = reactive(None, layout=True)

    def watch_runs(self, runs: RunsView | None) -> None:
        """Take no room without runs."""
        self.set_class(runs is None or not runs.runs_30d, "-empty")

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the counts need."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Write heading, longest run and counts."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        runs = self.runs
        if runs is None:
            return []
        rows = [Content.styled("Last 30 days", "bold"), Content("")]
        longest = runs.longest30
        if longest is not None and longest.distance_m:
            rows.append(
                Content.assemble(
                    Content.styled(f"{'Longest run':<{LABEL_CELLS}}", "$dim"),
                    Content.styled(exact_distance(longest.distance_m, runs.settings.unit), "bold"),
                    Content.styled(f"  {format_day(longest.day, year=False)}", "$dim"),
                )
            )
        return [*rows, *self._counts(runs, width)]

    def _counts(self, runs: RunsView, width: int) -> list[Content]:
        glyphs = glyphs_of(self)
        counts = [
            Content.assemble(
                Content.styled(glyphs.responses[response], f"${RESPONSE_ROLE[response]}"),
                f" {runs.responses_30d[response]} {name}",
            )
            for response, name in _NAMES.items()
            if runs.responses_30d.get(response)
        ]
        wide = max((count.cell_length for count in counts), default=0) + 3
        each_row = max((width - LABEL_CELLS) // wide, 1)
        rows = []
        for first in range(0, len(counts), each_row):
            label = "Responses" if first == 0 else ""
            some = [c.pad_right(wide - c.cell_length) for c in counts[first : first + each_row]]
            rows.append(Content.assemble(Content.styled(f"{label:<{LABEL_CELLS}}", "$dim"), *some))
        return rows
