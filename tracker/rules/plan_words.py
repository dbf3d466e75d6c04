"""The words of a plan: its sessions, its decisions with their row, and what would change them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.verdict import Decision, RedKind, Response
from tracker.rules.hundredths import POINT, one_decimal
from tracker.rules.plan import WARM_UP_MIN
from tracker.rules.progression import ProgressInput, Stage, progress
from tracker.rules.session import WAITS_TEXT

DECISION_TITLES: Final[Mapping[Decision, str]] = {
    Decision.PROGRESS: "PROGRESS",
    Decision.PROGRESS_SMALL: "PROGRESS A LITTLE",
    Decision.HOLD: "HOLD",
    Decision.STEP_BACK: "STEP BACK",
    Decision.REST_THEN_STEP_BACK: "REST, THEN STEP BACK",
    Decision.SEEK_CARE: "SEEK CARE",
}
TALK: Final = "Easy enough to talk."
WALKS: Final = f"{WARM_UP_MIN} min brisk walk before and after"


def minutes_words(minutes: float) -> str:
    """Write minutes with their half: "1½"; none stands alone as "½"."""
    whole, half = divmod(round(minutes * 2), 2)
    return f"{whole or ''}{'½' if half else ''}" or "0"


def main_set(stage: Stage) -> str:
    """Write the main set in plain words: "6 × 2 min run, 1½ min walk between"."""
    if not stage.run_min:
        return f"walk {minutes_words(stage.walk_min)} min"
    run = f"{minutes_words(stage.run_min)} min run"
    if stage.repeats == 1:
        return run
    return f"{stage.repeats} × {run}, {minutes_words(stage.walk_min)} min walk between"


def session_words(stage: Stage) -> str:
    """Write a whole session in words, its walks and its minutes with it."""
    walks = f", {WALKS}" if stage.run_min else ""
    return f"{main_set(stage)}{walks}: {stage.total_min} min"


def row_words(
    row: int, given: ProgressInput, *, last: str, numbers: str, waits: bool = False
) -> str:
    """Say why a row of R-PROG-10 fired; `last` names the last session, `numbers` its deciding site.

    "Yesterday's session lingered: R Achilles 1.0 → 2". `waits` says that its morning is to come.
    """
    decided = f": {numbers}" if numbers else ""
    rise = f"morning pain is {one_decimal(given.week_delta or 0)} up on the week before"
    words: Mapping[int, Callable[[], str]] = {
        1: lambda: "A red flag is to be looked at first",
        2: lambda: f"{given.reds_14d} runs in 14 days were too much",
        3: lambda: f"{last} {_REST_FIRST.get(given.last_red_kind, 'was too much')}{decided}",
        4: lambda: f"{last} was too much{decided}",
        5: lambda: f"The last two sessions lingered{decided}",
        6: lambda: f"{rise[:1].upper()}{rise[1:]}: 2 or more",
        7: lambda: f"{rise[:1].upper()}{rise[1:]}: 1 or more",
        8: lambda: f"{last} {WAITS_TEXT if waits else _unclear(given)}{decided}",
        9: lambda: f"{given.adv7} steps up in seven days already",
        10: lambda: "The last two sessions were green",
        11: lambda: "The last three sessions had settled by morning",
        12: lambda: _not_yet(given),
    }
    return words[row]()


_REST_FIRST: Final[Mapping[RedKind | None, str]] = {
    RedKind.STOPPED: "was stopped",
    RedKind.NIGHT: "was followed by a woken night",
    RedKind.LIMP: "came with a limp",
}


def _unclear(given: ProgressInput) -> str:
    unknown = given.hist[-1:] == (Response.UNKNOWN,)
    return "lacks its morning score" if unknown else "lingered"


def _not_yet(given: ProgressInput) -> str:
    if not given.hist:
        return "No session at this step yet"
    return "Not two green sessions in a row at this step yet"


@dataclass(frozen=True, slots=True)
class WouldChange:
    """What would change a decision: the responses in a row that do it, in words, and the result.

    `response` is None where it is no session that does it.
    """

    response: Response | None
    condition: str
    decision: Decision


_MORE: Final = (
    (Response.GREEN, ("one more green session", "two green sessions in a row")),
    (Response.AMBER_SETTLED, (
        "one more that settles by morning", "two more that settle by morning",
        "three that settle by morning",
    )),
    (Response.AMBER_LINGER, ("one that lingers", "two that linger")),
    (Response.RED, ("one that is too much",)),
)  # fmt: skip


def would_change(given: ProgressInput, now: Decision) -> tuple[WouldChange, ...]:
    """Return what of the next sessions would change a decision, the way up first; at most three.

    Found by the table itself: sessions are put to those that were, until another row fires.
    """
    return tuple(_changes(given, now))[:3]


def _changes(given: ProgressInput, now: Decision) -> Iterator[WouldChange]:
    rise = given.week_delta
    if rise is not None and rise >= POINT:
        calmer = progress(replace(given, week_delta=0)).decision
        if calmer is not now:
            yield WouldChange(None, "a week less than 1 up on the one before", calmer)
    seen = {now}
    for response, sentences in _MORE:
        for count, sentence in enumerate(sentences, start=1):
            kind = RedKind.MORNING if response is Response.RED else given.last_red_kind
            hist = (*given.hist, *[response] * count)
            found = progress(replace(given, hist=hist, adv7=0, last_red_kind=kind)).decision
            if found not in seen:
                seen.add(found)
                yield WouldChange(response, sentence, found)
                break


def rise_words(hundredths: int | None) -> str:
    """Write a week's change of the morning mean: "+0.4", "–" where it isn't known."""
    return "–" if hundredths is None else f"{hundredths / POINT:+.1f}"


def stage_set(stage: Stage) -> str:
    """Write a stage's main set in short, for a table: "6 × 2 run, 1½ walk"."""
    if not stage.run_min:
        return main_set(stage)
    run, walk = minutes_words(stage.run_min), minutes_words(stage.walk_min)
    return f"{run} min run" if stage.repeats == 1 else f"{stage.repeats} × {run} run, {walk} walk"
