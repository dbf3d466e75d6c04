"""A bar that fills as time passes, with its figures."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.ui.glyphs import glyphs_of

_LABEL_CELLS: Final = 9
_FIGURE_CELLS: Final = 13


class TimeBar(Widget):
    """One line: what it counts, the bar, the figures.

    `marked` sets a mark, half way or where `mark_at` says.
    """

    DEFAULT_CSS = """
    TimeBar { height: 1; width: 1fr; }
    """

    share: reactive[float] = reactive(0.0)
    figures: reactive[str] = reactive("")
    marked: reactive[bool] = reactive(default=False)
    mark_at: reactive[float] = reactive(0.5)

    def __init__(
        self,
        label: str,
        *,
        id: str,  # noqa: A002 - the toolkit's own word
        figure_cells: int = _FIGURE_CELLS,
    ) -> None:
        super().__init__(id=id)
        self._label = label
        self._figure_cells = figure_cells

    def render(self) -> Content:
        """Draw the bar."""
        room = max(self.size.width - _LABEL_CELLS - self._figure_cells, 1)
        glyphs = glyphs_of(self)
        full = round(min(max(self.share, 0.0), 1.0) * room)
        cells = [glyphs.bar] * full + [glyphs.bar_rest] * (room - full)
        if self.marked:
            cells[min(int(room * self.mark_at), room - 1)] = glyphs.bar_mark
        return Content.assemble(
            Content.styled(f"{self._label:<{_LABEL_CELLS}}", "$dim"),
            Content.styled("".join(cells[:full]), "$accent"),
            Content.styled("".join(cells[full:]), "$faint"),
            Content.styled(f"  {self.figures:<{self._figure_cells - 2}}", "$dim"),
        )
