"""Which sport an activity was: by the word in the file, else by how fast it went."""

import re
from enum import StrEnum
from typing import Final

from tracker.domain.run import Surface
from tracker.exchange.way import FOOT_MAX_MPS, RIDE_MAX_MPS


class Sport(StrEnum):
    """The sports that lead to different records; `other` was named, `unknown` was not."""

    RUN = "run"
    WALK = "walk"
    HIKE = "hike"
    BIKE = "bike"
    SWIM = "swim"
    ROW = "row"
    ELLIPTICAL = "elliptical"
    WEIGHTS = "weights"
    YOGA_PILATES = "yoga_pilates"
    OTHER = "other"
    UNKNOWN = "unknown"


# Metres a second. Most people change from walking to running near 2; a brisk walk stays below 1.8
# (6.5 km/h), and hardly anyone runs for long above 6 (21.6 km/h).
RUN_FROM_MPS: Final = 1.8
RIDE_FROM_MPS: Final = 6.0

GUESSED: Final = "The file names no sport"

_KMH_IN_MPS: Final = 3.6
_TITLES: Final = {Sport.RUN: "run", Sport.WALK: "walk", Sport.BIKE: "ride"}
_ON_FOOT: Final = frozenset({Sport.RUN, Sport.WALK, Sport.HIKE})

# What Strava writes into a GPX in place of a word.
_NUMBERS: Final = {
    "1": Sport.BIKE,
    "4": Sport.HIKE,
    "9": Sport.RUN,
    "10": Sport.WALK,
    "16": Sport.SWIM,
}
_WORDS: Final = {
    Sport.RUN: "run runs running runner jog jogging footing laufen lauf correr carrera corsa "
    "course corrida hardlopen",
    Sport.WALK: "walk walking gehen spazieren spaziergang marche caminata camminata caminhada "
    "wandelen wandeling",
    Sport.HIKE: "hike hiking wandern wanderung trekking mountaineering randonnée senderismo "
    "escursionismo escursione",
    Sport.BIKE: "ride riding bike biking cycle cycling ebike spinning "
    "radfahren radfahrt velo vélo cyclisme ciclismo bicicleta fietsen fietsrit mtb gravel",
    Sport.SWIM: "swim swimming schwimmen natation natación natação nuoto zwemmen",
    Sport.ROW: "row rowing rudern aviron remo canottaggio roeien",
    Sport.ELLIPTICAL: "elliptical crosstrainer elliptique elíptica ellittica",
    Sport.WEIGHTS: "weights weight weighttraining strength krafttraining musculation fuerza pesas "
    "forza musculação krachttraining",
    Sport.YOGA_PILATES: "yoga pilates",
}
_BY_WORD: Final = {word: sport for sport, words in _WORDS.items() for word in words.split()}
_SURFACES: Final = {
    "treadmill": Surface.TREADMILL,
    "laufband": Surface.TREADMILL,
    "tapis": Surface.TREADMILL,
    "trail": Surface.TRAIL,
    "track": Surface.TRACK,
    "piste": Surface.TRACK,
}
_CAMEL: Final = re.compile("(?<=[a-z])(?=[A-Z])")
_NOT_NAMED: Final = frozenset(
    {"", "unknown", "default", "generic", "uncategorized", "track", "treadmill"}
)


def sport_named(text: str) -> Sport:
    """Return the sport that a file's own word names: `TrailRun`, `trail_running`, Strava's `9`.

    Where no word is known the sport is `other`, never a run.
    """
    plain = text.casefold().strip()
    if plain in _NOT_NAMED:
        return Sport.UNKNOWN
    if plain in _NUMBERS:
        return _NUMBERS[plain]
    words = re.findall(r"[^\W\d_]+", _CAMEL.sub(" ", text).casefold())
    found = [_BY_WORD[word] for word in words if word in _BY_WORD]
    if Sport.RUN in found:
        # "walk-run" and "run/walk" too: what was run is what the load comes from.
        return Sport.RUN
    return found[-1] if found else Sport.OTHER


def surface_named(text: str) -> Surface | None:
    """Return the surface that a sport's name speaks of: "Trail Run", "treadmill_running"."""
    words = re.findall(r"[^\W\d_]+", _CAMEL.sub(" ", text).casefold())
    return next((_SURFACES[word] for word in words if word in _SURFACES), None)


def sport_at(speed_mps: float) -> Sport:
    """Guess the sport of an activity that names none by its mean speed.

    In doubt a walk: counted as a run, it would lengthen the longest run that the next is measured
    against.
    """
    if speed_mps < RUN_FROM_MPS:
        return Sport.WALK
    return Sport.RUN if speed_mps < RIDE_FROM_MPS else Sport.BIKE


def guessed_sport(speed_mps: float) -> tuple[Sport, str]:
    """Return the sport that a speed speaks for, and the sentence that says so."""
    sport = sport_at(speed_mps)
    speed = speed_mps * _KMH_IN_MPS
    return (
        sport,
        f"The file names no sport; at {speed:.1f} km/h it was taken as a {_TITLES[sport]}.",
    )


def max_speed(sport: Sport) -> float:
    """Return the speed in m/s beyond which a step of this sport is a fault of the receiver."""
    return FOOT_MAX_MPS if sport in _ON_FOOT else RIDE_MAX_MPS


def unknown_sport(word: str) -> str:
    """Return the sentence about a sport that is named but not known."""
    return f'The sport "{word}" is not known here; kept as other training.'
