"""The list of alarm signs: one question after the other, with the keyboard alone."""

from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from tracker.domain.check_in import BoneFocal
from tracker.domain.site import LABELS, Site
from tracker.domain.verdict import Level
from tracker.rules.red_flags import BONE_FOCAL_KEY, LEVEL_HEADINGS, LIST_LEAD, QUESTIONS, RedFlag
from tracker.ui.alarm.list_answers import ListAnswers
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.dialogs import confirm_dialog
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.page import Page
from tracker.ui.widgets.question import Question

ASKED_FOR: Final = "You asked for these questions."
"""Why the list opened where nothing but the person's wish opened it."""

DROP_TITLE: Final = "What you ticked is not kept yet"
DROP_TEXT: Final = "Enter keeps it and says what to do."

_BONES: Final[tuple[tuple[Site, str | None], ...]] = (
    (Site.SHIN, None),
    (Site.SHIN, "front edge"),
    (Site.FOOT_TOP, None),
    (Site.FOREFOOT, None),
    (Site.FOREFOOT, "outer"),
    (Site.ANKLE, None),
    (Site.ANKLE, "inner"),
    (Site.HIP_GROIN, None),
    (Site.THIGH_FRONT, None),
    (Site.OTHER, None),
)
"""Where a bone may hurt; a part stands beside its site where it changes the answer (R-RED-23)."""
_BONE_WHEN: Final = (
    ("rest_or_night", "at rest or at night"),
    ("walking", "when walking"),
    ("worse_through_run", "worse the longer I run"),
)


def _bone_label(site: Site, part: str | None) -> str:
    return LABELS[site] if part is None else f"{LABELS[site]}, {part}"


class QuestionsScreen(Page[ListAnswers | None]):
    """Puts every question; gives the answers, or None where the list was left."""

    DEFAULT_CSS = """
    QuestionsScreen {
        & .questions--lead { color: $dim; height: auto; margin: 0 2 1 2; }
        & > VerticalScroll { padding: 0 2; }
        & > Note { margin: 0 2; }
        & .questions--level { text-style: bold; height: 1; margin-top: 1; }
        & .questions--level.-first { margin-top: 0; }
        & .questions--bone { height: auto; display: none; }
        & .questions--bone.-shown { display: block; }
    }
    """

    HINTS: ClassVar[tuple[str, ...]] = ("none_of_these", "answered", "leave_list")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.QUESTIONS)]
    AUTO_FOCUS = "Question"

    def __init__(self, *, ticked: frozenset[str] = frozenset(), why: str = ASKED_FOR) -> None:
        super().__init__("Anything new or alarming?", f"{len(QUESTIONS)} questions")
        self._ticked = ticked
        self._why = why

    @override
    def content(self) -> ComposeResult:
        yield Static(Content(f"{self._why} {LIST_LEAD}"), classes="questions--lead")
        with VerticalScroll(can_focus=False):
            for level, heading in LEVEL_HEADINGS.items():
                first = " -first" if level is Level.EMERGENCY else ""
                yield Static(Content(heading), classes=f"questions--level{first}")
                for flag in QUESTIONS:
                    if flag.level is level:
                        yield from self._rows(flag)
        yield Note()

    def on_mount(self) -> None:
        """Begin at the top: the first focus scrolls the first heading out of sight."""
        page = self.query_one(VerticalScroll)
        self.call_after_refresh(page.scroll_home, animate=False)

    def _rows(self, flag: RedFlag) -> ComposeResult:
        key = flag.key or flag.id
        yield Question(key, flag.ask, ticked=key in self._ticked)
        if key == BONE_FOCAL_KEY:
            yield self._bone_rows()

    @staticmethod
    def _bone_rows() -> Vertical:
        sites = tuple((str(at), _bone_label(*bone)) for at, bone in enumerate(_BONES))
        return Vertical(
            CheckRow("where", sites, id="bone-where"),
            CheckRow("felt", _BONE_WHEN, id="bone-when"),
            classes="questions--bone",
        )

    @on(Question.Ticked)
    def show_bone_rows(self) -> None:
        """Show the rows about the bone while that question is ticked."""
        self.query_one(Note).show("")
        bone = any(each.ticked for each in self._questions if each.key == BONE_FOCAL_KEY)
        self.query_one(".questions--bone").set_class(bone, "-shown")

    @property
    def _questions(self) -> list[Question]:
        return list(self.query(Question))

    def action_none_of_these(self) -> None:
        """Answer every question with no, unless that would lose a yes.

        Whoever takes `n` for the answer to one question must not lose an alarm sign by it.
        """
        count = sum(each.ticked for each in self._questions)
        if not count:
            self.dismiss(ListAnswers())
            return
        ticked = "One sign is" if count == 1 else f"{count} signs are"
        self.query_one(Note).show(
            f"{ticked} ticked. Go on with enter, or empty the box first, with space."
        )

    def action_answered(self) -> None:
        """Take the ticks as they are."""
        ticked = {each.key for each in self._questions if each.ticked}
        bones = self._bone_focal() if BONE_FOCAL_KEY in ticked else ()
        self.dismiss(ListAnswers(ticked=frozenset(ticked - {BONE_FOCAL_KEY}), bone_focal=bones))

    def _bone_focal(self) -> tuple[BoneFocal, ...]:
        where = self.query_one("#bone-where", CheckRow).ticked or {str(len(_BONES) - 1)}
        when = self.query_one("#bone-when", CheckRow).ticked
        return tuple(
            BoneFocal(
                site=site,
                part=part,
                rest_or_night="rest_or_night" in when,
                walking="walking" in when,
                worse_through_run="worse_through_run" in when,
            )
            for site, part in (_BONES[at] for at in sorted(map(int, where)))
        )

    @work(group="leave", exclusive=True)
    async def action_leave_list(self) -> None:
        """Go back without answers; what was ticked is asked about once."""
        if await self.may_close():
            self.dismiss(None)

    async def may_close(self) -> bool:
        """Ask whether signs that were ticked are dropped; True where one may go on without them."""
        ticked = {each.key for each in self._questions if each.ticked}
        if ticked == self._ticked:
            return True
        dialog = confirm_dialog(DROP_TITLE, DROP_TEXT, verb="go back without them")
        return await self.app.push_screen_wait(dialog) is True
