"""What the first steps ask: units and numbers to call, the eight questions, the sites to track."""

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from tracker.domain.settings import DistanceUnit
from tracker.domain.text import counted
from tracker.insight.month_chart import WIDTH
from tracker.rules.screening import SCREENING_QUESTIONS
from tracker.rules.wording import ABOUT_TEXT
from tracker.ui.form.body import FormBody
from tracker.ui.setup.promise import PROMISE, Promise
from tracker.ui.widgets.note import Note

BESIDE_FROM: Final = 116
"""From so many columns on the picture stands beside the rows."""
PICTURE_FROM: Final = 24
KEPT: Final = "Your data stay in one file on this machine."
_AFTER: Final[Mapping[str, str]] = {
    "day_start_hour": "What is logged before that hour still belongs to the day before.",
    "urgent_line": "Shown in large when an answer asks for them; the second for urgent advice.",
}


class BasicsBody(FormBody):
    """Shows what one gets, asks, and says what this is."""

    DEFAULT_CSS = """
    BasicsBody {
        & .step--text { color: $dim; height: auto; max-width: 76; margin: 0 0 0 1; }
        & .step--promise { height: auto; max-width: 90; margin: 0 0 1 1; text-style: bold; }
        & #beside, & #asked { height: auto; }
        & Promise { margin: 0 0 1 0; }
        & #about { margin: 1 0 0 1; }
    }
    BasicsBody.-stacked #beside { layout: vertical; }
    BasicsBody.-beside {
        & #beside { layout: horizontal; }
        & #asked { width: 1fr; max-width: 60; }
        & #asked .step--text { margin: 0 0 1 1; }
        & Promise { background: $surface; width: 72; padding: 1; margin: 0 2 1 1; }
        & Promise > FourWeeks { margin-top: 1; }
    }
    """

    COMPACT: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """Lay out the picture and the rows, with a sentence after those that need one."""
        yield Static(Content(PROMISE), classes="step--promise")
        with Container(id="beside"):
            yield Promise(self.context.settings, self.context.today)
            with Vertical(id="asked"):
                for name in self.fields:
                    yield self.row(name)
                    if name in _AFTER:
                        yield self._text(_AFTER[name])
        yield self._text(f"{ABOUT_TEXT} {KEPT}", id="about")
        yield Note(id="whole")

    def on_resize(self) -> None:
        """Put the picture left of the rows where both have room, else above them."""
        columns, rows = self.screen.size
        beside = columns >= BESIDE_FROM
        self.set_class(beside, "-beside")
        self.set_class(not beside, "-stacked")
        self.query_one(Promise).display = columns >= WIDTH and rows >= PICTURE_FROM
        self.follow()

    @override
    def follow(self) -> None:
        unit = self.value("unit")
        short = self.screen.has_class("-short")
        self.query_one(Promise).show(unit or DistanceUnit.KM, short=short)

    @staticmethod
    def _text(words: str, id: str | None = None) -> Static:  # noqa: A002 - the toolkit's own word
        return Static(Content(words), classes="step--text", id=id)


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
        self.say(f"{count} {is_open} still open. Answer with y or n, or skip with x.")
        missing[0].focus_field()
        return False
