"""What one day holds, in words, in the order of the day: for the card beside the chart."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import TypeAlias

from tracker.domain.calendar_words import ago_words, format_day
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Night
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite
from tracker.domain.units import format_distance, format_duration
from tracker.domain.verdict import Outcome, Response, Zone
from tracker.insight.chart_margins import ZONE_WORDS
from tracker.insight.later_score import later_words
from tracker.insight.raster import EVENT_INKS, Ink
from tracker.insight.response_words import RESPONSE_INKS, RESPONSE_SHORT, TOMORROW
from tracker.insight.series import EventKind, PainSeries
from tracker.insight.site_labels import short_label
from tracker.insight.trend_table import trend_day
from tracker.insight.zone_ink import zone_ink
from tracker.rules import constants as c
from tracker.rules.hundredths import one_decimal
from tracker.rules.pain import Usual, zone

NOT_LOGGED = "not logged"
NONE = "none"
NIGHT_WORDS = {
    Night.NONE: "undisturbed",
    Night.MOVING: "woke on turning",
    Night.WAKES: "pain woke you",
    Night.UNRELENTING: "woke, and nothing eased it",
}
KEPT_WORDS = {True: "kept", False: "not kept", None: ""}
VERDICT_INKS = {Outcome.GO: Ink.OK, Outcome.REST: Ink.STOP, Outcome.SEEK_CARE: Ink.STOP}
_UNSAID = frozenset({NOT_LOGGED, NONE})

Sign: TypeAlias = Zone | Response | Outcome
"""What a line's sign stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFact:
    """One run of the day: metres and seconds, None where unknown, and how the body took it.

    `manner` is its kind and effort, `scores` are those of each site before, at the worst and after.
    `reason` is the site that decided, with its numbers; `waits` says that the morning that answers
    is still to come.
    """

    distance_m: int | None
    duration_s: int | None
    response: Response
    reason: str = ""
    waits: bool = False
    manner: tuple[str, ...] = ()
    scores: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictFact:
    """What the day allowed before its run; `kept` is None where there was nothing to keep."""

    outcome: Outcome
    cap: str = ""
    reason: str = ""
    kept: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """What a day holds besides its scores and events; empty or None where nothing was logged.

    `usual` are the sites' usual levels as of the day.
    """

    usual: Mapping[PainSite, Usual] = field(default_factory=dict)
    night: Night | None = None
    stiff_min: int | None = None
    sleep_h: float | None = None
    sleep_quality: int | None = None
    fatigue: int | None = None
    verdict: VerdictFact | None = None
    runs: tuple[RunFact, ...] = ()
    routines: tuple[str, ...] = ()
    sports: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    flares: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadoutLine:
    """A label, what there is to say, its ink, and a quiet remark after it.

    `figure` stands before the words in bold, `sign` is what the sign between them stands for. A
    line without a label goes on with the one above.
    """

    label: str
    value: str
    ink: Ink = Ink.TEXT
    remark: str = ""
    figure: str = ""
    sign: Sign | None = None

    @property
    def said(self) -> bool:
        """Return whether anything was logged."""
        return self.value not in _UNSAID

    @property
    def words(self) -> str:
        """Return figure and value as one text."""
        return " ".join(filter(None, (self.figure, self.value)))


NOTHING_MORE = DayFacts()


def day_readout(
    series: PainSeries,
    day: date,
    *,
    facts: DayFacts = NOTHING_MORE,
    unit: DistanceUnit = DistanceUnit.KM,
    green_max: int = c.GREEN_MAX,
    clock_24h: bool = True,
    today: date | None = None,
) -> tuple[ReadoutLine, ...]:
    """Return a line for everything of a day, in its order; the first names the day.

    What has no record is left out, but for scores, verdict and run. With `today` the first line
    says how long ago the day was.
    """
    ago = "" if today is None else ago_words((today - day).days) or "today"
    return (
        ReadoutLine(format_day(day), "", Ink.TITLE, ago),
        *(
            line
            for site in series.sites
            for line in _site_lines(
                series, day, site, facts, green_max=green_max, clock_24h=clock_24h
            )
        ),
        *_morning_lines(facts),
        _verdict_line(facts.verdict),
        *_reason_lines(facts.verdict),
        *_run_lines(series, day, facts, unit=unit),
        *(ReadoutLine("Routine", title) for title in facts.routines),
        *(ReadoutLine("Other sport", words) for words in facts.sports),
        *(ReadoutLine("Remedy", words) for words in facts.remedies),
        *_event_lines(series, day, told=_told(facts)),
        *(ReadoutLine("Flare", words, Ink.FLARE) for words in facts.flares),
        *_episode_lines(series, day),
        *(ReadoutLine("Visit", words, Ink.VISIT) for words in facts.visits),
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
        lines.append(ReadoutLine(short_label(site), f"{middle}{smooth}", Ink.DIM, f"n {row.n7}"))
    return tuple(lines)


def _site_lines(
    series: PainSeries,
    day: date,
    site: PainSite,
    facts: DayFacts,
    *,
    green_max: int,
    clock_24h: bool,
) -> Iterator[ReadoutLine]:
    yield _site_line(series, day, site, facts, green_max=green_max)
    point = series.at(day)
    first, latest = (None, None) if point is None else (point.score(site), point.latest(site))
    if first is not None and latest is not None:
        words = later_words(first, latest, day=day, clock_24h=clock_24h)
        yield ReadoutLine("", words, zone_ink(latest.score, green_max=green_max))


def _site_line(
    series: PainSeries, day: date, site: PainSite, facts: DayFacts, *, green_max: int
) -> ReadoutLine:
    level = facts.usual.get(site)
    remark = "" if level is None else f"usual {one_decimal(level.level)}"
    point = series.at(day)
    score = None if point is None else point.score(site)
    label = short_label(site)
    if score is None:
        return ReadoutLine(label, NOT_LOGGED, Ink.DIM, remark)
    ink = zone_ink(score, green_max=green_max)
    return ReadoutLine(
        label, ZONE_WORDS[ink], ink, remark, str(score), zone(score, green_max=green_max)
    )


def _morning_lines(facts: DayFacts) -> Iterator[ReadoutLine]:
    if facts.night is not None:
        yield ReadoutLine("Night", NIGHT_WORDS[facts.night])
    if facts.stiff_min is not None:
        yield ReadoutLine("Stiffness", f"{facts.stiff_min} min")
    slept = (
        *([f"{facts.sleep_h:g} h"] if facts.sleep_h is not None else []),
        *([f"quality {facts.sleep_quality} of 5"] if facts.sleep_quality is not None else []),
    )
    if slept:
        yield ReadoutLine("Sleep", ", ".join(slept))
    if facts.fatigue is not None:
        yield ReadoutLine("Fatigue", f"{facts.fatigue} of 10")


def _verdict_line(verdict: VerdictFact | None) -> ReadoutLine:
    if verdict is None:
        return ReadoutLine("Verdict", NONE, Ink.DIM)
    return ReadoutLine(
        "Verdict",
        verdict.cap,
        Ink.TEXT,
        KEPT_WORDS[verdict.kept],
        verdict.outcome.words,
        verdict.outcome,
    )


def _reason_lines(verdict: VerdictFact | None) -> Iterator[ReadoutLine]:
    if verdict is not None and verdict.reason:
        yield ReadoutLine("", verdict.reason, Ink.DIM)


def _run_lines(
    series: PainSeries, day: date, facts: DayFacts, *, unit: DistanceUnit
) -> Iterator[ReadoutLine]:
    for run in facts.runs:
        distance = "" if run.distance_m is None else format_distance(run.distance_m, unit)
        time = [] if run.duration_s is None else [format_duration(run.duration_s)]
        kind, *rest = run.manner or ("",)
        words = ", ".join(filter(None, (kind, *time, *rest)))
        yield ReadoutLine("Run", words or ("" if distance else "no distance"), figure=distance)
        yield from (ReadoutLine("", scores) for scores in run.scores)
        yield _response_line(run)
    point = series.at(day)
    if not facts.runs and point is not None and point.run_m:
        yield ReadoutLine("Run", "", figure=format_distance(point.run_m, unit))
    elif not facts.runs:
        yield ReadoutLine("Run", NONE, Ink.DIM)


def _response_line(run: RunFact) -> ReadoutLine:
    if run.waits:
        return ReadoutLine("Next day", TOMORROW, Ink.DIM)
    words = f"{RESPONSE_SHORT[run.response]}  {run.reason}".rstrip()
    return ReadoutLine("Next day", words, RESPONSE_INKS[run.response], sign=run.response)


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
