"""Episodes as bands over the days, those that overlap one below the other."""

from collections.abc import Sequence

from tracker.domain.dataclass import dataclass
from tracker.insight.chart_frame import Frame
from tracker.insight.series import EpisodeSpan


@dataclass(frozen=True, slots=True)
class Band:
    """The columns `first` to `last` of an episode; `opens`, `closes`: it begins, ends in sight."""

    name: str
    first: int
    last: int
    opens: bool
    closes: bool


def episode_lanes(episodes: Sequence[EpisodeSpan], frame: Frame) -> tuple[tuple[Band, ...], ...]:
    """Share the episodes in sight among as few lanes as there are; in none do two touch a column.

    The earliest comes first, in the highest lane that is free.
    """
    lanes: list[list[Band]] = []
    for episode in sorted(episodes, key=lambda each: each.start):
        band = _band(episode, frame)
        if band is None:
            continue
        free = next((lane for lane in lanes if lane[-1].last < band.first), None)
        if free is None:
            lanes.append([band])
        else:
            free.append(band)
    return tuple(map(tuple, lanes))


def _band(episode: EpisodeSpan, frame: Frame) -> Band | None:
    window = frame.window
    if episode.start > window.end or (episode.end is not None and episode.end < window.start):
        return None
    last = window.end if episode.end is None else min(episode.end, window.end)
    return Band(
        name=episode.name,
        first=frame.column_of(window.offset(max(episode.start, window.start))),
        last=frame.column_of(window.offset(last)),
        opens=episode.start >= window.start,
        closes=episode.end is not None and episode.end <= window.end,
    )
