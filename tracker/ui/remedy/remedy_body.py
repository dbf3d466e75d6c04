"""The form of a remedy that was not timed here, with the last ones below it."""

from collections.abc import Iterable
from typing import Any, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tracker.diary.kinds.remedy import remedy_words
from tracker.domain.fields import moment_words
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.rules import constants as c
from tracker.rules.heat_cold import MINUTES
from tracker.ui.form.body import FormBody
from tracker.ui.widgets.field_row import FieldRow

_NOTHING_YET: Final = "No remedy is on file yet. t on the Stretch tab times heat and cold."


class RemedyBody(FormBody):
    """Says where a use was longer than advised; `lately` are the last ones, newest first."""

    DEFAULT_CSS = """
    RemedyBody > #lately { height: auto; margin: 1 0 0 1; }
    """

    def __init__(self, *args: Any, lately: Iterable[Remedy], **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        self._lately = tuple(lately)

    def compose(self) -> ComposeResult:
        """Lay out the rows, and the last remedies below them."""
        yield from super().compose()
        yield Static(self._lines(), id="lately")

    def _lines(self) -> Content:
        if not self._lately:
            return Content.styled(_NOTHING_YET, "$dim")
        lines = (
            Content.assemble(
                Content.styled(f"{moment_words(each.at, self.context)}  ", "$dim"),
                remedy_words(each),
            )
            for each in self._lately
        )
        return Content("\n").join([Content.styled("Lately", "bold"), *lines])

    def follow(self) -> None:
        """Say where a timed use is longer than advised (R-HC-04)."""
        # Only a medicine has a name.
        self.rows["name"].display = self.value("kind") is RemedyKind.MEDICINE
        row = self.query_one("#minutes", FieldRow)
        if not row.refused:
            seconds = self.value("minutes") or 0
            longer = self.value("kind") in MINUTES and seconds > c.PACK_STOP_MIN * 60
            words = f"More than the {c.PACK_STOP_MIN} minutes that are advised." if longer else ""
            row.set_warning(words, rule="R-HC-04" if longer else "")
