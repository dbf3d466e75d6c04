"""A score from 0 to 10 for each of a few sites, one below the other."""

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult

from tracker.domain.form import BETWEEN
from tracker.ui.widgets.form_row import LABEL_CELLS
from tracker.ui.widgets.pain_scale import PainScale
from tracker.ui.widgets.row_group import RowGroup


class SiteScoreRows(RowGroup):
    """A scale for each site; the text of the field has `shin:L=3` for each that is scored.

    `sites` gives the label of each site by its text. What is scored besides them stays.
    """

    def __init__(
        self,
        sites: Mapping[str, str],
        *,
        green_max: int,
        label_cells: int = LABEL_CELLS,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
    ) -> None:
        super().__init__("", label_cells=label_cells, id=id)
        self._scales = {
            site: PainScale(label, green_max=green_max, label_cells=label_cells)
            for site, label in sites.items()
        }
        self._others: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay out the scales."""
        yield from self._scales.values()

    @property
    def text(self) -> str:
        """Return the sites that have a score, one a line."""
        scored = {site: scale.text for site, scale in self._scales.items() if scale.text}
        return BETWEEN.join(f"{site}={score}" for site, score in (scored | self._others).items())

    @text.setter
    def text(self, text: str) -> None:
        scores = dict(line.rpartition("=")[::2] for line in text.split(BETWEEN) if line)
        for site, scale in self._scales.items():
            scale.text = scores.pop(site, "")
        self._others = scores

    def focus_field(self) -> None:
        """Bring the focus to the first scale."""
        next(iter(self._scales.values())).focus()

    @on(PainScale.Changed)
    def _scored(self, event: PainScale.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(self))
