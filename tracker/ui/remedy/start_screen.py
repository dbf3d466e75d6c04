"""Before the timer: heat or cold, where, and for how many minutes."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from tracker.diary.remedies import RemedyBasis
from tracker.domain.clock_words import format_clock
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.remedy import RemedyKind
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite
from tracker.domain.verdict import Zone
from tracker.rules import constants as c
from tracker.rules.heat_cold import (
    EVERY_TIME,
    EVIDENCE,
    LEAVE_OUT,
    MANNER,
    MANNER_RULE,
    MINUTES,
    NEVER,
    cautions_of,
    parse_pack_minutes,
    pause_left,
)
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.remedy.cautions_screen import said_words
from tracker.ui.remedy.place_row import PlaceRow
from tracker.ui.unsaved import may_part
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.page import Page

_KINDS: Final = tuple((kind.value, kind.value) for kind in MINUTES)
_FIELD_CELLS: Final = 5

AskCautions = Callable[[RemedyKind], Awaitable[Settings | None]]
"""Shows a kind's cautions and keeps what was said; gives the settings, None where none was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChoice:
    """What the timer is set to."""

    kind: RemedyKind
    place: PainSite | None
    minutes: int


class PackStart(Page[PackChoice | None]):
    """Asks what the timer begins with; None = back. Nothing starts before the cautions (R-HC-03).

    `clock` gives the time of day.
    """

    DEFAULT_CSS = """
    PackStart {
        & .start--text { height: auto; max-width: 76; margin: 1 0 0 1; }
    }
    PackStart.-tall FormRow { margin-bottom: 1; }
    """

    SCOPE: ClassVar[Scope] = Scope.PACK_START
    HINTS: ClassVar[tuple[str, ...]] = ("start_pack", "show_cautions", "no_pack")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.PACK_START)]
    AUTO_FOCUS = "#kind"

    kind_row = getters.query_one("#kind", ChoiceRow)
    where = getters.query_one(PlaceRow)
    minutes = getters.query_one("#minutes", FieldRow)
    note = getters.query_one("#pause", Note)

    def __init__(
        self,
        basis: RemedyBasis,
        *,
        kind: RemedyKind | None,
        ask_cautions: AskCautions,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__("Heat or cold timer")
        self._basis = basis
        self._settings = basis.settings
        self._first_kind = kind or basis.suggested
        self._ask_cautions = ask_cautions
        self._clock = clock
        self._offered: tuple[object, ...] = ()

    @override
    def content(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield ChoiceRow("Kind", _KINDS, value=self._first_kind, required=True, id="kind")
            yield Note(id="pause")
            yield PlaceRow(self._basis.places, chosen=self._basis.sorest)
            yield FieldRow(
                "For", text=str(c.PACK_USUAL_MIN), unit="minutes", cells=_FIELD_CELLS, id="minutes"
            )
            yield Static(id="manner", classes="start--text")
            yield Static(id="cautions", classes="start--text")

    def on_mount(self) -> None:
        """Say what goes with the kind."""
        self._show_kind()
        self._offered = self._set

    @property
    def kind(self) -> RemedyKind:
        """Return the chosen kind."""
        return RemedyKind(self.kind_row.value or self._first_kind)

    @on(ChoiceRow.Changed, "#kind")
    def _show_kind(self) -> None:
        kind = self.kind
        fewest, most = MINUTES[kind]
        self.minutes.set_hint(Content.styled(f"{fewest}-{most}  R-HC-04", "$dim"))
        self.minutes.set_error("")
        self.query_one("#manner", Static).update(
            Content.assemble(
                Content.styled(f"{MANNER[kind]} {NEVER[kind]}", "bold"),
                Content.styled(f"  {MANNER_RULE[kind]}\n{EVIDENCE[kind]}", "$dim"),
            )
        )
        self._show_cautions()
        self._say_pause()

    def _show_cautions(self) -> None:
        said = said_words(cautions_of(self._settings, self.kind))
        self.query_one("#cautions", Static).update(
            Content.assemble(
                EVERY_TIME[self.kind],
                Content.styled("  R-HC-03\n", "$dim"),
                Content.styled("w", "bold $accent"),
                Content.styled(f" who leaves {self.kind} out: {said}", "$dim"),
            )
        )

    def _say_pause(self) -> None:
        """Say where the pause after the last cold is not over (R-HC-02)."""
        now, ended = self._clock(), self._basis.cold_ended
        left = pause_left(ended, now) if self.kind is RemedyKind.COLD else timedelta()
        if ended is None or not left:
            self.note.show("")
            return
        minutes = int((now - ended).total_seconds()) // 60
        ago = f"{minutes} min ago" if minutes > 0 else "just now"
        until = format_clock(now + left, clock_24h=self._settings.clock_24h)
        self.note.show(
            f"The last cold ended {ago}. Leave at least {c.COLD_PAUSE_MIN} min"
            f" between two: wait until {until}.",
            zone=Zone.AMBER,
            rule="R-HC-02",
        )

    # ------------------------------------------------------------------ keys

    @work(exclusive=True)
    async def action_start_pack(self) -> None:
        """Start, once the minutes can be had and the cautions were answered."""
        kind = self.kind
        minutes = parse_pack_minutes(self.minutes.text or str(c.PACK_USUAL_MIN), kind)
        if isinstance(minutes, Problem):
            self.minutes.set_error(minutes.message)
            self.minutes.focus_field()
        elif cautions_of(self._settings, kind) or await self._answered():
            self.dismiss(PackChoice(kind=kind, place=self.where.place, minutes=minutes))

    @work(exclusive=True)
    async def action_show_cautions(self) -> None:
        """Show the cautions again; they may be answered anew."""
        await self._answered()

    async def _answered(self) -> bool:
        """Put the cautions; tell whether heat or cold may be used."""
        settings = await self._ask_cautions(self.kind)
        if settings is None:
            return False
        self._settings = settings
        self._show_cautions()
        allowed = cautions_of(settings, self.kind) is not None
        if allowed:
            self._say_pause()
        else:
            self.note.show(LEAVE_OUT[self.kind], rule="R-HC-03")
        return allowed

    @property
    def dirty(self) -> bool:
        """Return whether anything differs from what was offered."""
        return self._set != self._offered

    @property
    def _set(self) -> tuple[object, ...]:
        return (self.kind, self.where.place, self.minutes.text.strip())

    async def may_close(self) -> bool:
        """Ask what becomes of what was set, because it is being left."""
        return await may_part(self.app, dirty=self.dirty)

    @work(group="leave", exclusive=True)
    async def action_no_pack(self) -> None:
        """Go back; what was set is asked about once."""
        if await self.may_close():
            self.dismiss(None)
