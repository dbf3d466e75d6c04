"""The stretch guide: full screen, to be read from two metres."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Horizontal, Vertical
from textual.content import Content
from typing_extensions import override

from tracker.diary.boot_time_clock import boot_time_seconds
from tracker.domain.pain import SCORE_MAX
from tracker.insight.body_figure import FIGURES, BodySize
from tracker.insight.body_raster import target_lights
from tracker.rules.player import (
    SECOND,
    Phase,
    Player,
    Signal,
    advance,
    back,
    duration,
    hurt,
    signal,
    skip,
    toggle_pause,
)
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.stretch import guide_words
from tracker.ui.stretch.time_bar import TimeBar
from tracker.ui.widgets.block_digits import BlockDigits, digit_cells
from tracker.ui.widgets.body_map import BodyMap
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.timed_screen import LARGE_FROM, TimedScreen, rows

FIGURE_FROM: Final = (
    (BodySize.LARGE, (100, 36)),
    (BodySize.MEDIUM, (100, 30)),
    (BodySize.SMALL, (80, 22)),
)
"""The columns and rows from which on a figure stands beside the words; below, there is none."""
FIGURE_GAP: Final = 6
PLAIN_CELLS: Final = 78
SMALL_CELLS: Final = 76
WIDE_CELLS: Final = 110
KEEP_EVERY: Final = 15 * SECOND
ROOMY_FROM: Final = 38
SLIM_BELOW: Final = 76
"""Below this many columns the longest cue needs three lines, and not every key finds room."""
TEXT_ROWS: Final = 2
"""Rows of cue and of caution; one more where the text is slim."""
FEW_HINTS: Final = ("pause", "skip_ahead", "pain_here", "leave_guide", "keys_help")
_RINGING: Final = frozenset({Signal.START, Signal.SWITCH, Signal.END})


class PlayerScreen(TimedScreen[Player]):
    """Leads through a routine and gives back how far it came.

    `keep` is called whenever a step ends, at each pause and every few seconds, so that little is
    lost whatever happens; `keep_bell` when the bell is switched. `notes` are today's cautions by
    step. `monotonic_clock` gives seconds that only go forward. `glyphs` is the setting of the
    signs, for the figure. Where there is room the figure shows what is stretched at the moment.
    """

    CSS_PATH = "player.tcss"
    SCOPE: ClassVar[Scope] = Scope.PLAYER
    HINTS: ClassVar[tuple[str, ...]] = (
        "pause", "skip_ahead=next part", "pain_here", "toggle_bell", "leave_guide", "keys_help",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(Scope.PLAYER),
        *(
            Binding(str(score), f"pain_here({score})", f"{score}", show=False)
            for score in range(SCORE_MAX)
        ),
    ]

    FLASH_S: ClassVar[float] = 0.4
    TINY_BELOW: ClassVar[int] = 24

    body = getters.query_one("#body", Vertical)
    figure = getters.query_one(BodyMap)
    digits = getters.query_one(BlockDigits)
    step_bar = getters.query_one("#step-bar", TimeBar)
    routine_bar = getters.query_one("#routine-bar", TimeBar)

    def __init__(
        self,
        name: str,
        player: Player,
        *,
        notes: Mapping[str, str] | None = None,
        bell: bool = False,
        glyphs: str = "auto",
        keep: Callable[[Player], None],
        keep_bell: Callable[[bool], None],
        monotonic_clock: Callable[[], float] = boot_time_seconds,
    ) -> None:
        super().__init__(monotonic_clock=monotonic_clock, bell=bell, keep_bell=keep_bell)
        self._routine = name
        self.player = player
        self._keep = keep
        self._notes = notes or {}
        self._glyphs = glyphs
        self._kept = self.looked
        self._one_at: tuple[int, int] | None = None
        self._message = Content("")

    # ------------------------------------------------------------------ layout

    def compose(self) -> ComposeResult:
        """Lay out the figure at the left, the words at the right, and the bars below both."""
        with Vertical(id="column"):
            with Horizontal(id="middle"):
                with Vertical(id="body"):
                    figure = BodyMap()
                    figure.glyphs = self._glyphs
                    yield figure
                    yield from rows("feel")
                with Vertical(id="text"):
                    yield from rows("where", "name", "side")
                    with Center(id="large"):
                        yield BlockDigits()
                    yield from rows("cue", "caution", "message", "next")
            yield TimeBar("step", id="step-bar")
            yield TimeBar("routine", id="routine-bar")
            yield from rows("stops")
        yield KeyFooter()

    @override
    def fit(self) -> None:
        columns, height = self.size
        self._fit_figure(columns, height)
        room = self._text_cells
        doubled = columns >= LARGE_FROM[0] and height >= LARGE_FROM[1]
        fits = digit_cells(guide_words.widest_digits(self.player), scale=2) <= room
        self.digits.scale = 2 if doubled and fits else 1
        self.set_class(height >= ROOMY_FROM, "-roomy")
        self.set_class(columns < SLIM_BELOW, "-slim")
        self.set_class(room < SLIM_BELOW, "-three-rows")
        self.footer.hints = FEW_HINTS if self._slim else self.HINTS

    def _fit_figure(self, columns: int, height: int) -> None:
        fitting = (
            size for size, least in FIGURE_FROM if columns >= least[0] and height >= least[1]
        )
        size = next(fitting, None)
        self.body.display = size is not None
        self.set_class(size is not None, "-figure")
        for each in BodySize:
            self.set_class(size is each, f"-{each}-figure")
        if size is not None:
            self.figure.scale = size

    @property
    def _text_cells(self) -> int:
        """Return the columns beside the figure, as the stylesheet shares them."""
        if not self.body.display:
            return min(self.size.width, PLAIN_CELLS)
        small = self.figure.scale is BodySize.SMALL
        whole = min(self.size.width - 2, SMALL_CELLS if small else WIDE_CELLS)
        return whole - FIGURES[self.figure.scale].width - (2 if small else FIGURE_GAP)

    def on_screen_suspend(self) -> None:
        """Wait while another screen lies above."""
        if not self.player.paused:
            self._become(toggle_pause(self.player))

    @property
    def _slim(self) -> bool:
        return self.has_class("-slim")

    # ------------------------------------------------------------------ time

    @override
    def pass_time(self, elapsed: int) -> None:
        self._become(advance(self.player, elapsed))

    def _become(self, player: Player) -> None:
        before, self.player = self.player, player
        if before.phase is Phase.FINISHED:
            return
        heard = signal(before, player)
        if heard in _RINGING:
            self.notice()
        if heard is Signal.END or (player.paused and not before.paused) or self._keep_due:
            self._kept = self.looked
            self._keep(player)
        if heard is Signal.START:
            self._message = Content("")
        if player.phase is Phase.FINISHED:
            self.dismiss(player)
        else:
            self.draw()

    @property
    def _keep_due(self) -> bool:
        return not self.player.paused and self.looked - self._kept >= KEEP_EVERY

    # ------------------------------------------------------------------ drawing

    @override
    def draw(self) -> None:
        player, step = self.player, self.player.step
        if step is None or not self.is_mounted:
            return
        width, text_rows = self._text_cells, TEXT_ROWS + self.has_class("-three-rows")
        self.write("where", guide_words.where_words(self._routine, player))
        self.write("name", Content.styled(step.name, "bold"))
        self.write("side", guide_words.side_words(player, glyphs_of(self)))
        self.write("cue", Content(guide_words.balanced(step.cue, width, rows=text_rows)))
        caution = guide_words.caution_words(step, self._notes.get(step.id, ""))
        caution = guide_words.balanced(caution, width, rows=text_rows)
        self.write("caution", Content.styled(caution, "$dim"))
        self.figure.lights = target_lights(step.target, player.side)
        stacked = self.has_class("-small-figure")
        self.write("feel", guide_words.feel_words(step, player.side, stacked=stacked))
        self.write("message", self._remark(player))
        self.write("stops", guide_words.stop_words(short=self._slim))
        self.write("next", guide_words.next_words(player).truncate(width, ellipsis=True))
        self.digits.text = guide_words.digits(player)
        self.set_class(player.paused, "-paused")
        self.step_bar.share = player.elapsed / max(duration(step), 1)
        self.step_bar.marked = player.side is not None
        self.step_bar.figures = guide_words.step_figures(player)
        self.routine_bar.share = player.position / max(player.total, 1)
        self.routine_bar.figures = guide_words.routine_figures(player)

    def _remark(self, player: Player) -> Content:
        """Give what has just happened; a tiny screen says here what else has no row of its own."""
        if guide_words.switching(player):
            return guide_words.SWITCH_SIDES
        if self._message.plain or not self.has_class("-tiny"):
            return self._message
        ready = player.phase is Phase.READY
        return guide_words.stop_words(short=self._slim) if ready else Content("")

    @override
    def say(self, words: str) -> None:
        self._message = Content.styled(words, "$dim")
        self.draw()

    # ------------------------------------------------------------------ keys

    def action_pause(self) -> None:
        """Wait, or go on."""
        self.tick()
        self._become(toggle_pause(self.player))

    def action_skip_ahead(self) -> None:
        """Leave this step out."""
        self.tick()
        self._message = Content("")
        self._become(skip(self.player))

    def action_go_back(self) -> None:
        """Go back one step."""
        self.tick()
        self._message = Content("")
        self._become(back(self.player))

    def action_pain_here(self, score: int) -> None:
        """Take a score for this stretch; 4 or more stops it (R-STR-05). 1 and soon 0 is 10."""
        now = self.now()
        one_at, self._one_at = self._one_at, (now, self.player.place) if score == 1 else None
        if score == 0 and one_at is not None:
            at, place = one_at
            score = SCORE_MAX if place == self.player.place and now - at <= SECOND else score
        self._take_pain(f"Pain here: {score}.", hurt(self.player, score))

    def action_tingling(self) -> None:
        """Stop this stretch for tingling, numbness or a shooting line (R-STR-05)."""
        self._take_pain("Tingling.", hurt(self.player, nerve_signs=True))

    def _take_pain(self, words: str, player: Player) -> None:
        stopped = player.place != self.player.place
        self._message = guide_words.pain_words(words, stopped=stopped)
        self._become(player)

    def action_leave_guide(self) -> None:
        """Leave; it goes on from here another time."""
        self.tick()
        if self.is_current:
            self.dismiss(self.player)
