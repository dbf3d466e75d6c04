"""What became of each activity of an import, one after the other."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.diary.answers import Imported, ImportOutcome, ImportProgress, ImportStatus
from tracker.domain.text import counted
from tracker.domain.units import format_duration

SHOWN_MAX: Final = 200
STATUS_CELLS: Final = 11
_ROLES: Final = {
    ImportStatus.ADDED: "zone-ok",
    ImportStatus.MERGED: "zone-ok",
    ImportStatus.DUPLICATE: "dim",
    ImportStatus.REJECTED: "zone-stop",
}


_SAVED: Final = frozenset({ImportStatus.ADDED, ImportStatus.MERGED})


def summary(results: Iterable[Imported]) -> str:
    """Count what became of the activities, in one sentence."""
    counts = Counter(each.status for each in results)
    words = [f"{counts[status]} {status.value}" for status in ImportStatus if counts[status]]
    return f"{', '.join(words)}." if words else "There is no activity in it."


def outcome_words(outcome: ImportOutcome) -> str:
    """Say what became of the activities, and what the person can do about it."""
    saved = any(each.status in _SAVED for each in outcome.results)
    undo = " Close, then u undoes." if saved else ""
    words = f"{summary(outcome.results)}{undo}"
    if outcome.problem is not None:
        return f"{outcome.problem.message} {words}"
    return f"Stopped; what was read is kept. {words}" if outcome.stopped else words


def progress_words(progress: ImportProgress) -> str:
    """Say how far an import is: "12 files, 8 activities, 40 %, about 0:30 left: run.fit"."""
    parts = [counted(progress.files, "file"), f"{progress.found:,} found", f"{progress.share:.0%}"]
    if progress.left_s is not None:
        parts.append(f"about {format_duration(progress.left_s)} left")
    return f"{', '.join(parts)}: {Path(progress.file).name}"


class ImportResults(Widget):
    """A paragraph for each activity: its status, its file, and what there is to say."""

    DEFAULT_CSS = """
    ImportResults { height: auto; width: 1fr; }
    """

    results: reactive[tuple[Imported, ...]] = reactive((), layout=True)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take as many rows as the paragraphs need."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Write the paragraphs."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        shown = self.results[:SHOWN_MAX]
        rows = [row for result in shown for row in self._paragraph(result, width)]
        if len(self.results) > SHOWN_MAX:
            rows.append(Content.styled(f"and {len(self.results) - SHOWN_MAX} more", "$dim"))
        return rows

    @staticmethod
    def _paragraph(result: Imported, width: int) -> list[Content]:
        status = Content.styled(
            f"{result.status.value:<{STATUS_CELLS}}", f"bold ${_ROLES[result.status]}"
        )
        words = Content.assemble(
            Path(result.file).name, Content.styled(f"  {result.message}", "$dim")
        )
        indent = Content(" " * STATUS_CELLS)
        return [
            Content.assemble(status if row == 0 else indent, line)
            for row, line in enumerate(words.wrap(max(width - STATUS_CELLS, 1)))
        ]
