"""What a command is, and where it works."""

from enum import StrEnum

from textual.keys import key_to_character

from tracker.domain.dataclass import dataclass


class Scope(StrEnum):
    """Where a command works; the values are the headings of the help."""

    APP = "Everywhere, also while typing"
    EVERYWHERE = "Everywhere"
    TODAY = "Today"
    STRETCH = "Stretch"
    RUN = "Run"
    TRENDS = "Trends"
    GEAR = "Gear"
    JOURNAL = "Journal"
    TAB_BAR = "On the tab bar"
    FORM = "In a form"
    FORM_PAGE = "On a form of its own"
    DAY = "On a field for a day"
    DAY_PICKER = "When choosing a day"
    SCALE = "On a pain scale"
    CHOICE = "On a row of choices"
    CHECK = "On a row of boxes"
    FOLD = "On a folded line"
    PICK = "On a field with a list"
    SCORES = "On a run's scores"
    LIST = "In a list"
    CHOOSING = "When choosing from a list"
    MONTH = "On the four weeks of Today"
    RUNS = "In the list of runs"
    IMPORT = "When importing"
    ROUTINES = "In the list of routines"
    STEPS = "On the steps of a routine"
    ROUTINE_EDITOR = "In the routine editor"
    EDITOR_STEPS = "On the steps in the routine editor"
    FILE = "When naming a file"
    PLAYER = "In the stretch guide"
    PACK_START = "Before the heat and cold timer"
    PACK = "On the heat and cold timer"
    CAUTIONS = "On the cautions of heat and cold"
    MID_RUN = "In the mid-run guide"
    MID_RUN_START = "Before the mid-run guide"
    MID_RUN_STEPS = "When typing what happened in a run"
    TRAIL = "On the row of a run's steps"
    DIALOG = "In a question"
    QUESTION = "On a question"
    QUESTIONS = "In a list of questions"
    ALARM = "On the alarm screen"
    DAY_RECORDS = "On a day's records"
    MARKED = "On the page of episodes, flares and visits"
    DAY_CARD = "On the page of a day"
    PAGE = "On a page to read"
    WEEK = "In the week in review"
    CLINICIAN = "On the page for a clinician"
    PATTERNS = "On the patterns page"
    SETUP = "In the first steps"
    PLACES = "When choosing places"
    YES_NO = "On a yes-or-no question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing a person can ask for.

    `key` lists the keys, separated by commas; `args` gives each of them an argument of its own.
    `shown` is how the keys are written, where that is not the key itself. `label` is the footer's
    verb, `name` the palette's sentence (none: not in the palette), `names` one for each of `args`,
    `help` one full sentence.
    `flow` names what carries it out as `module:function`, imported when it is asked for; without
    one the action carries the id's name.
    """

    id: str
    key: str
    label: str
    help: str
    scope: Scope = Scope.EVERYWHERE
    name: str = ""
    args: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    shown: str = ""
    priority: bool = False
    flow: str = ""

    @property
    def keys(self) -> str:
        """Return the keys as a person reads them."""
        return self.shown or self.key.replace(",", " ")

    @property
    def printable(self) -> bool:
        """Return whether its keys write something in a field, and so do nothing else there."""
        written = [key_to_character(key) for key in self.key.split(",")]
        return all(char is not None and char.isprintable() for char in written)

    @property
    def action(self) -> str:
        """Return what carries it out, as the toolkit writes it."""
        return f"app.open_flow('{self.flow}')" if self.flow else self.id

    @property
    def actions(self) -> tuple[tuple[str, str], ...]:
        """Pair each key with its action."""
        keys = self.key.split(",")
        if not self.args:
            return tuple((key, self.action) for key in keys)
        return tuple((key, f"{self.id}({arg})") for key, arg in zip(keys, self.args, strict=True))

    @property
    def palette(self) -> tuple[tuple[str, str], ...]:
        """Pair each of its names in the palette with what it does."""
        if self.name:
            return ((self.name, self.action),)
        each = zip(self.names, self.args, strict=True) if self.names else ()
        return tuple((name, f"{self.id}({arg})") for name, arg in each)
