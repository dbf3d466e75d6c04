"""Episodes: named stretches of days with a first day, a last day and a note."""

from dataclasses import replace
from datetime import date
from typing import Final

from tracker.diary.book import Book
from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.span import FIRST_DAY, LAST_DAY, span_problems
from tracker.diary.snapshot import Snapshot
from tracker.domain.episode import Episode
from tracker.domain.fields import line, note
from tracker.domain.problem import Problems
from tracker.domain.site_fields import place

NAME_MAX: Final = 60
NAME_EXAMPLE: Final = "Autumn back"

EPISODE: Final = Kind(
    type=Episode,
    word="episode",
    title="Episode",
    lead="A stretch of days that belong together for you. It stands as a band over the chart.",
    done="Episode saved. u undoes.",
    fields=(
        line(
            "name",
            "Name",
            longest=NAME_MAX,
            missing=f"Give it a name, as in: {NAME_EXAMPLE}.",
            placeholder=NAME_EXAMPLE,
        ),
        FIRST_DAY,
        LAST_DAY,
        place(),
        note(),
    ),
    undo=lambda episode, _settings: f"the episode {episode.name}",
    check=span_problems,
)


def episodes_on(snapshot: Snapshot, day: date) -> tuple[Episode, ...]:
    """Return the episodes that a day belongs to, the earliest first."""
    return tuple(episode for episode in snapshot.episodes if day in episode)


def end_episode(book: Book, episode: Episode) -> Episode | Problems:
    """Make today the last day of an episode."""
    changed = replace(episode, end=book.today)
    return book.keep(changed, label=f"the end of the episode {episode.name}")
