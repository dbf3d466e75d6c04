"""Third step: the sites to track."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tracker.domain.site import LABELS, OTHER_LABEL_MAX, PainSite, Side, Site, sides_of
from tracker.domain.text import clean_text
from tracker.ui.setup.step_screen import StepScreen
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.field_row import FieldRow

_LABEL_CELLS: Final = 26
_SIDE_WORDS: Final = {
    Side.CENTRE: "centre",
    Side.LEFT: "left",
    Side.RIGHT: "right",
    Side.BOTH: "both",
}


class SitesScreen(StepScreen[tuple[PainSite, ...]]):
    """Gives the ticked sites, in the order of the list."""

    TITLE_TEXT: ClassVar[str] = "Where does it hurt?"
    FACT: ClassVar[str] = "step 3 of 3"
    AUTO_FOCUS = "CheckRow"

    def __init__(self, tracked: tuple[PainSite, ...]) -> None:
        super().__init__()
        self._tracked = tracked

    def rows(self) -> ComposeResult:
        """One row of sides for each site."""
        yield Static(
            Content("Tick one to three places to score each day. You can change them later."),
            classes="step--text",
        )
        for site in Site:
            label = LABELS[site]
            yield CheckRow(
                label[:1].upper() + label[1:],
                tuple((side.value, _SIDE_WORDS[side]) for side in sides_of(site)),
                ticked=frozenset(each.side.value for each in self._tracked if each.site is site),
                label_cells=_LABEL_CELLS,
                id=site.value,
            )
        named = next((each.name for each in self._tracked if each.name), "")
        yield FieldRow("Other is", text=named or "", cells=OTHER_LABEL_MAX, id="other_name")

    def action_step_done(self) -> None:
        """Give what is ticked."""
        name = clean_text(self.query_one("#other_name", FieldRow).text).strip()[:OTHER_LABEL_MAX]
        self.dismiss(
            tuple(
                PainSite(site, side, (name or None) if site is Site.OTHER else None)
                for site in Site
                for side in sides_of(site)
                if side.value in self.query_one(f"#{site.value}", CheckRow).ticked
            )
        )
