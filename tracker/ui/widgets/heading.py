"""A heading: bold, one fact in dim at its right end."""

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.ui.glyphs import glyphs_of

NOT_SAVED: Final = "changed, not saved"


class Heading(Widget):
    """The title of a part of a page, and the one fact that belongs to it: in dim, or as styled."""

    DEFAULT_CSS = """
    Heading { height: 1; width: 1fr; }
    """

    title: reactive[str] = reactive("")
    fact: reactive[str | Content] = reactive("")
    changed: reactive[bool] = reactive(default=False)

    def __init__(
        self,
        title: str,
        fact: str = "",
        *,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(Heading.title, title)
        self.set_reactive(Heading.fact, fact)

    def render(self) -> Content:
        """Write title and fact; above a form that was changed the fact is that it is not saved."""
        title = Content.styled(self.title, "bold")
        fact = self._not_saved() if self.changed else self.fact
        fact = fact if isinstance(fact, Content) else Content.styled(fact, "$dim")
        if self.size.width:
            room = max(self.size.width - fact.cell_length - 1, 1)
            title = title.truncate(room, ellipsis=True)
        gap = max(self.size.width - title.cell_length - fact.cell_length, 1)
        return Content.assemble(title, " " * gap, fact)

    def _not_saved(self) -> Content:
        return Content.assemble(
            Content.styled(f"{glyphs_of(self).chosen} ", "$accent"),
            Content.styled(NOT_SAVED, "bold"),
            Content.styled(" · ", "$dim"),
            Content.styled("ctrl+s", "bold $accent"),
        )
