"""The verdict: the one loud thing on the page, then one line for each rule behind it."""

from typing import Final

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from tracker.diary.answers import Verdict
from tracker.domain.verdict import Outcome
from tracker.rules.because import Because
from tracker.ui.glyphs import OUTCOME_ROLE, glyphs_of

SENTENCE_CELLS: Final = 32
GAP: Final = 2

_ROLES: Final = tuple(dict.fromkeys(OUTCOME_ROLE.values()))


def outcome_words(outcome: Outcome) -> str:
    """Give an outcome as a person reads it: `SEEK CARE`."""
    return outcome.value.replace("_", " ")


class Reasons(Widget):
    """One line for each fired rule: the sentence left, its id right; sentences wrap, ids don't."""

    DEFAULT_CSS = """
    Reasons { height: auto; width: 1fr; }
    """

    because: reactive[tuple[Because, ...]] = reactive((), layout=True)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the wrapped sentences need."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Write the lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        narrow = self.screen.has_class("-narrow")
        lines: list[Content] = []
        for each in self.because:
            room = max(width - len(each.rule) - GAP, 1)
            sentence = Content(each.text).wrap(room if narrow else min(room, SENTENCE_CELLS))
            first, *more = sentence
            gap = " " * (width - first.cell_length - len(each.rule))
            lines += [Content.assemble(first, gap, Content.styled(each.rule, "$dim")), *more]
        return lines


class VerdictCard(Widget):
    """What a day allows: band with the word, the cap and the manner, then the reasons.

    It takes no focus. Without a verdict the band waits, empty.
    """

    DEFAULT_CSS = """
    VerdictCard {
        height: auto; width: 1fr; background: $surface;
        & .verdict--band {
            height: auto; min-height: 5; padding: 1 2; background: $surface;
        }
        & .verdict--chip {
            width: 16; height: 3; content-align: center middle; text-style: bold;
            color: $ink; background: $surface; margin: 0 3 0 0;
        }
        & .verdict--words { height: auto; width: 1fr; }
        & .verdict--body { height: auto; padding: 1 2; }
        & .verdict--lead { color: $dim; margin-bottom: 1; height: 1; }
        & .verdict--cap { margin-top: 1; height: auto; display: none; }
        & .verdict--cap.-shown { display: block; }
        & .verdict--key { margin-top: 1; height: 1; }

        &.-zone-ok .verdict--band { background: $zone-ok-tint; }
        &.-zone-ok .verdict--chip { background: $zone-ok; }
        &.-zone-watch .verdict--band { background: $zone-watch-tint; }
        &.-zone-watch .verdict--chip { background: $zone-watch; }
        &.-zone-stop .verdict--band { background: $zone-stop-tint; }
        &.-zone-stop .verdict--chip { background: $zone-stop; }
        &.-alarm .verdict--band { background: $zone-stop-tint; }
        &.-alarm .verdict--chip { background: $alarm; color: $alarm-ink; }
        &.-dim .verdict--band { background: $panel; }
        &.-dim .verdict--chip { background: $dim; }

        &.-tight .verdict--band { min-height: 1; padding: 0 1; }
        &.-tight .verdict--chip { width: auto; height: 1; padding: 0 1; margin: 0 2 0 0; }
        &.-tight .verdict--body { padding: 0 1 0 2; }
        &.-tight .verdict--lead { display: none; }
        &.-tight .verdict--cap.-shown { display: none; }
        &.-tight .verdict--key { display: none; }
    }
    """

    verdict: reactive[Verdict | None] = reactive(None)
    tight: reactive[bool] = reactive(default=False, toggle_class="-tight")

    reasons = getters.query_one(Reasons)

    def compose(self) -> ComposeResult:
        """Lay out band and body."""
        with Horizontal(classes="verdict--band"):
            yield Static(classes="verdict--chip")
            yield Static(classes="verdict--words")
        with Vertical(classes="verdict--body"):
            yield Static(Content("because"), classes="verdict--lead")
            yield Reasons()
            yield Static(classes="verdict--cap")
            yield Static(
                Content.assemble(
                    Content.styled("w", "bold $accent"),
                    Content.styled(" why: numbers, sources, limits", "$dim"),
                ),
                classes="verdict--key",
            )

    def watch_verdict(self, verdict: Verdict | None) -> None:
        """Write the verdict."""
        if verdict is None:
            return
        glyph = glyphs_of(self).outcomes[verdict.outcome]
        self._write("chip", Content(f"{glyph} {outcome_words(verdict.outcome)}"))
        self._write_words(verdict)
        self._write(
            "cap", Content.assemble(Content.styled("cap  ", "$dim"), verdict.cap_story)
        ).set_class(bool(verdict.cap_story), "-shown")
        self.reasons.because = verdict.because
        for role in _ROLES:
            self.set_class(role == OUTCOME_ROLE[verdict.outcome], f"-{role}")

    def watch_tight(self) -> None:
        """Write cap and manner in one line, or apart."""
        if self.verdict is not None:
            self._write_words(self.verdict)

    def _write_words(self, verdict: Verdict) -> None:
        headline = Content.styled(verdict.headline, "bold")
        words = [headline if verdict.headline else Content(verdict.message)]
        if verdict.manner:
            words.append(Content.styled(verdict.manner, "$dim"))
        self._write("words", Content("   " if self.tight else "\n\n").join(words))

    def _write(self, part: str, content: Content) -> Static:
        place = self.query_one(f".verdict--{part}", Static)
        place.update(content)
        return place
