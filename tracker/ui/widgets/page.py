"""The one frame of a page: heading, content, and the keys of what has the focus."""

from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen, ScreenResultType

from tracker.ui.commands import Scope, bindings_of
from tracker.ui.messages import KeysWanted
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.twice import Twice


class Page(ModalScreen[ScreenResultType]):
    """A subclass gives its `content`; `HINTS` are its keys, after those of what has the focus."""

    DEFAULT_CSS = """
    Page {
        background: $background;
        & > Heading { margin: 1 2 0 2; }
        & > VerticalScroll {
            width: 100%; height: 1fr; padding: 1 2; scrollbar-size-vertical: 1;
        }
    }
    """

    HINTS: ClassVar[tuple[str, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.ANY_PAGE)]

    heading = getters.query_one(Heading)
    footer = getters.query_one(KeyFooter)

    def __init__(self, title: str, fact: str = "") -> None:
        super().__init__()
        self._heading = (title, fact)

    def compose(self) -> ComposeResult:
        """Lay out heading, content and keys."""
        yield Heading(*self._heading)
        yield from self.content()
        yield KeyFooter()

    def content(self) -> ComposeResult:
        """Lay out what stands between heading and keys."""
        raise NotImplementedError

    @on(events.Mount)
    @on(events.DescendantFocus)
    def _follow_focus(self) -> None:
        self.show_hints()

    def action_page_keys(self) -> None:
        """List the keys of what has the focus, and of the page."""
        scopes = [getattr(each, "SCOPE", None) for each in (self.focused, self)]
        self.post_message(KeysWanted(tuple(scope for scope in scopes if scope is not None)))

    def show_hints(self) -> None:
        """Show the keys that work now."""
        self.footer.follow(self.focused or self)


class ReadingPage(Page[None]):
    """A page that is only read: the arrows scroll it, and many keys close it."""

    SCOPE: ClassVar[Scope] = Scope.PAGE
    HINTS: ClassVar[tuple[str, ...]] = ("scroll_page", "close_page")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.PAGE)]

    def __init__(self, title: str, fact: str = "") -> None:
        super().__init__(title, fact)
        self._twice = Twice(self)

    def action_scroll_page(self, step: int) -> None:
        """Scroll a line."""
        self.query(VerticalScroll).first().scroll_relative(y=step, animate=False)

    def action_scroll_half(self, step: int) -> None:
        """Scroll half of what is in sight."""
        part = self.query(VerticalScroll).first()
        part.scroll_relative(y=step * max(part.size.height // 2, 1), animate=False)

    def action_scroll_edge(self, step: int) -> None:
        """Go to the top, or to the end."""
        part = self.query(VerticalScroll).first()
        part.scroll_to(y=0 if step < 0 else part.max_scroll_y, animate=False)

    def action_scroll_top(self) -> None:
        """Go to the top once the key is pressed twice."""
        if self._twice.pressed():
            self.action_scroll_edge(-1)

    def action_close_page(self) -> None:
        """Go back to where the page was opened."""
        self.dismiss(None)
