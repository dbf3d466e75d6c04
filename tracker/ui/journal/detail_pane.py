"""The record under the cursor, with all that is on file about it."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tracker.diary.journal_detail import TOGETHER, Detail
from tracker.ui.widgets.key_footer import key_hint

LABEL_CELLS: Final = 14
KEYS: Final = ("edit_entry", "copy_entry", "delete_entry")
KEYS_OF_DELETED: Final = ("bring_back_entry",)


class DetailPane(Static):
    """Writes a record out; `brief` in two lines, where there is no room beside the list."""

    detail: reactive[Detail | None] = reactive(None)
    deleted: reactive[bool] = reactive(default=False)
    brief: reactive[bool] = reactive(default=False, layout=True)

    def watch_detail(self) -> None:
        """Write the record."""
        self._write()

    def watch_brief(self) -> None:
        """Write it anew for the room that there is."""
        self._write()

    def _write(self) -> None:
        detail = self.detail
        if detail is None:
            self.update(Content(""))
        elif self.brief:
            heading = Content.styled(detail.heading, "bold")
            self.update(Content.assemble(heading, "\n", detail.summary))
        else:
            self.update(Content("\n").join(self._lines(detail)))

    def _lines(self, detail: Detail) -> list[Content]:
        width = max(self.content_size.width, LABEL_CELLS + 20)
        lines = [Content.styled(detail.heading, "bold"), Content("")]
        for label, words in detail.fields:
            lines += _field(label, words, width)
        if detail.together:
            lines += [Content(""), Content.styled(TOGETHER, "bold"), Content("")]
            lines += [row for each in detail.together for row in Content(each).wrap(max(width, 1))]
        keys = KEYS_OF_DELETED if self.deleted else KEYS
        return [*lines, Content(""), Content("   ").join(map(key_hint, keys))]


def _field(label: str, words: str, width: int) -> list[Content]:
    """Write a field beside its label; below it, where the label is a whole question."""
    if len(label) >= LABEL_CELLS:
        question = Content.styled(label, "$dim").wrap(max(width, 1))
        return [
            *question,
            *(Content.assemble("  ", row) for row in Content(words).wrap(max(width - 2, 1))),
        ]
    rows = Content(words).wrap(max(width - LABEL_CELLS, 1)) or [Content("")]
    return [
        Content.assemble(Content.styled(f"{label if at == 0 else '':<{LABEL_CELLS}}", "$dim"), row)
        for at, row in enumerate(rows)
    ]
