"""The page as it is printed as text, and beside it the body with the worst of the week."""

from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from tracker.diary.book import Book, update_settings
from tracker.diary.clinician.output import write_page
from tracker.diary.clinician.page import Preview, preview
from tracker.diary.clinician.request import WEEKS_MAX, WEEKS_MIN
from tracker.domain.problem import Problem
from tracker.domain.text import counted
from tracker.insight.body_figure import BodySize
from tracker.insight.body_raster import score_lights
from tracker.rules.wording import SHARE_WARNING
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.host import TOAST_S, host_of
from tracker.ui.queries import Change, Query, ask
from tracker.ui.widgets.body_map import BodyMap
from tracker.ui.widgets.page import ReadingPage

_LEAD: Final = (
    "The ending of the name decides: .html to print, .pdf (needs the extra pdf), .md, .txt."
    f" {SHARE_WARNING}"
)
_RULE: Final = "-- "


class ClinicianScreen(ReadingPage):
    """One page to read before somebody else does."""

    DEFAULT_CSS = """
    ClinicianScreen {
        & > VerticalScroll > Container { layout: horizontal; height: auto; width: 1fr; }
        & #text { width: 80; max-width: 100%; height: auto; }
        & #where { width: auto; height: auto; margin: 5 0 0 3; }
        & #where Static { width: 32; height: auto; color: $dim; text-align: center; }
    }
    ClinicianScreen.-narrow {
        & > Heading { margin: 0 1; }
        & > VerticalScroll { padding: 1 0 0 0; scrollbar-size-vertical: 0; }
        & > VerticalScroll > Container { layout: vertical; }
        & #where { margin: 1 0 1 1; }
    }
    """

    # Beside the page's 80 columns the body needs another 38; where it has fewer it goes below.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (119, "-wide")]  # noqa: RUF012 - the toolkit's way
    SCOPE: ClassVar[Scope] = Scope.CLINICIAN
    HINTS: ClassVar[tuple[str, ...]] = (
        "page_words",
        "page_weeks",
        "page_file",
        "scroll_page",
        "close_page",
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.CLINICIAN)]

    text = getters.query_one("#text", Static)
    body = getters.query_one(BodyMap)
    caption = getters.query_one("#caption", Static)

    def __init__(self) -> None:
        super().__init__("Page for a clinician")
        self._shown: Preview | None = None

    @override
    def content(self) -> ComposeResult:
        with VerticalScroll(), Container():
            yield Static(id="text")
            with Vertical(id="where"):
                yield BodyMap()
                yield Static(id="caption")

    def on_mount(self) -> None:
        """Ask for the page, now and after every change."""
        self.body.scale = BodySize.LARGE
        self.load()
        host_of(self).follow_changes(self, self.load)

    def load(self) -> None:
        """Ask for the page anew."""
        ask(self, Query(preview), self._show, topic="page")

    def _show(self, answer: Preview | Problem) -> None:
        if isinstance(answer, Problem):
            self.text.update(Content(answer.message))
            return
        self._shown = answer
        weeks = counted(answer.request.weeks, "week")
        self.heading.fact = f"{weeks} · {counted(len(answer.lines), 'line')} of 66"
        self.text.update(Content("\n").join(map(_line, answer.lines)))
        self.query_one("#where").display = answer.body is not None
        if answer.body is not None:
            self.body.glyphs = host_of(self).settings.glyphs
            self.body.lights = score_lights(answer.body.scores, green_max=answer.body.green_max)
            self.caption.update(Content(answer.body.caption))

    # ------------------------------------------------------------------ what can be done

    @work(group="page", exclusive=True)
    async def action_page_words(self) -> None:
        """Correct what the page opens with and holds."""
        from tracker.diary.kinds.clinician_page import CLINICIAN_PAGE  # noqa: PLC0415 - when asked
        from tracker.ui.form.records import open_form  # noqa: PLC0415 - when asked for

        host = host_of(self)
        await host.read_settings()
        await open_form(host, CLINICIAN_PAGE, record=host.settings, fact="R-SUM-01")

    def action_page_weeks(self, step: int) -> None:
        """Take more weeks, or fewer; the settings keep how many."""
        if self._shown is None:
            return
        weeks = self._shown.request.weeks + step
        if WEEKS_MIN <= weeks <= WEEKS_MAX:
            change = Change(partial(update_settings, page_weeks=weeks))
            ask(self, change, self._changed, topic="weeks")

    def _changed(self, _answer: object) -> None:
        self.load()

    @work(group="page", exclusive=True)
    async def action_page_file(self) -> None:
        """Ask for the name of a file, and write the page into it."""
        from tracker.ui.file_screen import FileScreen  # noqa: PLC0415 - when asked for

        day = host_of(self).today
        screen = FileScreen(
            "Write the page to a file",
            _LEAD,
            name=f"~/running-diary-{day}.html",
            placeholder="~/page.html",
            carry=lambda name, then: ask(self, Query(_write, name), then),
        )
        written = await self.app.push_screen_wait(screen)
        if isinstance(written, Path):
            self.notify(f"Wrote {written.name}.", timeout=TOAST_S, markup=False)


def _write(book: Book, typed: str) -> Path | Problem:
    return write_page(book, typed)


def _line(text: str) -> Content:
    """Let headings stand out; the words are data, never markup."""
    return Content.styled(text, "bold $accent") if text.startswith(_RULE) else Content(text)
