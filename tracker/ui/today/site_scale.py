"""The scale of one tracked site: after a typed digit the focus goes on by itself."""

from time import monotonic
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.domain.site import PainSite
from tracker.ui.today import moving_on
from tracker.ui.widgets.form_row import FormRow
from tracker.ui.widgets.pain_scale import SCALE_CELLS, PainScale

BAR_GAP: Final = "  "


class SiteScale(PainScale):
    """The scale of one tracked site.

    While it waits to hand the focus on, a bar below it drains and names the row that comes next;
    where there is no row for that, it drains in the read-out.
    """

    left: reactive[float] = reactive(0.0)

    @dataclass
    class Typed(Message):
        """A digit set the score, which may go on to the next row."""

        scale: "SiteScale"

    def __init__(self, place: PainSite, *, green_max: int) -> None:
        super().__init__(place.label, green_max=green_max)
        self.place = place
        self._next: FormRow | None = None
        self._ends_at = 0.0
        self._waits: tuple[Timer, ...] = ()

    # ------------------------------------------------------------------ the wait

    def wait(self, row: FormRow, *, drains: bool) -> None:
        """Hand the focus on to a row in a moment, unless something is pressed before."""
        self.stop_waiting()
        self._next, self.left = row, 1.0
        self._ends_at = monotonic() + moving_on.WAIT_S
        self.add_class("-waiting")
        self._waits = (self.set_timer(moving_on.WAIT_S, self._go_on),)
        if drains:
            step = moving_on.WAIT_S / moving_on.CELLS
            self._waits += (self.set_interval(step, self._drain),)

    def stop_waiting(self) -> None:
        """Leave the focus where it is."""
        for timer in self._waits:
            timer.stop()
        self._waits, self._next, self.left = (), None, 0.0
        self.remove_class("-waiting")

    @property
    def waiting(self) -> bool:
        """Return whether the focus is about to go on."""
        return self._next is not None

    def _drain(self) -> None:
        self.left = max((self._ends_at - monotonic()) / moving_on.WAIT_S, 0.0)

    def _go_on(self) -> None:
        row = self._next
        self.stop_waiting()
        if row is not None and self.has_focus and self.screen.is_current and row.is_attached:
            row.arrive_by_itself(grace_s=moving_on.GRACE_S)

    # ------------------------------------------------------------------ keys and clicks

    def action_score(self, digit: int) -> None:
        """Set the score to a digit; the first one goes on by itself, a second one stops that."""
        second = self.waiting
        self.stop_waiting()
        super().action_score(digit)
        if not second:
            self.post_message(self.Typed(self))

    def action_scale_adjust(self, step: int) -> None:
        """Move the score one up or down."""
        self.stop_waiting()
        super().action_scale_adjust(step)

    def action_scale_clear(self) -> None:
        """Make it "not logged"."""
        self.stop_waiting()
        super().action_scale_clear()

    def on_mouse_down(self) -> None:
        """Leave the focus where the mouse is."""
        self.stop_waiting()

    def on_blur(self) -> None:
        """Hand nothing on once the focus is elsewhere."""
        self.stop_waiting()

    # ------------------------------------------------------------------ drawing

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take one row; the page gives a second one for the bar."""
        return 1

    def render(self) -> Content:
        """Draw the scale, and the bar below it where the page has a row for that."""
        row = super().render()
        if not self.waiting or self._next is None:
            return row
        if self.content_size.height < 2:  # noqa: PLR2004
            return self._with_short_bar(row)
        return Content("\n").join([row, self._bar_line(self._next)])

    def _bar_line(self, row: FormRow) -> Content:
        full, drained = moving_on.bar(self.left)
        left = Content.assemble(
            " " * (self._label_cells + 1),
            Content.styled(full, "$accent"),
            Content.styled(drained, "$dim"),
            BAR_GAP,
            Content.styled("then ", "$dim"),
            Content.styled(row.label, "bold"),
        )
        if self.value == 1:
            ten = Content.assemble(
                Content.styled("0", "bold $accent"), Content.styled(" makes it 10", "$dim")
            )
            gap = self.content_size.width - left.cell_length - ten.cell_length
            if gap > 0:
                left = Content.assemble(left, " " * gap, ten)
        width = self.content_size.width
        return left.pad_right(max(width - left.cell_length, 0)).stylize("on $background")

    def _with_short_bar(self, row: Content) -> Content:
        full, drained = moving_on.bar(self.left, cells=moving_on.SHORT_CELLS)
        words = "1 or 10 " if self.value == 1 else f"{self.value} "
        start = self._label_cells + SCALE_CELLS
        read_out = Content.assemble(
            " ",
            Content.styled(words, "bold"),
            Content.styled(full, "$accent"),
            Content.styled(drained, "$dim"),
        )
        return Content.assemble(row[:start], read_out)
