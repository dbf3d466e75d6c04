"""Who leaves heat or cold out: shown before the first use, and whenever it is asked for."""

from enum import StrEnum
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from typing_extensions import override

from tracker.domain.calendar_words import format_day
from tracker.domain.remedy import CautionAnswer, RemedyKind
from tracker.rules.heat_cold import CAUTIONS, EVIDENCE, LEAVE_OUT, MANNER, MANNER_RULE, NEVER
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.dialogs import Dialog
from tracker.ui.widgets.page import Page
from tracker.ui.widgets.prose import Line, Prose, plain_line

_LABEL_CELLS: Final = 3


class Said(StrEnum):
    """What the person says of the cautions."""

    NONE_APPLIES = "none"
    AGREED = "agreed"
    LEFT_OUT = "left_out"


class CautionsScreen(Page[Said | None]):
    """Lists the cautions of one kind (R-HC-03); None where nothing was said."""

    DEFAULT_CSS = """
    CautionsScreen {
        & Prose { max-width: 76; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.CAUTIONS
    HINTS: ClassVar[tuple[str, ...]] = ("none_applies", "one_applies", "leave_cautions")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.CAUTIONS)]

    def __init__(self, kind: RemedyKind, said: CautionAnswer | None) -> None:
        super().__init__(f"Before you use {kind.value}", said_words(said))
        self._kind = kind

    @override
    def content(self) -> ComposeResult:
        with VerticalScroll():
            yield Prose(self._lines(), label_cells=_LABEL_CELLS)

    def _lines(self) -> tuple[Line, ...]:
        kind = self._kind
        return (
            plain_line(_with_rule("Does one of these apply to you?", "R-HC-03")),
            *(Line(Content(caution), " ·") for caution in CAUTIONS[kind]),
            plain_line(""),
            plain_line(LEAVE_OUT[kind]),
            plain_line(""),
            plain_line(_with_rule(f"{MANNER[kind]} {NEVER[kind]}", MANNER_RULE[kind])),
            plain_line(Content.styled(EVIDENCE[kind], "$dim")),
        )

    def action_none_applies(self) -> None:
        """Say that none of them applies."""
        self.dismiss(Said.NONE_APPLIES)

    @work(exclusive=True)
    async def action_one_applies(self) -> None:
        """Say that one applies: it is left out, unless a clinician agreed."""
        dialog = Dialog(
            LEAVE_OUT[self._kind],
            "The timer starts only where a clinician knows of it and agreed.  R-HC-03",
            (
                ("l", "leave it out", Said.LEFT_OUT),
                ("c", "a clinician agreed: keep that", Said.AGREED),
            ),
        )
        said = await self.app.push_screen_wait(dialog)
        if said is not None:
            self.dismiss(said)

    def action_leave_cautions(self) -> None:
        """Go back; what was said before stays."""
        self.dismiss(None)


def said_words(said: CautionAnswer | None) -> str:
    """Write what was said of the cautions, and when."""
    if said is None:
        return "not answered yet"
    word = "a clinician agreed" if said.agreed else "none applies"
    return f"{word}, said on {format_day(said.day)}"


def _with_rule(words: str, rule: str) -> Content:
    return Content.assemble(Content.styled(words, "bold"), Content.styled(f"  {rule}", "$dim"))
