"""What a list says in all its rows, also those out of sight."""

from typing import TypeVar

from tracker.ui.widgets.cursor_list import CursorList

_Item = TypeVar("_Item")


def rows_text(rows: CursorList[_Item]) -> str:
    """Return every line of every row."""
    width = rows.size.width - 1
    return "\n".join(
        line.plain for item in rows.rows for line in rows.draw(item, width, here=False)
    )
