"""A note about the row above it: tint, stripe, sign, sentence, and the rule's id."""

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tracker.domain.verdict import Zone
from tracker.ui.glyphs import ZONE_ROLE, glyphs_of


class Note(Static):
    """A live note or an error at a field; empty it takes no room, and it never takes the focus."""

    DEFAULT_CSS = """
    Note {
        display: none;
        height: auto;
        width: 1fr;
        padding: 0 1;
    }
    Note.-shown { display: block; }
    Note.-green { border-left: outer $zone-ok; background: $zone-ok-tint; }
    Note.-amber { border-left: outer $zone-watch; background: $zone-watch-tint; }
    Note.-red { border-left: outer $zone-stop; background: $zone-stop-tint; }
    """

    sentence: reactive[str] = reactive("", layout=True)
    rule: reactive[str] = reactive("")
    zone: reactive[Zone] = reactive(Zone.AMBER)

    _CLASSES: ClassVar = {zone: f"-{zone}" for zone in Zone}

    def show(self, sentence: str, *, zone: Zone = Zone.RED, rule: str = "") -> None:
        """Show a sentence; an empty one takes the note away."""
        self.sentence, self.zone, self.rule = sentence, zone, rule
        colours = {name: each is zone for each, name in self._CLASSES.items()}
        self.update_classes({"-shown": bool(sentence)} | colours)

    def show_and_scroll(self, sentence: str) -> None:
        """Show a sentence that must not be missed: the page scrolls to it."""
        self.show(sentence)
        self.call_after_refresh(self.scroll_visible, animate=False)

    def render(self) -> Content:
        """Draw sign, sentence and id."""
        parts = [
            Content.styled(f"{glyphs_of(self).zones[self.zone]} ", f"${ZONE_ROLE[self.zone]}"),
            Content(self.sentence),
        ]
        if self.rule:
            parts.append(Content.styled(f"  {self.rule}", "$dim"))
        return Content("").join(parts)
