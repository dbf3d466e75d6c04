"""What each key means: one letter, one meaning, in the whole app."""

from typing import Final

from textual.keys import key_to_character

from tracker.domain.dataclass import dataclass

NO_KEY: Final = "no_key"
"""What a meaning gets that has no key left: nothing sends it."""

FIXED: Final = frozenset({"question_mark", "exclamation_mark", "space"})
"""The signs that nobody moves."""

ANSWERS: Final = frozenset({"yes", "no"})
"""The meanings that two letters have in a question."""

_SIGNS: Final = {
    "left": "←", "right": "→", "up": "↑", "down": "↓", "escape": "esc", "pageup": "pgup",
    "pagedown": "pgdn", "backspace": "⌫", "space": "space",
}  # fmt: skip


_UNNAMED: Final = {
    "plus": "+", "minus": "-", "slash": "/", "backslash": "\\", "at": "@", "underscore": "_",
}  # fmt: skip
"""Characters that the toolkit names in its own way."""


def _character(key: str) -> str | None:
    return _UNNAMED.get(key) or key_to_character(key)


def sign_of(key: str) -> str:
    """Return how a key is written for a person."""
    sign = _SIGNS.get(key) or _character(key)
    return sign if sign and sign.isprintable() and sign != " " else key


def is_typed(key: str) -> bool:
    """Return whether a key writes something in a field, and so does nothing else there."""
    character = _character(key)
    return character is not None and character.isprintable()


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning and its keys, the most telling first; `words` name it in the settings."""

    id: str
    keys: str
    words: str

    @property
    def each(self) -> tuple[str, ...]:
        """Return its keys one by one."""
        return tuple(self.keys.split(","))

    @property
    def own(self) -> str:
        """Return the key that a person may change, "" where all of them are fixed."""
        if self.id in ANSWERS:
            return ""
        return next((key for key in self.each if is_typed(key) and key not in FIXED), "")


MEANINGS: Final = (
    Meaning("left", "left,h", "left; in a player the part before"),
    Meaning("down", "down,j", "down"),
    Meaning("up", "up,k", "up"),
    Meaning("right", "right,l", "right; in a player the next part"),
    Meaning("first", "home", "first"),
    Meaning("first_twice", "g", "first, pressed twice"),
    Meaning("last", "end,G", "last"),
    Meaning("page_up", "pageup", "a page up"),
    Meaning("page_down", "pagedown", "a page down"),
    Meaning("half_up", "ctrl+u", "half a page up"),
    Meaning("half_down", "ctrl+d", "half a page down"),
    Meaning("earlier", "left_square_bracket", "day or week before"),
    Meaning("later", "right_square_bracket", "day or week after"),
    Meaning("mark_before", "left_curly_bracket", "mark or match before"),
    Meaning("mark_after", "right_curly_bracket", "mark or match after"),
    Meaning("tab_left", "shift+tab", "back to the field before"),
    Meaning("next", "tab", "on to the next field"),
    Meaning("add", "a", "add any record"),
    Meaning("bell", "b", "bell on or off"),
    Meaning("copy", "c", "copy into a new one"),
    Meaning("delete", "d", "delete"),
    Meaning("edit", "e", "edit"),
    Meaning("filter", "f", "filter by kind"),
    Meaning("search", "slash", "search"),
    Meaning("import", "i", "import"),
    Meaning("mark", "m", "mark: a flare; while running a limp"),
    Meaning("move_down", "J,shift+down,alt+down", "move the row down"),
    Meaning("move_up", "K,shift+up,alt+up", "move the row up"),
    Meaning("new", "n", "new one of what is listed"),
    Meaning("site", "o", "of which site"),
    Meaning("patterns", "p", "patterns"),
    Meaning("report", "P", "page for a clinician"),
    Meaning("leave", "q", "leave: page, player, app"),
    Meaning("longer", "r", "longer range of days"),
    Meaning("shorter", "R", "shorter range of days"),
    Meaning("start", "s", "start: guide, timer"),
    Meaning("today", "t", "today"),
    Meaning("undo", "u", "undo, take back"),
    Meaning("redo", "U", "redo"),
    Meaning("view", "v", "next view of the same things"),
    Meaning("view_back", "V", "previous view of the same things"),
    Meaning("why", "w", "why: rule, numbers, limits, cautions"),
    Meaning("week", "W", "week in review"),
    Meaning("out", "x", "out: skip, hide, end, finished; again brings back"),
    Meaning("copy_text", "y", "copy as text"),
    Meaning("fold", "z", "show or fold"),
    Meaning("as_last", "equals_sign", "as last time"),
    Meaning("more", "plus", "more"),
    Meaning("less", "minus", "less"),
    Meaning("tick", "space", "tick, light, pause"),
    Meaning("open", "enter", "open, go in, go on"),
    Meaning("back", "escape", "back"),
    Meaning("clear", "backspace,delete", "not logged, not said"),
    Meaning("alarm", "exclamation_mark", "alarm signs"),
    Meaning("keys", "question_mark,f1", "keys"),
    Meaning("calendar", "f2", "calendar"),
    Meaning("palette", "ctrl+p", "palette"),
    Meaning("palette_letter", "colon", "palette, while not typing"),
    Meaning("settings", "comma", "settings"),
    Meaning("save", "ctrl+s", "save, go on"),
    Meaning("theme", "ctrl+t", "dark or light"),
    Meaning("suspend", "ctrl+z", "put to sleep"),
    Meaning("quit", "ctrl+q", "leave the app"),
    Meaning("leave_alarm", "ctrl+l", "leave the alarm screen"),
    Meaning("yes", "y", "yes, in a question"),
    Meaning("no", "n", "no, in a question"),
)

BY_ID: Final = {meaning.id: meaning for meaning in MEANINGS}
