"""What the app is and is not, its version, and where the data are."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual.content import Content

from tracker import __version__
from tracker.rules.wording import ABOUT_TEXT, SHARE_WARNING
from tracker.ui.widgets.prose import Line, plain_line
from tracker.ui.widgets.text_page import TextPage


class AboutPage(TextPage):
    """The app about itself (R-TXT-01)."""

    LABEL_CELLS: ClassVar[int] = 12

    def __init__(self, data_file: Path) -> None:
        super().__init__("About Backstride", f"version {__version__}", tuple(_page(data_file)))


def _page(data_file: Path) -> Iterator[Line]:
    yield plain_line(ABOUT_TEXT)
    yield plain_line("")
    yield Line(Content(str(data_file)), "data file")
    yield Line(Content("Nothing leaves this machine: no account, no network."), "privacy")
    yield Line(Content(SHARE_WARNING), "sharing")
    yield Line(Content("`w` on Today, and `backstride rules list`."), "the rules")
