"""Several of a few sentences, each with a box, one below the other."""

from textual import on
from textual.app import ComposeResult

from tracker.domain.form import BETWEEN, Options
from tracker.ui.widgets.question import Question
from tracker.ui.widgets.row_group import RowGroup


class SentenceRows(RowGroup):
    """A box for each sentence; the text of the field names those that are ticked."""

    def __init__(
        self,
        options: Options,
        *,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
    ) -> None:
        super().__init__("", id=id)
        self._options = options
        self._text = ""

    def compose(self) -> ComposeResult:
        """Lay out the boxes."""
        ticked = self._text.split(BETWEEN)
        for key, words in self._options:
            yield Question(key, words, ticked=key in ticked)

    @property
    def text(self) -> str:
        """Return the keys of what is ticked, one a line."""
        if not self.is_mounted:
            return self._text
        return BETWEEN.join(each.key for each in self.query(Question) if each.ticked)

    @text.setter
    def text(self, text: str) -> None:
        self._text = text
        ticked = text.split(BETWEEN)
        for each in self.query(Question):
            each.ticked = each.key in ticked

    def focus_field(self) -> None:
        """Bring the focus to the first box."""
        self.query(Question).first().focus()

    @on(Question.Ticked)
    def _ticked(self, event: Question.Ticked) -> None:
        event.stop()
        self.post_message(self.Changed(self))
