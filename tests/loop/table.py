"""The table of made-up runners, as it is printed."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import groupby
from typing import Final

from tests.loop.figures import Figures, LivedDay, figures
from tests.loop.life import live
from tests.loop.runners import RUNNERS, Runner

RULES_SHOWN: Final = 8
HEAD: Final = (
    f"{'':9}  {'runner':26} {'kept':>5} {'typical':>8} {'red':>5} {'over':>5} {'seen':>5}"
    "   must hold"
)


def lived(
    runners: Sequence[Runner], *, weeks: int, count: int, seed: int
) -> Iterator[tuple[Runner, Figures]]:
    """Let `count` of each kind of runner live, on all cores, and sum them up in their order."""
    jobs = [
        (runner.rule, weeks, f"{seed}-{runner.rule}-{number}")
        for runner in runners
        for number in range(count)
    ]
    by_rule = {runner.rule: runner for runner in runners}
    with ProcessPoolExecutor() as pool:
        lives = zip(jobs, pool.map(_live, jobs, chunksize=2), strict=True)
        for rule, group in groupby(lives, key=lambda job: job[0][0]):
            yield by_rule[rule], figures([life for _, life in group])


def _live(job: tuple[str, int, str]) -> list[LivedDay]:
    rule, weeks, seed = job
    runner = next(each for each in RUNNERS if each.rule == rule)
    return live(runner, weeks=weeks, seed=seed)


def lines(found: Iterable[tuple[Runner, Figures]], *, with_rules: bool = False) -> Iterator[str]:
    """Write a line for each kind of runner; `with_rules` adds what fired on how many days."""
    yield HEAD
    for runner, sums in found:
        yield line(runner, sums)
        if with_rules:
            most = list(sums.rules.items())[:RULES_SHOWN]
            yield f"{'':11}{' '.join(f'{rule[6:]} {share:.0f}%' for rule, share in most)}"


def line(runner: Runner, found: Figures) -> str:
    """Write one kind of runner's line."""
    return f"{runner.rule}  {runner.words:26} {_numbers(runner, found)}   {_judged(runner, found)}"


def broken(runner: Runner, found: Figures) -> list[str]:
    """Give the bounds that do not hold."""
    return [bound.words for bound in runner.bounds if not bound.holds(found)]


def _numbers(runner: Runner, found: Figures) -> str:
    over = "-" if runner.tolerates_m is None else f"{found.over:.0f} %"
    return (
        f"{found.kept:3.0f} % {found.typical_km:5.1f} km {found.red:3.1f} % {over:>5}"
        f" {found.seen:3.0f} %"
    )


def _judged(runner: Runner, found: Figures) -> str:
    fails = broken(runner, found)
    return ", ".join(
        f"{bound.words}{' NO' if bound.words in fails else ''}" for bound in runner.bounds
    )
