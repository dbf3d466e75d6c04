"""What the first steps ask: units and numbers to call, the eight questions, the sites to track."""

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tracker.domain.text import counted
from tracker.rules.screening import SCREENING_QUESTIONS
from tracker.rules.wording import ABOUT_TEXT
from tracker.ui.form.body import FormBody
from tracker.ui.widgets.note import Note

_AFTER: Final[Mapping[str, str]] = {
    "day_start_hour": "What is logged before that hour still belongs to the day before.",
    "urgent_line": (
        "Both are shown in large when an answer asks for them. The second is for urgent medical"
        " advice that can wait for a call."
    ),
}


class BasicsBody(FormBody):
    """Says what this is, then asks."""

    DEFAULT_CSS = """
    BasicsBody > .step--text { color: $dim; height: auto; max-width: 76; margin: 0 0 1 1; }
    """

    COMPACT: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """Lay out the rows, with a sentence after those that need one."""
        yield self._text(ABOUT_TEXT)
        yield self._text("Your data stay in one file on this machine.")
        for name in self.fields:
            yield self.row(name)
            if name in _AFTER:
                yield self._text(_AFTER[name])
        yield Note(id="whole")

    @staticmethod
    def _text(words: str) -> Static:
        return Static(Content(words), classes="step--text")


class ScreeningBody(FormBody):
    """The questions; the last belongs to a yes before it."""

    COMPACT: ClassVar[bool] = True

    def follow(self) -> None:
        """Show a question that follows from another as soon as that is answered with yes."""
        rows = self.rows
        for question in SCREENING_QUESTIONS:
            after = question.only_after
            rows[question.field].display = after is None or self.value(after) is True

    async def save(self) -> bool:
        """Save the answers, once all that are asked are there."""
        missing = [row for row in self.rows.values() if row.display and not row.text]
        if not missing:
            return await super().save()
        count = counted(len(missing), "question")
        is_open = "is" if len(missing) == 1 else "are"
        self.say(f"{count} {is_open} still open. Answer with y or n, or skip with ctrl+n.")
        missing[0].focus_field()
        return False
