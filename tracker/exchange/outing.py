"""One outing of a track file as an activity, and what has to be said about it."""

from collections.abc import Iterable, Iterator
from typing import Final

from tracker.domain.text import counted
from tracker.domain.units import DURATION_MAX_S, format_duration
from tracker.exchange.activity import Activity, Rejected
from tracker.exchange.sport import Sport, guessed_sport, max_speed, sport_named, unknown_sport
from tracker.exchange.track import Track
from tracker.exchange.way import RIDE_MAX_MPS, Jump, Way, way_of

SHORTEST_S: Final = 10
# A jump of less is only a receiver's usual trembling; overlaps of less are rounded times.
JUMP_WORTH_SAYING_M: Final = 100
REPEATED_WORTH_SAYING_S: Final = 10

NAIVE: Final = "The times name no time zone and were taken as local."
_BY_HAND = "Log it by hand."
_METRES_A_KM = 1000


def outings(tracks: Iterable[Track]) -> list[Track]:
    """Return the tracks that have points, those of one outing as one."""
    found: list[Track] = []
    for track in tracks:
        if not track.points:
            continue
        if found and found[-1].goes_on_with(track):
            found[-1].absorb(track)
        else:
            found.append(track)
    return found


def activity_of(
    track: Track, *, format_name: str, file: str, digest: str, device: str | None
) -> Activity | Rejected:
    """Return the activity that a track recorded, or why it is none."""
    elapsed = track.elapsed_s
    if track.points == 1:
        return Rejected(file, f"The track has only one point. {_BY_HAND}")
    if track.is_timed and elapsed is not None:
        if elapsed < SHORTEST_S:
            return Rejected(file, f"The track lasts {elapsed:.0f} s, too short for an activity.")
        if elapsed > DURATION_MAX_S:
            return Rejected(file, f"The times of this track span more than 72 hours. {_BY_HAND}")
    sport, way, guess = _sport_and_way(track)
    return Activity(
        format=format_name,
        file=file,
        digest=digest,
        start=track.first if track.is_timed else None,
        sport=sport,
        distance_m=round(way.metres) or None if way.trusted else None,
        duration_s=round(elapsed) if track.is_timed and elapsed is not None else None,
        avg_hr=round(track.beats_sum / track.beats_points) if track.beats_points else None,
        max_hr=round(track.beats_max) or None,
        name=track.name or None,
        device=device,
        sport_guessed=sport_named(track.sport_word) is Sport.UNKNOWN,
        warnings=(*odd_times(track), *odd_places(track, way), *guess),
    )


def _sport_and_way(track: Track) -> tuple[Sport, Way, tuple[str, ...]]:
    """Return the sport, the way at speeds that are possible in it, and how it was found out."""

    def way_at(max_mps: float) -> Way:
        return way_of(track.segments, max_mps, timed=track.is_timed)

    sport = sport_named(track.sport_word)
    if sport is not Sport.UNKNOWN:
        unknown = (unknown_sport(track.sport_word),) if sport is Sport.OTHER else ()
        return sport, way_at(max_speed(sport)), unknown
    way = way_at(RIDE_MAX_MPS)
    if not track.is_timed or way.speed_mps is None:
        return sport, way, ()
    sport, guess = guessed_sport(way.speed_mps)
    return sport, way_at(max_speed(sport)), (guess,)


def odd_times(track: Track) -> Iterator[str]:
    """Return the sentences about times that are missing or out of order."""
    missing = track.points - track.timed
    if not track.is_timed:
        yield (
            f"Only {track.timed} of {counted(track.points, 'point')} have a time that can be used, "
            "so the day and the duration are not known."
        )
    elif missing:
        have = "has" if missing == 1 else "have"
        yield f"{missing:,} of {counted(track.points, 'point')} {have} no time."
    if track.naive:
        yield NAIVE
    if track.backwards:
        yield "The points are not in the order of their times."


def odd_places(track: Track, way: Way) -> Iterator[str]:
    """Return the sentences about what was left out of a way."""
    if track.misplaced:
        was = "was" if track.misplaced == 1 else "were"
        yield f"{counted(track.misplaced, 'point')} without a position {was} left out."
    if way.repeated_s >= REPEATED_WORTH_SAYING_S:
        yield (
            f"The file holds {format_duration(way.repeated_s)} that were recorded more than once; "
            "they count once."
        )
    if not way.trusted:
        yield "The receiver jumped about for too much of the way, so it gives no distance."
    elif way.farthest is not None and way.farthest.metres >= JUMP_WORTH_SAYING_M:
        yield _jumps_words(way.jumps, way.farthest)
    if way.trusted and not round(way.metres):
        yield "The track does not move, so it gives no distance."


def _jumps_words(jumps: int, farthest: Jump) -> str:
    metres = farthest.metres
    length = f"{metres / _METRES_A_KM:.1f} km" if metres >= _METRES_A_KM else f"{metres:.0f} m"
    took = "" if farthest.seconds is None else f" in {farthest.seconds:.0f} s"
    if jumps == 1:
        return f"A jump of {length}{took}, which nobody can make, was left out."
    return f"{jumps} jumps, the farthest of {length}{took}, were left out."
