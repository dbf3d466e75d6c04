"""Pairs, other pieces and what is retired, one after the other."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final, TypeAlias

from textual.content import Content
from typing_extensions import override

from tracker.diary.gear_use import GearUse, GearView
from tracker.diary.kinds.gear import KIND_WORDS, use_words
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.dataclass import dataclass
from tracker.domain.text import counted
from tracker.domain.units import METRES
from tracker.rules.equipment import BRACES_SHORT, ROTATION_TEXT
from tracker.rules.limits import limits_of
from tracker.ui.glyphs import glyphs_of
from tracker.ui.widgets.cursor_list import CursorList

NAME_CELLS: Final = 13
DISTANCE_CELLS: Final = 7
BAR_CELLS: Final = 30
BAR_KM: Final = 1000
SHARE_CELLS: Final = 8
PER_CENT_CELLS: Final = 6
GAP: Final = " "
WIDE_FROM: Final = 67
"""The cells from which on the bars stand beside the numbers."""
NOTHING_YET: Final = "No shoes yet."


@dataclass(frozen=True, slots=True)
class Words:
    """Words between the rows, on which the cursor does not rest."""

    title: str = ""
    fact: str = ""
    text: str = ""
    rule: str = ""


Row: TypeAlias = GearUse | Words


class GearList(CursorList[Row]):
    """Two rows a pair, one for each other piece; what is retired is folded at first."""

    HINTS: ClassVar[tuple[str, ...]] = (
        "new_gear", "row_open", "retire_gear", "why_gear", "show_retired", "help",
    )  # fmt: skip
    ROW_LINES: ClassVar[int | None] = None

    view: GearView | None = None
    unfolded: bool = False

    def show_gear(self, view: GearView) -> None:
        """Show all gear; the cursor stays on its piece."""
        self.view = view
        self.show(tuple(self._listed(view)))

    def fold(self) -> None:
        """Show what is retired, or fold it."""
        self.unfolded = not self.unfolded
        if self.view is not None:
            self.show_gear(self.view)

    @property
    def selected(self) -> GearUse | None:
        """Return the piece under the cursor."""
        return self.chosen if isinstance(self.chosen, GearUse) else None

    def _listed(self, view: GearView) -> Iterator[Row]:
        if view.pairs:
            worn = counted(view.runs_28d, "run")
            yield Words("Shoes", f"{len(view.pairs)} in use · 28 days: {worn}")
            yield Words()
            for pair in view.pairs:
                yield pair
                yield Words()
            yield Words(text=ROTATION_TEXT, rule="R-EQ-02")
            yield Words()
        if view.others:
            yield Words("Orthotics, belt, lift", "28 days")
            yield Words()
            yield from view.others
            yield Words()
            yield Words(text=BRACES_SHORT, rule="R-EQ-05")
            yield Words()
        if view.retired:
            yield Words(
                "Retired", f"{len(view.retired)} · z {'folds' if self.unfolded else 'shows'}"
            )
            if self.unfolded:
                yield Words()
                yield from view.retired

    @override
    def key_of(self, item: Row) -> str:
        return item.piece.id if isinstance(item, GearUse) else ""

    @override
    def may_rest(self, item: Row) -> bool:
        return isinstance(item, GearUse)

    @override
    def text_of(self, item: Row) -> str:
        if isinstance(item, Words):
            return ""
        return f"{item.piece.name} {KIND_WORDS[item.piece.kind]} {item.piece.note}"

    # ------------------------------------------------------------------ drawing

    @override
    def draw(self, item: Row, width: int, *, here: bool) -> Sequence[Content]:
        if isinstance(item, Words):
            return self._words(item, width)
        if item.piece.retired is not None:
            return [self._retired(item, width)]
        rows = self._pair(item, width) if item.is_pair else [self._piece(item, width)]
        return rows if not here else [rows[0].stylize("bold"), *rows[1:]]

    def _words(self, item: Words, width: int) -> list[Content]:
        if item.title:
            return [spread(Content.styled(item.title, "bold"), item.fact, width)]
        if not item.text:
            return [Content("")]
        words = Content.styled(f"{item.text}  {item.rule}", "$dim").wrap(max(width - 2, 1))
        return [Content.assemble(" ", row) for row in words]

    def _pair(self, use: GearUse, width: int) -> list[Content]:
        name = Content(use.piece.name).truncate(NAME_CELLS - 1, ellipsis=True)
        share = "" if use.share is None else f"{use.share} %"
        parts: list[Content | str] = [
            " ",
            name.pad_right(NAME_CELLS - name.cell_length).stylize("bold"),
            f"{self._distance(use):>{DISTANCE_CELLS}}",
        ]
        if width >= WIDE_FROM:
            parts += [GAP, self._bar(use.distance_m), GAP, self._share(use.share)]
        first = spread(Content.assemble(*parts), Content(share), width)
        last = "" if use.last_day is None else f", {format_day_of_year(use.last_day)}"
        facts = f"{counted(use.runs, 'run')}{last}"
        said = Content.styled(" " + use_words(use), "$dim")
        return [first, spread(said, facts, width)]

    def _distance(self, use: GearUse) -> str:
        unit = self.view.settings.unit if self.view else None
        return f"{use.distance_m / METRES[unit]:.0f} {unit}" if unit else ""

    def _bar(self, metres: int) -> Content:
        """Draw the distance up to 1000 km, with the two at which a look is worth while."""
        glyphs = glyphs_of(self)
        cells = min(round(BAR_CELLS * metres / (BAR_KM * 1000)), BAR_CELLS)
        marks = set()
        if self.view is not None:
            limits = limits_of(self.view.settings)
            marks = {
                round(BAR_CELLS * km / BAR_KM)
                for km in (limits.shoes_note_km, limits.shoes_inspect_km)
            }
        return Content.assemble(
            *(
                Content.styled(glyphs.divider, "bold" if at < cells else "$dim")
                if at in marks
                else Content.styled(glyphs.bar, "$accent")
                if at < cells
                else Content.styled(glyphs.bar_rest, "$faint")
                for at in range(BAR_CELLS)
            )
        )

    def _share(self, share: int | None) -> Content:
        cells = round(SHARE_CELLS * (share or 0) / 100)
        return Content.styled(glyphs_of(self).bar * cells, "$accent").pad_right(SHARE_CELLS - cells)

    def _piece(self, use: GearUse, width: int) -> Content:
        runs = self.view.runs_28d if self.view else 0
        name = Content(use.piece.name).truncate(NAME_CELLS, ellipsis=True)
        start = use.piece.start
        since = "" if start is None else f"since {format_day_of_year(start)} {start.year}"
        row = Content.assemble(
            " ",
            name.pad_right(NAME_CELLS + 1 - name.cell_length).stylize("bold"),
            Content.styled(f"{KIND_WORDS[use.piece.kind]:<11}", "$dim"),
            f"{use.runs_28d} of {counted(runs, 'run')}",
        )
        return spread(row, since, width)

    def _retired(self, use: GearUse, width: int) -> Content:
        piece, days = use.piece, []
        for day in (piece.start or use.first_day, piece.retired):
            days += [f"{format_day_of_year(day)} {day.year}"] if day is not None else []
        name = Content(piece.name).truncate(NAME_CELLS - 1, ellipsis=True)
        distance = self._distance(use) if use.is_pair else KIND_WORDS[piece.kind]
        row = Content.assemble(
            " ",
            name.pad_right(NAME_CELLS - name.cell_length),
            f"{distance:>{DISTANCE_CELLS}}{GAP}{' – '.join(days)}",
        )
        return row.truncate(width, ellipsis=True).stylize("$dim")


def spread(left: Content, right: str | Content, width: int) -> Content:
    """Put words at both ends of a row; the left ones give way."""
    fact = right if isinstance(right, Content) else Content.styled(right, "$dim")
    room = max(width - fact.cell_length - 2, 1)
    words = left.truncate(room, ellipsis=True)
    gap = max(width - words.cell_length - fact.cell_length - 1, 1)
    return Content.assemble(words, " " * gap, fact)
