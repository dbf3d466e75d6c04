"""Everything about one piece of gear, beside the list or in its place."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.diary.gear_use import GearUse
from tracker.diary.kinds.gear import KIND_WORDS
from tracker.diary.kinds.run import KIND_WORDS as RUN_KINDS
from tracker.domain.calendar_words import format_day
from tracker.domain.settings import DistanceUnit
from tracker.domain.units import METRES, format_distance
from tracker.insight.day_spans import month_word
from tracker.ui.gear.gear_list import spread
from tracker.ui.glyphs import glyphs_of

LABEL_CELLS: Final = 13
BAR_CELLS: Final = 20


class GearDetail(Widget):
    """The facts of a piece by the words of its form, its notes, and its distance by month."""

    DEFAULT_CSS = """
    GearDetail { height: auto; width: 1fr; background: $surface; padding: 1 2; }
    """

    use: reactive[GearUse | None] = reactive(None, layout=True)
    unit: reactive[DistanceUnit] = reactive(DistanceUnit.KM)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the wrapped words need."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Write the facts, the notes and the months."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        use = self.use
        if use is None:
            return [Content("")]
        rows = [self._head(use, width), Content("")]
        for label, words in self._facts(use):
            lines = Content(words).wrap(max(width - LABEL_CELLS, 1))
            for at, line in enumerate(lines):
                lead = Content.styled(f"{label if at == 0 else '':<{LABEL_CELLS}}", "$dim")
                rows.append(Content.assemble(lead, line))
        for note in use.notes:
            stripe = Content.styled(f"{glyphs_of(self).stripe} ", "$dim")
            said = Content.assemble(note.text, Content.styled(f"  {note.rule}", "$dim"))
            lines = said.wrap(max(width - 2, 1))
            rows += [Content(""), *(Content.assemble(stripe, row) for row in lines)]
        return [*rows, *self._months(use, width)]

    def _head(self, use: GearUse, width: int) -> Content:
        start = use.piece.start
        since = "" if start is None else f"since {format_day(start)}"
        return spread(Content.styled(use.piece.name, "bold"), since, width)

    def _facts(self, use: GearUse) -> Iterator[tuple[str, str]]:
        piece, unit = use.piece, self.unit
        came = f", {format_distance(piece.distance_before_m, unit)} at the start"
        worn = ", ".join(f"{surface} {count}" for surface, count in use.surfaces.items())
        facts = (
            ("What", KIND_WORDS[piece.kind]),
            ("Distance", self._distance(use) + (came if piece.distance_before_m else "")),
            ("Runs", f"{use.runs}, {use.runs_28d} in 28 days"),
            ("Meant for", piece.surface.value if piece.surface else ""),
            ("Worn on", worn),
            ("Drop", "" if piece.drop_mm is None else f"{piece.drop_mm} mm"),
            ("Size", piece.size),
            ("Made for", piece.foot),
            ("Orthotic", {None: "", True: "worn with a custom one", False: "none"}[piece.orthotic]),
            ("Looked at", "" if piece.looked_at is None else format_day(piece.looked_at)),
            ("Usual for", ", ".join(RUN_KINDS[kind] for kind in piece.usual_for)),
            ("Last worn", "" if use.last_day is None else format_day(use.last_day)),
            ("Retired", "" if piece.retired is None else format_day(piece.retired)),
            ("Note", " ".join(piece.note.split())),
        )
        return ((label, words) for label, words in facts if words)

    def _distance(self, use: GearUse) -> str:
        return format_distance(use.distance_m, self.unit) if use.is_pair else ""

    def _months(self, use: GearUse, width: int) -> list[Content]:
        if not use.is_pair or not use.months:
            return []
        most = max(metres for _first, metres in use.months) or 1
        heading = spread(Content.styled("By month", "bold"), "only what is logged", width)
        rows = [Content(""), heading]
        for first, metres in use.months:
            cells = round(min(BAR_CELLS, max(width - 18, 1)) * metres / most)
            bar = Content.styled(glyphs_of(self).bar * cells, "$accent")
            label = Content.styled(f"{month_word(first)} {first.year}  ", "$dim")
            rows.append(Content.assemble(label, f"{metres / METRES[self.unit]:>4.0f}  ", bar))
        return rows
