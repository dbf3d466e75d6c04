"""The page that says what was damaged, what came from where, and what is missing."""

from textual.content import Content

from tracker.ui.widgets.prose import Line
from tracker.ui.widgets.text_page import TextPage

MORE = "`backstride doctor` and `backstride backup list` show more."


def recovery_page(sentences: tuple[str, ...]) -> TextPage:
    """Show the sentences, one paragraph each."""
    empty = Line(Content(""), indented=False)
    lines = [
        line
        for sentence in (*sentences, MORE)
        for line in (Line(Content(sentence), indented=False), empty)
    ]
    return TextPage("Your diary's file", "please read", tuple(lines))
