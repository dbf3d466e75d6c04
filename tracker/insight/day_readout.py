"""What one day holds, in words: for the pane beside the chart and for the command line."""

from collections.abc import Collection, Iterator
from datetime import date

from tracker.domain.calendar_words import format_day
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Night
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite
from tracker.domain.units import format_distance, format_duration
from tracker.domain.verdict import Response
from tracker.insight.chart_margins import ZONE_WORDS
from tracker.insight.later_score import later_words
from tracker.insight.raster import EVENT_INKS, Ink
from tracker.insight.response_words import RESPONSE_INKS, RESPONSE_WORDS
from tracker.insight.series import EventKind, PainSeries
from tracker.insight.trend_table import trend_day
from tracker.insight.zone_ink import zone_ink
from tracker.rules import constants as c
from tracker.rules.session import WAITS_TEXT

NOT_LOGGED = "not logged"
NIGHT_WORDS = {
    Night.NONE: "undisturbed",
    Night.MOVING: "woke on turning",
    Night.WAKES: "pain woke you",
    Night.UNRELENTING: "woke, and nothing eased it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFact:
    """One run of the day: metres and seconds, None where unknown, and how the body took it.

    `reason` is the site that decided, with its numbers; `waits` says that the morning that answers
    is still to come.
    """

    distance_m: int | None
    duration_s: int | None
    response: Response
    reason: str = ""
    waits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """What a day holds besides its scores and events; empty where nothing was logged."""

    runs: tuple[RunFact, ...] = ()
    night: Night | None = None
    routines: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    flares: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadoutLine:
    """A label, what there is to say, its ink, and a quiet remark after it."""

    label: str
    value: str
    ink: Ink = Ink.TEXT
    remark: str = ""


NOTHING_MORE = DayFacts()


def day_readout(
    series: PainSeries,
    day: date,
    *,
    facts: DayFacts = NOTHING_MORE,
    unit: DistanceUnit = DistanceUnit.KM,
    green_max: int = c.GREEN_MAX,
    clock_24h: bool = True,
) -> tuple[ReadoutLine, ...]:
    """Give a line for every site, run, event, remedy and note of a day; the first names the day."""
    return (
        ReadoutLine(format_day(day), "", Ink.TITLE),
        *(
            line
            for site in series.sites
            for line in _site_lines(series, day, site, green_max=green_max, clock_24h=clock_24h)
        ),
        *_run_lines(series, day, facts, unit=unit),
        ReadoutLine("Night", NIGHT_WORDS[facts.night]) if facts.night else _unlogged("Night"),
        *_event_lines(series, day, told=_told(facts)),
        *(ReadoutLine("Flare", words, Ink.FLARE) for words in facts.flares),
        *(ReadoutLine("Visit", words, Ink.VISIT) for words in facts.visits),
        *_episode_lines(series, day),
        *(ReadoutLine("Routine", title) for title in facts.routines),
        *(ReadoutLine("Remedy", words) for words in facts.remedies),
        *(ReadoutLine("Note", words) for words in facts.notes),
    )


def week_figures(series: PainSeries, day: date) -> tuple[ReadoutLine, ...]:
    """Return each site's median of seven days and its smoothed score (R-AN-02, R-AN-03)."""
    lines = []
    for site in series.sites:
        row, index = trend_day(series, day, site=site), series.index(day)
        level = series.track(site).smoothed[index] if series.at(day) else None
        middle = "no median" if row.median7 is None else f"median {row.median7:g}"
        smooth = "" if level is None else f", smoothed {level:.1f}"
        lines.append(ReadoutLine(site.label, f"{middle}{smooth}", Ink.DIM, f"n {row.n7} of 7"))
    return tuple(lines)


def _unlogged(label: str) -> ReadoutLine:
    return ReadoutLine(label, NOT_LOGGED, Ink.DIM)


def _site_lines(
    series: PainSeries, day: date, site: PainSite, *, green_max: int, clock_24h: bool
) -> Iterator[ReadoutLine]:
    yield _site_line(series, day, site, green_max=green_max)
    point = series.at(day)
    first, latest = (None, None) if point is None else (point.score(site), point.latest(site))
    if first is not None and latest is not None:
        words = later_words(first, latest, day=day, clock_24h=clock_24h)
        yield ReadoutLine("", words, zone_ink(latest.score, green_max=green_max))


def _site_line(series: PainSeries, day: date, site: PainSite, *, green_max: int) -> ReadoutLine:
    point, index, week = series.at(day), series.index(day), series.track(site).week
    remark = ""
    if point is not None:
        mean, logged = week.means[index], week.counts[index]
        figure = "no 7-day mean" if mean is None else f"7-day mean {mean:.1f}"
        remark = f"{figure}, n {logged}"
    score = None if point is None else point.score(site)
    if score is None:
        return ReadoutLine(site.label, NOT_LOGGED, Ink.DIM, remark)
    ink = zone_ink(score, green_max=green_max)
    return ReadoutLine(site.label, f"{score} {ZONE_WORDS[ink]}", ink, remark)


def _run_lines(
    series: PainSeries, day: date, facts: DayFacts, *, unit: DistanceUnit
) -> Iterator[ReadoutLine]:
    for run in facts.runs:
        measures = [
            *([format_distance(run.distance_m, unit)] if run.distance_m is not None else []),
            *([format_duration(run.duration_s)] if run.duration_s is not None else []),
        ]
        words = " in ".join(measures) or "logged, no distance"
        yield ReadoutLine("Run", words)
        yield _response_line(run)
    point = series.at(day)
    if not facts.runs and point is not None and point.run_m:
        yield ReadoutLine("Run", format_distance(point.run_m, unit))
    elif not facts.runs:
        yield ReadoutLine("Run", "none", Ink.DIM)


def _response_line(run: RunFact) -> ReadoutLine:
    if run.waits:
        return ReadoutLine("Response", WAITS_TEXT, Ink.DIM)
    words = RESPONSE_WORDS[run.response]
    return ReadoutLine("Response", words, RESPONSE_INKS[run.response], run.reason)


def _event_lines(
    series: PainSeries, day: date, *, told: Collection[EventKind]
) -> Iterator[ReadoutLine]:
    point = series.at(day)
    for kind in point.events if point is not None else ():
        if kind not in told:
            yield ReadoutLine("Event", kind.value, EVENT_INKS[kind])


def _told(facts: DayFacts) -> set[EventKind]:
    """Return the kinds of events whose lines say more than that there was one."""
    words = {
        EventKind.REMEDY: facts.remedies,
        EventKind.FLARE: facts.flares,
        EventKind.VISIT: facts.visits,
    }
    return {kind for kind, lines in words.items() if lines}


def _episode_lines(series: PainSeries, day: date) -> Iterator[ReadoutLine]:
    for episode in series.episodes:
        if day in episode:
            words = f"{episode.name}: {episode.note}" if episode.note else episode.name
            yield ReadoutLine("Episode", words, Ink.EPISODE, f"since {format_day(episode.start)}")


def one_line(lines: tuple[ReadoutLine, ...]) -> str:
    """Join a readout for a narrow screen, what is not logged left out, the day first."""
    day, *rest = lines
    told = (line for line in rest if line.value not in {NOT_LOGGED, "none"})
    said = [f"{line.label} {line.value}".strip() for line in told]
    return " · ".join([day.label, *(said or [NOT_LOGGED])])
