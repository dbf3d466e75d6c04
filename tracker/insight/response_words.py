"""The words and inks of the answers to a run: short ones for tables and counts, whole ones else."""

from collections.abc import Mapping
from typing import Final

from tracker.domain.verdict import Response
from tracker.insight.raster import Ink

RESPONSE_WORDS: Final[Mapping[Response, str]] = {
    Response.GREEN: "green",
    Response.AMBER_SETTLED: "amber, settled",
    Response.AMBER_LINGER: "amber, lingers",
    Response.RED: "red",
    Response.UNKNOWN: "unknown",
}
RESPONSE_SHORT: Final[Mapping[Response, str]] = {
    Response.GREEN: "green",
    Response.AMBER_SETTLED: "settled",
    Response.AMBER_LINGER: "lingers",
    Response.RED: "red",
    Response.UNKNOWN: "unknown",
}
TOMORROW: Final = "tomorrow"
"""Said where the response waits for a morning that is still to come."""

RESPONSE_INKS: Final[Mapping[Response | None, Ink]] = {
    Response.GREEN: Ink.OK,
    Response.AMBER_SETTLED: Ink.WATCH,
    Response.AMBER_LINGER: Ink.WATCH,
    Response.RED: Ink.STOP,
    Response.UNKNOWN: Ink.DIM,
    None: Ink.DIM,
}
