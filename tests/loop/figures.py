"""What became of many made-up runners: the figures that the bounds are put on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from tracker.domain.verdict import Response


@dataclass(frozen=True, slots=True, kw_only=True)
class LivedDay:
    """One day of one runner: metres that were wanted and run, and what the verdict said.

    `response` is the answer to that day's run, None without one; `asked` says that the verdict
    asked to have it seen, by a hold or by R-RED-34.
    """

    week: int
    wanted_m: int
    ran_m: int
    over: bool
    response: Response | None
    rules: tuple[str, ...]
    asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Means over runners, in percent; the mean run in kilometres.

    `kept` is the share of the wanted kilometres that were run, `red` that of RED runs, `over` that
    of runs beyond what the runner tolerates, `seen` that of runners who were told to have it seen,
    `responses` and `rules` the shares of runs and of days.
    """

    kept: float
    typical_km: float
    red: float
    over: float
    seen: float
    responses: dict[Response, float]
    rules: dict[str, float]


def figures(lives: Sequence[Sequence[LivedDay]], *, from_week: int = 5) -> Figures:
    """Sum up the weeks from `from_week` on; before that the diary gets to know its runner."""
    later = [[day for day in life if day.week >= from_week] for life in lives]
    days = [day for life in later for day in life]
    runs = [day for day in days if day.ran_m]
    answered = Counter(day.response for day in runs if day.response is not None)
    fired = Counter(rule for day in days for rule in day.rules)
    return Figures(
        kept=mean(_kept(life) for life in later),
        typical_km=mean(day.ran_m for day in runs) / 1000 if runs else 0.0,
        red=_percent(answered[Response.RED], answered.total()),
        over=_percent(sum(day.over for day in runs), len(runs)),
        seen=_percent(sum(any(day.asked for day in life) for life in lives), len(lives)),
        responses={each: _percent(answered[each], answered.total()) for each in Response},
        rules={rule: _percent(count, len(days)) for rule, count in fired.most_common()},
    )


def _kept(life: Sequence[LivedDay]) -> float:
    return _percent(sum(day.ran_m for day in life), sum(day.wanted_m for day in life))


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
