"""Episodes: named stretches of days with a first day, a last day and a note."""

from typing import Final

from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.span import FIRST_DAY, LAST_DAY, span_parts, span_problems
from tracker.domain.episode import Episode
from tracker.domain.fields import line, note
from tracker.domain.site_fields import place

NAME_MAX: Final = 60
NAME_EXAMPLE: Final = "Autumn back"

EPISODE: Final = Kind(
    type=Episode,
    name="episode",
    word="episode",
    heading="Episode",
    line=lambda episode, _snapshot: (episode.name, *span_parts(episode)),
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
