"""The verdict: the one loud thing on the page, then one line for each rule behind it."""

from enum import StrEnum
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
from tracker.domain.verdict import Outcome
from tracker.rules.explanations import Explanation
from tracker.rules.red_flags import HELP_TODAY
from tracker.rules.wording import BE_CAREFUL
from tracker.ui.glyphs import OUTCOME_ROLE, glyphs_of

SENTENCE_CELLS: Final = 32
GAP: Final = 2
CHIP_CELLS: Final = 16

_WHY_KEY: Final = Content.assemble(
    Content.styled("w", "bold $accent"), Content.styled(" why", "$dim")
)
_WHY: Final = Content.assemble(_WHY_KEY, Content.styled(": numbers, sources, limits", "$dim"))
_CAREFUL: Final = Content.styled(BE_CAREFUL, "$dim")
PREVIEW: Final = "preview"
_MENDS: Final = {
    "R-RDY-00a": ("ctrl+p", "health: the 8 questions, 1 minute"),
    "R-RDY-00b": ("ctrl+s", "saves what 0-9 sets"),
    "R-RDY-00d": ("!", "opens the alarm list"),
}
"""What brings the advice that a rule holds back: the key, and what it does."""
_NOT_IN_FOOTER: Final = frozenset({"R-RDY-00d"})
_SAVES: Final = Content.assemble(
    Content.styled("ctrl+s", "bold $accent"), Content.styled(" saves it", "$dim")
)
_ROLES: Final = tuple(dict.fromkeys(OUTCOME_ROLE.values()))


class CardShape(StrEnum):
    """How much room the verdict has; the values are classes of the card."""

    ROW = "-row"
    """The band in one row, a fixed number of lines below it."""
    CARD = "-card"
    """The band as a card, a fixed number of lines below it, so that nothing moves while typing."""
    FULL = "-full"
    """The band as a card, and every line of the reasons."""


LINES: Final = {CardShape.ROW: 2, CardShape.CARD: 5}


class Reasons(Widget):
    """One line for each fired rule, sentence left and id right, then how the cap came about.

    Sentences wrap, ids don't. R-TXT-02's line closes them, unless help is needed today.
    """

    DEFAULT_CSS = """
    Reasons { height: auto; width: 1fr; padding: 1 2; text-wrap: nowrap; text-overflow: clip; }
    """

    verdict: reactive[Verdict | None] = reactive(None)
    shape: reactive[CardShape] = reactive(CardShape.FULL, layout=True)

    _last: tuple[tuple[Verdict | None, CardShape, int], list[Content]] | None = None

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
        """Give the lines at a width; height and drawing both ask for them."""
        wanted = (self.verdict, self.shape, width)
        if self._last is None or self._last[0] != wanted:
            self._last = (wanted, self._written(width))
        return self._last[1]

    def _written(self, width: int) -> list[Content]:
        if self.shape is CardShape.FULL:
            return self._all_lines(width)
        most = LINES[self.shape]
        if self.shape is CardShape.CARD:
            ground = self._ground()
            reasons = self._some_reasons(width, most - len(ground))
            return [*ground, *reasons, self._cap_in_short(width), *self._careful(width)]
        message = self._message(width)
        room = most - len(message)
        reasons = self._some_reasons(width, room) if room > 1 else [self._first_reason(width)]
        return [*message, *reasons, *self._careful(width)]

    def _ground(self) -> list[Content]:
        """Give the second half of how to run, and which keys mend what is missing.

        The band says the rest: a card's has three lines, so that nothing below it moves.
        """
        if self.verdict is None:
            return []
        ground = _effort_and_ground(self.verdict)[1]
        lines = [Content.styled(ground, "$dim")] if ground else []
        if self.shape is CardShape.CARD:
            lines += [_mends(each.rule) for each in self.verdict.because if each.rule in _MENDS]
        return lines

    def _message(self, width: int) -> list[Content]:
        """Give what the band in one row has no room for: the text of a verdict without a cap."""
        if self.verdict is None or self.verdict.headline:
            return []
        return list(Content(self.verdict.message).wrap(max(width, 1)))

    def _all_lines(self, width: int) -> list[Content]:
        blank = Content("")
        if self.verdict is None:
            return [blank]
        ground = [*self._ground(), blank] if self._ground() else []
        lines = [*ground, Content.styled("because", "$dim"), blank, *self._reasons(width), blank]
        if self.verdict.cap_story:
            lines += [self._cap_fitting(width), blank]
        careful = self._careful(width)
        return [*lines, _WHY, *([blank, *careful] if careful else [])]

    def _some_reasons(self, width: int, most: int) -> list[Content]:
        """Give exactly `most` lines; whole reasons that have no room are counted in the last."""
        reasons = self._said
        kept = [line for each in reasons for line in self._reason(each, width)]
        whole = len(reasons)
        while len(kept) > most and whole:
            whole -= 1
            kept = [line for each in reasons[:whole] for line in self._reason(each, width)]
            kept.append(_more(len(reasons) - whole))
        if reasons and not whole:
            # A verdict is never without its reason: the first one as far as there is room.
            rest = [_more(len(reasons) - 1)] if len(reasons) > 1 else []
            kept = [*self._reason(reasons[0], width)[: most - len(rest)], *rest]
        return [*kept, *[Content("")] * (most - len(kept))]

    def _first_reason(self, width: int) -> Content:
        """Give the first reason in one line, and how many more there are before its id."""
        if not self._said:
            return Content("")
        first, *others = self._said
        more = Content.assemble(_more(len(others)), " " * GAP) if others else Content("")
        end = Content.assemble(more, Content.styled(first.rule, "$dim"))
        room = max(width - end.cell_length - GAP, 1)
        text = Content(first.text).truncate(room, ellipsis=True)
        return Content.assemble(text, " " * (width - text.cell_length - end.cell_length), end)

    @property
    def _cap(self) -> Content:
        story = "" if self.verdict is None else self.verdict.cap_story
        return Content.assemble(Content.styled("cap  ", "$dim"), story) if story else Content("")

    def _cap_in_short(self, width: int) -> Content:
        """Write how the cap came about as far as it fits before the key."""
        shown = self._cap_fitting(width - _WHY_KEY.cell_length - GAP)
        return Content.assemble(shown, " " * (GAP if shown.cell_length else 0), _WHY_KEY)

    def _cap_fitting(self, room: int) -> Content:
        whole = self._cap
        first = whole[: whole.plain.index(",")] if "," in whole.plain else whole
        return next((each for each in (whole, first) if each.cell_length <= room), Content(""))

    def _careful(self, width: int) -> list[Content]:
        if self.verdict is None or self.verdict.level in HELP_TODAY:
            rows = len(_CAREFUL.wrap(max(width, 1)))
            return [] if self.shape is CardShape.FULL else [Content("")] * rows
        return list(_CAREFUL.wrap(max(width, 1)))

    def _reasons(self, width: int) -> list[Content]:
        return [line for each in self._said for line in self._reason(each, width)]

    @property
    def _said(self) -> tuple[Explanation, ...]:
        """Return the first fired rule, what is to be said about the flags, and the other rules."""
        if self.verdict is None:
            return ()
        first, more = self.verdict.because[:1], self.verdict.because[1:]
        return (*first, *self.verdict.remarks, *more)

    def _reason(self, because: Explanation, width: int) -> list[Content]:
        room = max(width - len(because.rule) - GAP, 1)
        if self.shape is CardShape.ROW:
            # What is cut here stands whole behind the key.
            first, *more = [Content(because.text).truncate(room, ellipsis=True)]
        else:
            first, *more = Content(because.text).wrap(min(room, SENTENCE_CELLS))
        gap = " " * (width - first.cell_length - len(because.rule))
        return [Content.assemble(first, gap, Content.styled(because.rule, "$dim")), *more]


def _effort_and_ground(verdict: Verdict) -> tuple[str, str]:
    """Return the two halves of how to run: the effort, and the ground with the pace."""
    effort, _, ground = verdict.manner.replace(": ", ", ", 1).partition(", ")
    return effort, ground


def _grounds(ground: str) -> list[list[Content]]:
    """Return the ground with the pace, the pace alone, and neither: all of it stands behind `w`."""
    pace = ground.rpartition(", ")[2]
    said = dict.fromkeys(filter(None, (ground, pace)))
    return [*([Content.styled(each, "$dim")] for each in said), []]


def _more(count: int) -> Content:
    return Content.styled(f"+{count} more", "$dim")


def _mends(rule: str) -> Content:
    key, does = _MENDS[rule]
    return Content.assemble(Content.styled(key, "bold $accent"), Content.styled(f" {does}", "$dim"))


class BandWords(Static):
    """Words of the band; in one row the first wording that fits, so that none is cut."""

    wordings: tuple[Content, ...] = ()

    def offer(self, *wordings: Content) -> None:
        """Show the first of some wordings, the fullest first, that has room."""
        self.wordings = wordings
        self._fit()

    def on_resize(self) -> None:
        """Choose anew for another width."""
        self._fit()

    def _fit(self) -> None:
        if self.wordings:
            room = self.content_size.width
            fits = (each for each in self.wordings if each.cell_length <= room)
            self.update(next(fits, self.wordings[-1]), layout=False)


class VerdictCard(Widget):
    """What a day allows: band with the word, the cap and the manner, then the reasons.

    It takes no focus. Without a verdict the band waits, empty.
    """

    DEFAULT_CSS = """
    VerdictCard {
        height: auto; width: 1fr; background: $surface;
        & > Horizontal { height: auto; min-height: 5; padding: 1 2; }
        & .verdict--chip {
            width: 16; height: 3; text-align: center; text-style: bold;
            color: $ink; margin: 0 3 0 0;
        }
        & .verdict--words { height: auto; width: 1fr; }
        &.-row .verdict--words { text-wrap: nowrap; text-overflow: ellipsis; height: 1; }
        & .verdict--why { display: none; width: auto; height: 1; margin: 0 0 0 2; }

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

        &.-preview .verdict--chip { background: $surface; }
        &.-preview.-zone-ok .verdict--chip { color: $zone-ok; }
        &.-preview.-zone-watch .verdict--chip { color: $zone-watch; }
        &.-preview.-zone-stop .verdict--chip { color: $zone-stop; }
        &.-preview.-dim .verdict--chip { color: $foreground; }

        &.-row > Horizontal { min-height: 1; padding: 0 1; }
        &.-row .verdict--chip { width: auto; height: 1; padding: 0 1; margin: 0 2 0 0; }
        &.-full .verdict--chip { margin: 0 2 0 0; }
        &.-card > Reasons { padding: 1 2 0 2; }
        &.-row .verdict--why { display: block; }
        &.-row > Reasons { padding: 0 1; background: $background; }
    }
    """

    verdict: reactive[Verdict | None] = reactive(None)
    shape: reactive[CardShape] = reactive(CardShape.FULL)
    preview: reactive[bool] = reactive(default=False)

    reasons = getters.query_one(Reasons)
    chip = getters.query_one(".verdict--chip", Static)
    words = getters.query_one(BandWords)

    def __init__(
        self,
        *,
        shape: CardShape = CardShape.FULL,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
    ) -> None:
        super().__init__(id=id, classes=shape.value)
        self.set_reactive(VerdictCard.shape, shape)

    def compose(self) -> ComposeResult:
        """Lay out band and reasons."""
        with Horizontal():
            yield Static(classes="verdict--chip")
            yield BandWords(classes="verdict--words")
            yield Static(_WHY_KEY, classes="verdict--why")
        yield Reasons().data_bind(VerdictCard.verdict, VerdictCard.shape)

    @property
    def hollow(self) -> bool:
        """Say whether the chip is drawn as not saved; an alarm acts at once and never is."""
        alarm = self.verdict is not None and self.verdict.outcome is Outcome.SEEK_CARE
        return self.preview and not alarm

    def watch_shape(self, shape: CardShape) -> None:
        """Take the classes of the shape, and write anew."""
        self.update_classes({each.value: each is shape for each in CardShape})
        self._write()

    def watch_verdict(self) -> None:
        """Write the verdict's word in its colour."""
        self._write()

    def watch_preview(self) -> None:
        """Fill the chip, or leave it hollow."""
        self._write()

    def _write(self) -> None:
        verdict = self.verdict
        if verdict is None or not self.is_mounted:
            return
        role = OUTCOME_ROLE[verdict.outcome]
        self.update_classes(
            {"-preview": self.hollow} | {f"-{each}": each == role for each in _ROLES}
        )
        self._write_chip(verdict)
        self._write_words(verdict)

    def _write_chip(self, verdict: Verdict) -> None:
        word = Content(f"{glyphs_of(self).outcomes[verdict.outcome]} {verdict.outcome.words}")
        if self.shape is CardShape.ROW:
            self.chip.update(word)
            return
        # The word stands in the same cell, saved or not: saving only fills the chip.
        above = Content.styled(PREVIEW if self.hollow else "", "not bold $dim")
        self.chip.update(Content("\n").join([above, word, Content("")]), layout=False)

    def _write_words(self, verdict: Verdict) -> None:
        row = self.shape is CardShape.ROW
        message = "" if row else verdict.message
        parts = [Content.styled(verdict.headline, "bold") if verdict.headline else Content(message)]
        effort, ground = _effort_and_ground(verdict)
        if effort:
            parts.append(Content.styled(effort, "$dim"))
        mended = (each.rule for each in verdict.because if each.rule in _MENDS)
        if self.shape is not CardShape.CARD:
            parts += [_mends(rule) for rule in mended if not row or rule in _NOT_IN_FOOTER]
        if row:
            before = [Content.styled(PREVIEW, "$dim")] if self.hollow else []
            self.words.offer(
                *(
                    Content("  ").join([*before, *parts, *ground_parts])
                    for ground_parts in _grounds(ground)
                )
            )
            return
        self.words.wordings = ()
        if self.hollow:
            parts.append(_SAVES)
        words = Content("\n").join(parts)
        width, height = self.words.content_size
        self.words.update(words, layout=len(words.wrap(max(width, 1))) != height)
