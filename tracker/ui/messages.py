"""What a view may ask of the main screen besides the diary's answers."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from textual.message import Message

from tracker.domain.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.domain.settings import Settings
    from tracker.domain.site import PainSite
    from tracker.ui.command import Scope


START_GUIDE = "the guide"
"""What other tabs ask the Stretch tab for where the guide is to start at once."""


@dataclass
class GoTo(Message):
    """Open another tab, at one of its things: a routine, a run, or "" for none.

    `day` is the day to show there; None leaves it as it is.
    """

    tab: str
    what: str = ""
    day: date | None = None


@dataclass
class RunCommand(Message):
    """Carry out a command by its id, with what it is about where it is about something."""

    command: str
    about: object = None


@dataclass
class KeysWanted(Message):
    """List the keys of these scopes, the nearest first."""

    scopes: tuple[Scope, ...]


@dataclass
class FlagsRead(Message):
    """The red flags that are active today, by id; what is new among them may take the screen."""

    flags: tuple[str, ...]


@dataclass
class SettingsRead(Message):
    """The settings are known, or were changed."""

    settings: Settings


@dataclass
class Started(Message):
    """The first tab has something to show."""


@dataclass
class DayWanted(Message):
    """A day is to be chosen in the calendar; `then` gets the one that is.

    `text` is the day as typed so far, `ahead` how many days after today may be chosen, too.
    """

    text: str
    then: Callable[[date], None]
    ahead: int = 0


class EventWish(StrEnum):
    """What there is to do about flares, episodes, visits and the records of a day."""

    ANSWER = "answer"
    OVER = "over"
    FLARE = "flare"
    EPISODE = "episode"
    VISIT = "visit"
    NOTE = "note"
    MARKED = "marked"
    RECORDS = "records"


@dataclass
class EventWanted(Message):
    """Go to the screens about an event; `day` None is the shown day, `place` the shown site."""

    wish: EventWish
    day: date | None = None
    place: PainSite | None = None
