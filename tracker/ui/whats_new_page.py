"""What changed with the new version, shown once and whenever it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tracker.diary.whats_new import News, changelog
from tracker.ui.widgets.prose import Line, plain_line
from tracker.ui.widgets.text_page import TextPage

if TYPE_CHECKING:
    from collections.abc import Iterator


def whats_new_page(news: tuple[News, ...] | None = None) -> TextPage:
    """Show these sections of the changelog, or all of it."""
    shown = changelog() if news is None else news
    return _WhatsNewPage("What's new", f"version {shown[0].version}", tuple(_page(shown)))


class _WhatsNewPage(TextPage):
    LABEL_CELLS: ClassVar[int] = 2


def _page(news: tuple[News, ...]) -> Iterator[Line]:
    for number, each in enumerate(news):
        if number:
            yield plain_line("")
        yield plain_line(Content.styled(each.title, "bold"))
        if each.why:
            yield plain_line(each.why)
        yield plain_line("")
        for text in each.lines:
            yield Line(Content(text), "•")
