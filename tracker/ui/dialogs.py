"""Questions that wait for an answer."""

from enum import StrEnum
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

ValueT = TypeVar("ValueT")


class Dialog(ModalScreen[ValueT | None], Generic[ValueT]):
    """A short question with one key for each answer; esc gives no answer.

    `answers` are triples of key, words and value, the most careful one first. `usual` is the value
    that enter takes, where there is one.
    """

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        & > Vertical {
            width: 60; max-width: 90%; height: auto;
            background: $surface; padding: 1 2;
            border-left: outer $accent;
        }
        & .dialog--text { margin: 1 0; color: $foreground; height: auto; }
        & .dialog--answers { height: auto; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "no_answer", "back", show=False)]

    def __init__(
        self,
        title: str,
        text: str,
        answers: tuple[tuple[str, str, ValueT], ...],
        *,
        usual: ValueT | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._answers = answers
        self._usual = usual

    def compose(self) -> ComposeResult:
        """Lay out heading, sentence and answers."""
        with Vertical():
            yield Static(Content.styled(self._title, "bold"))
            if self._text:
                yield Static(Content(self._text), classes="dialog--text")
            yield Static(
                Content("\n").join(
                    Content.assemble(
                        Content.styled(f"{key:>5} ", "bold $accent"),
                        Content.styled(words, "$dim"),
                        self._enter(value),
                    )
                    for key, words, value in (*self._answers, ("esc", "back", None))
                ),
                classes="dialog--answers",
            )

    def _enter(self, value: ValueT | None) -> Content:
        if self._usual is None or value != self._usual:
            return Content("")
        return Content.assemble("  ", Content.styled("enter", "bold $accent"))

    def on_key(self, event: events.Key) -> None:
        """Take the answer whose key was pressed."""
        for key, _words, value in self._answers:
            if event.key == key or (event.key == "enter" and value == self._usual):
                event.stop()
                self.dismiss(value)
                return

    def action_no_answer(self) -> None:
        """Close without an answer."""
        self.dismiss(None)


class Leave(StrEnum):
    """What to do with a changed form that is about to be left."""

    SAVE = "save"
    DISCARD = "discard"


def leave_dialog(*, savable: bool = True) -> Dialog[Leave]:
    """Ask what becomes of a changed form; no answer means stay.

    What is no record of its own is not `savable`.
    """
    save = (("s", "save it and go on", Leave.SAVE),) if savable else ()
    discard = ("d", "discard it and go on", Leave.DISCARD)
    return Dialog("Not saved yet", "What you typed here is not in the diary yet.", (*save, discard))


class Whose(StrEnum):
    """Whose value stays of a field that was changed on both sides."""

    MINE = "mine"
    THEIRS = "theirs"


def whose_dialog(what: str, *, field: str = "") -> Dialog[Whose]:
    """Ask whose value stays; `what` says when it was changed elsewhere, and to what.

    `field` is the name of the field, where its value alone doesn't say which one it is.
    """
    return Dialog(
        f"{field}: changed on both sides" if field else "Changed on both sides",
        what,
        (("k", "keep yours", Whose.MINE), ("t", "take theirs", Whose.THEIRS)),
    )


def confirm_dialog(title: str, text: str, *, verb: str) -> Dialog[bool]:
    """Ask whether to go on with something; no answer means no."""
    return Dialog(title, text, (("y", verb, True), ("n", "leave it as it is", False)))


def notice(title: str, text: str) -> Dialog[bool]:
    """Say something that must be read before going on."""
    return Dialog(title, text, (("enter", "go on", True),))
