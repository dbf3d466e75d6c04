"""What a command is, and where it works."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from tracker.domain.dataclass import dataclass
from tracker.ui.meanings import BY_ID, NO_KEY, is_typed, sign_of


class Scope(StrEnum):
    """Where a command works; the values are the headings of the help."""

    APP = "Everywhere, also while typing"
    EVERYWHERE = "Everywhere"
    TODAY = "Today"
    STRETCH = "Stretch"
    RUN = "Run"
    TRENDS = "Trends"
    PLAN = "Plan"
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
    WALK_RUN = "On the walk-run timer"
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
    STRENGTH = "On the form of a strength exercise"
    MARKED = "On the page of episodes, flares and visits"
    DAY_CARD = "On the page of a day"
    ANY_PAGE = "On every page"
    PAGE = "On a page to read"
    WEEK = "In the week in review"
    CLINICIAN = "On the page for a clinician"
    PATTERNS = "On the patterns page"
    SETUP = "In the first steps"
    PLACES = "When choosing places"
    YES_NO = "On a yes-or-no question"


class Pressed(NamedTuple):
    """A key, what it does, and what it means: a command without a meaning goes by its own id."""

    key: str
    action: str
    meaning: str


NO_KEYMAP: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing a person can ask for.

    `meaning` lists what its keys mean, separated by commas; the keys follow from that. `args` gives
    each of them an argument of its own. `key` lists keys that have no meaning elsewhere, such as
    digits. `shown` is how the keys are written, where that is not the key itself. `label` is the
    footer's verb, `name` the palette's sentence (none: not in the palette), `names` one for each of
    `args`, `help` one full sentence.
    `flow` names what carries it out as `module:function`, imported when it is asked for; without
    one the action carries the id's name.
    """

    id: str
    label: str
    help: str
    meaning: str = ""
    key: str = ""
    scope: Scope = Scope.EVERYWHERE
    name: str = ""
    args: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    shown: str = ""
    priority: bool = False
    flow: str = ""

    @property
    def meanings(self) -> tuple[str, ...]:
        """Return the ids of what its keys mean."""
        return tuple(self.meaning.split(",")) if self.meaning else ()

    @property
    def keys(self) -> str:
        """Return the keys as a person reads them."""
        return self.keys_in(NO_KEYMAP)

    def keys_in(self, keymap: Mapping[str, str]) -> str:
        """Return the keys as a person reads them who has keys of their own, by meaning."""
        if self.shown and not any(each in keymap for each in self.meanings):
            return self.shown
        if self.meaning:
            # Keys that all do the same are known by the first of them.
            named = self.meanings if self.args else self.meanings[:1]
            first = (keymap.get(each, BY_ID[each].keys).split(",")[0] for each in named)
            return " ".join(sign_of(key) for key in first if key != NO_KEY)
        return " ".join(sign_of(key) for key in self.key.split(","))

    @property
    def printable(self) -> bool:
        """Return whether its keys write something in a field, and so do nothing else there."""
        return bool(self.pressed) and all(is_typed(each.key) for each in self.pressed)

    @property
    def action(self) -> str:
        """Return what carries it out, as the toolkit writes it."""
        return f"app.open_flow('{self.flow}')" if self.flow else self.id

    @property
    def pressed(self) -> tuple[Pressed, ...]:
        """Return each key with what it does and means."""
        return self.pressed_in(NO_KEYMAP)

    def pressed_in(self, keymap: Mapping[str, str]) -> tuple[Pressed, ...]:
        """Return each key with what it does and means, where a person has keys of their own."""
        if self.meaning:
            return tuple(
                Pressed(key, action, meaning)
                for meaning, action in zip(self.meanings, self._actions, strict=True)
                for key in keymap.get(meaning, BY_ID[meaning].keys).split(",")
            )
        keys = self.key.split(",") if self.key else []
        return tuple(
            Pressed(key, action, f"{self.id}-{key}")
            for key, action in zip(keys, self._actions, strict=True)
        )

    @property
    def _actions(self) -> tuple[str, ...]:
        if self.args:
            return tuple(f"{self.id}({arg})" for arg in self.args)
        return (self.action,) * len(self.meanings or (self.key.split(",") if self.key else []))

    @property
    def palette(self) -> tuple[tuple[str, str], ...]:
        """Pair each of its names in the palette with what it does."""
        if self.name:
            return ((self.name, self.action),)
        each = zip(self.names, self.args, strict=True) if self.names else ()
        return tuple((name, f"{self.id}({arg})") for name, arg in each)
