"""The verdict: the one loud thing on the page, then one line for each rule behind it."""

from typing import Final

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from tracker.diary.answers import Verdict
from tracker.rules.explanations import Explanation
from tracker.rules.red_flags import HELP_TODAY
from tracker.rules.wording import BE_CAREFUL
from tracker.ui.glyphs import OUTCOME_ROLE, glyphs_of

SENTENCE_CELLS: Final = 32
GAP: Final = 2

_WHY: Final = Content.assemble(
    Content.styled("w", "bold $accent"),
    Content.styled(" why: numbers, sources, limits", "$dim"),
)
_WHY_TIGHT: Final = Content.assemble(
    Content.styled("w", "bold $accent"), Content.styled(f" why   {BE_CAREFUL}", "$dim")
)
_CAREFUL: Final = Content.styled(BE_CAREFUL, "$dim")
_ROLES: Final = tuple(dict.fromkeys(OUTCOME_ROLE.values()))


class Reasons(Widget):
    """One line for each fired rule, sentence left and id right, then how the cap came about.

    Sentences wrap, ids don't. R-TXT-02's line closes them, unless help is needed today; `compact`
    writes it beside the key.
    """

    DEFAULT_CSS = """
    Reasons { height: auto; width: 1fr; padding: 1 2; }
    """

    verdict: reactive[Verdict | None] = reactive(None)
    compact: reactive[bool] = reactive(default=False, layout=True)

    def watch_verdict(self) -> None:
        """Ask for another height only where the lines need one: somebody may be typing."""
        width, height = self.content_size
        if len(self._lines(width)) != height:
            self.refresh(layout=True)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the wrapped lines need."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Write the lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if self.verdict is None:
            return [Content("")]
        reasons = [line for each in self.verdict.because for line in self._reason(each, width)]
        careful = self.verdict.level not in HELP_TODAY
        if self.compact:
            return [*reasons, _WHY_TIGHT if careful else _WHY]
        blank = Content("")
        lines = [Content.styled("because", "$dim"), blank, *reasons, blank]
        if self.verdict.cap_story:
            cap = Content.assemble(Content.styled("cap  ", "$dim"), self.verdict.cap_story)
            lines += [*cap.wrap(max(width, 1)), blank]
        closing = [blank, *_CAREFUL.wrap(max(width, 1))] if careful else []
        return [*lines, _WHY, *closing]

    def _reason(self, because: Explanation, width: int) -> list[Content]:
        room = max(width - len(because.rule) - GAP, 1)
        first, *more = Content(because.text).wrap(
            room if self.compact else min(room, SENTENCE_CELLS)
        )
        gap = " " * (width - first.cell_length - len(because.rule))
        return [Content.assemble(first, gap, Content.styled(because.rule, "$dim")), *more]


class VerdictCard(Widget):
    """What a day allows: band with the word, the cap and the manner, then the reasons.

    It takes no focus. Without a verdict the band waits, empty.
    """

    DEFAULT_CSS = """
    VerdictCard {
        height: auto; width: 1fr; background: $surface;
        & > Horizontal { height: auto; min-height: 5; padding: 1 2; }
        & .verdict--chip {
            width: 16; height: 3; content-align: center middle; text-style: bold;
            color: $ink; margin: 0 3 0 0;
        }
        & .verdict--words { height: auto; width: 1fr; }

        &.-zone-ok > Horizontal { background: $zone-ok-tint; }
        &.-zone-ok .verdict--chip { background: $zone-ok; }
        &.-zone-watch > Horizontal { background: $zone-watch-tint; }
        &.-zone-watch .verdict--chip { background: $zone-watch; }
        &.-zone-stop > Horizontal { background: $zone-stop-tint; }
        &.-zone-stop .verdict--chip { background: $zone-stop; }
        &.-alarm > Horizontal { background: $zone-stop-tint; }
        &.-alarm .verdict--chip { background: $alarm; color: $alarm-ink; }
        &.-dim > Horizontal { background: $panel; }
        &.-dim .verdict--chip { background: $dim; }

        &.-compact > Horizontal { min-height: 1; padding: 0 1; }
        &.-compact .verdict--chip { width: auto; height: 1; padding: 0 1; margin: 0 2 0 0; }
        &.-compact > Reasons { padding: 0 1 0 2; }
    }
    """

    verdict: reactive[Verdict | None] = reactive(None)
    compact: reactive[bool] = reactive(default=False, toggle_class="-compact")

    reasons = getters.query_one(Reasons)
    chip = getters.query_one(".verdict--chip", Static)
    words = getters.query_one(".verdict--words", Static)

    def compose(self) -> ComposeResult:
        """Lay out band and reasons."""
        with Horizontal():
            yield Static(classes="verdict--chip")
            yield Static(classes="verdict--words")
        yield Reasons().data_bind(VerdictCard.verdict, VerdictCard.compact)

    def watch_verdict(self, verdict: Verdict | None) -> None:
        """Write the verdict's word in its colour."""
        if verdict is None:
            return
        glyph = glyphs_of(self).outcomes[verdict.outcome]
        word = Content(f"{glyph} {verdict.outcome.words}")
        self.chip.update(word, layout=self.compact)
        self._write_words(verdict)
        for role in _ROLES:
            self.set_class(role == OUTCOME_ROLE[verdict.outcome], f"-{role}")

    def watch_tight(self) -> None:
        """Write cap and manner in one line, or apart."""
        if self.verdict is not None:
            self._write_words(self.verdict)

    def _write_words(self, verdict: Verdict) -> None:
        headline = Content.styled(verdict.headline, "bold")
        parts = [headline if verdict.headline else Content(verdict.message)]
        if verdict.manner:
            parts.append(Content.styled(verdict.manner, "$dim"))
        words = Content("   " if self.compact else "\n\n").join(parts)
        width, height = self.words.content_size
        self.words.update(words, layout=len(words.wrap(max(width, 1))) != height)
