"""The 0-10 scale: a row of eleven written numbers, set with one key (R-PAIN-01, R-PAIN-05)."""

from collections.abc import Callable
from time import monotonic
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.reactive import reactive

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import SCORE_MAX, parse_score
from tracker.domain.problem import Problem
from tracker.domain.verdict import Zone
from tracker.rules.constants import AMBER_MAX
from tracker.rules.pain import zone
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import ZONE_ROLE, ZONE_WORD, glyphs_of
from tracker.ui.widgets.form_row import LABEL_CELLS, FormRow

TEN_WITHIN_S: Final = 1.0
"""A `0` typed this soon after a `1` makes it 10."""

SCALE_CELLS: Final = 36
_STOP_FROM: Final = AMBER_MAX + 1
_PLAIN_GAPS: Final = (3, _STOP_FROM)


class PainScale(FormRow, can_focus=True):
    """One score from 0 to 10, or none: `value` None is "not logged" and never the same as 0.

    Without zones it asks for an amount that has none, such as fatigue.
    """

    DEFAULT_CSS = """
    PainScale { min-width: 54; }
    """

    SCOPE: ClassVar[Scope] = Scope.SCALE
    HINTS: ClassVar[tuple[str, ...]] = ("scale_set", "scale_adjust", "scale_clear")

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(Scope.SCALE),
        *(
            Binding(str(digit), f"score({digit})", f"{digit}", show=False)
            for digit in range(SCORE_MAX)
        ),
    ]

    value: reactive[int | None] = reactive(None)
    zoned: reactive[bool] = reactive(default=True)
    green_max: reactive[int] = reactive(2)

    @dataclass
    class Changed(FormRow.Changed):
        """The score was changed by the person."""

        row: "PainScale"
        value: int | None

    def __init__(
        self,
        label: str,
        *,
        value: int | None = None,
        zoned: bool = True,
        green_max: int = 2,
        label_cells: int = LABEL_CELLS,
        monotonic_clock: Callable[[], float] = monotonic,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(label, label_cells=label_cells, id=id, classes=classes)
        self._clock = monotonic_clock
        self._one_at: float | None = None
        self.set_reactive(PainScale.value, value)
        self.set_reactive(PainScale.zoned, zoned)
        self.set_reactive(PainScale.green_max, green_max)

    @property
    def text(self) -> str:
        """Return the score, "" for none."""
        return "" if self.value is None else str(self.value)

    @text.setter
    def text(self, text: str) -> None:
        score = parse_score(text)
        self.value = None if isinstance(score, Problem) else score

    def render(self) -> Content:
        """Draw mark, label, scale and read-out as one line."""
        row = Content.assemble(
            self.label_content(focused=self.has_focus), self._scale(), " ", self._read_out()
        )
        width = self.content_size.width
        if 0 < width < row.cell_length:
            room = width - self._label_cells - SCALE_CELLS - 1
            row = Content.assemble(row[: self._label_cells + SCALE_CELLS + 1], self._short(room))
        return row

    @property
    def _gaps(self) -> tuple[int, int]:
        """Return the two numbers that have a divider before them: where a zone starts."""
        return (self.green_max + 1, _STOP_FROM) if self.zoned else _PLAIN_GAPS

    def _scale(self) -> Content:
        parts: list[Content] = []
        blank = "$dim" if self.has_focus else "$faint"
        divider = glyphs_of(self).divider if self.zoned else " "
        for number in range(SCORE_MAX + 1):
            if number in self._gaps:
                parts.append(Content.styled(divider, blank))
            parts.append(self._cell(number, blank))
        return Content("").join(parts)

    def _first_cell(self, number: int) -> int:
        return number * 3 + sum(number >= gap for gap in self._gaps)

    @property
    def active_cell(self) -> Offset:
        """Return the cell of the score, of 0 where there is none."""
        return Offset(self._label_cells + self._first_cell(self.value or 0) + 1, 0)

    def _cell(self, number: int, blank: str) -> Content:
        if self.value is None or number > self.value:
            return Content.styled(f" {number} ", blank)
        role = ZONE_ROLE[self._zone(number)] if self.zoned else "neutral"
        if number == self.value:
            return Content.styled(f"[{number}]", f"bold $ink on ${role}")
        ground = f"${role}-tint" if self.zoned else "$panel"
        colour = f"${role}" if self.zoned else "$dim"
        return Content.styled(f" {number} ", f"{colour} on {ground}")

    def _read_out(self) -> Content:
        if self.value is None:
            return Content.styled("– not logged", "$dim")
        number = Content.styled(f"{self.value}", "bold")
        if not self.zoned:
            return Content.assemble(number, Content.styled(f" of {SCORE_MAX}", "$dim"))
        found = self._zone(self.value)
        return Content.assemble(
            number,
            Content.styled(
                f" {glyphs_of(self).zones[found]} {ZONE_WORD[found]}", f"${ZONE_ROLE[found]}"
            ),
        )

    def _short(self, room: int) -> Content:
        """Return the read-out without its words, for rows that have no room for them."""
        if self.value is None:
            words = "– unlogged"
            return Content.styled(words if len(words) <= room else "–", "$dim")
        if not self.zoned:
            return Content(f"{self.value}")
        return Content(f"{self.value} {glyphs_of(self).zones[self._zone(self.value)]}")

    def _zone(self, score: int) -> Zone:
        return zone(score, green_max=self.green_max)

    def _on_blur(self, event: events.Blur) -> None:
        super()._on_blur(event)
        self._one_at = None

    def _set(self, value: int | None) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))

    def action_score(self, digit: int) -> None:
        """Set the score to a digit; `0` soon after `1` makes 10."""
        one_at, self._one_at = self._one_at, self._clock() if digit == 1 else None
        if digit == 0 and one_at is not None and self._clock() - one_at <= TEN_WITHIN_S:
            self._set(SCORE_MAX)
        else:
            self._set(digit)

    def action_scale_adjust(self, step: int) -> None:
        """Move the score one up or down; from "not logged" it starts at 0."""
        self._one_at = None
        if self.value is None:
            self._set(0)
        else:
            self._set(min(max(self.value + step, 0), SCORE_MAX))

    def action_scale_clear(self) -> None:
        """Make it "not logged"."""
        self._one_at = None
        self._set(None)

    def on_click(self, event: events.Click) -> None:
        """Set the number that was clicked."""
        column = event.get_content_offset(self)
        if column is None:
            return
        cell = column.x - self._label_cells
        for number in range(SCORE_MAX + 1):
            first = self._first_cell(number)
            if first <= cell < first + len(f" {number} "):
                self._set(number)
