"""Episodes: named stretches of days with a first day, a last day and a note."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tracker.diary.book import Book
from tracker.diary.day_fields import DayFields
from tracker.diary.snapshot import Snapshot
from tracker.domain.episode import Episode
from tracker.domain.identity import new_id
from tracker.domain.problem import Problem, Problems
from tracker.domain.site import PainSite

NAME_MAX: Final = 60
NAME_EXAMPLE: Final = "Autumn back"
EPISODE_GONE: Final = "This episode was deleted meanwhile. Write it down as a new one."


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeEntry:
    """An episode as it is typed; no `end` while it lasts, no `place` where not for one site."""

    name: str
    start: str
    end: str = ""
    place: PainSite | None = None
    note: str = ""


def episodes_on(snapshot: Snapshot, day: date) -> tuple[Episode, ...]:
    """Give the episodes that a day belongs to, the earliest first."""
    return tuple(episode for episode in snapshot.episodes if day in episode)


def episode_words(episode: Episode) -> str:
    """Name an episode for an undo."""
    return f"the episode {episode.name}"


def save_episode(
    book: Book, entry: EpisodeEntry, *, replacing: str | None = None
) -> Episode | Problems:
    """Keep an episode; `replacing` is the id of the one that it corrects."""
    before = next((each for each in book.snapshot.episodes if each.id == replacing), None)
    if replacing is not None and before is None:
        return (Problem("", EPISODE_GONE),)
    fields = DayFields(book.today, book.settings)
    name = fields.name(entry.name, longest=NAME_MAX, example=NAME_EXAMPLE)
    start, end = fields.span(entry.start, entry.end)
    note = fields.note(entry.note)
    if fields.problems:
        return tuple(fields.problems)
    now = book.now
    kept = before or Episode(id=new_id(now), at=now, start=start, name=name)
    changed = replace(kept, name=name, start=start, end=end, place=entry.place, note=note)
    return book.keep(changed, label=episode_words(changed))


def end_episode(book: Book, episode: Episode) -> Episode | Problems:
    """Make today the last day of an episode."""
    changed = replace(episode, end=book.today)
    return book.keep(changed, label=f"the end of {episode_words(episode)}")
