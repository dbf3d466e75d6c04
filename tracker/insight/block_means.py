"""The blocks of a planned test, and the mornings after their days (R-AN-06, R-AN-08)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from tracker.domain.dataclass import dataclass
from tracker.domain.experiment import Experiment
from tracker.rules.planned_test import MORNINGS_MIN, possible_orders

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block: `mornings` are the scores after its days, gaps left out; `number` counts from 1.

    `kept` counts the days on which the habit was logged, None where the diary doesn't tell.
    """

    number: int
    with_habit: bool
    first: date
    last: date
    days: int
    mornings: tuple[int, ...]
    kept: int | None = None

    @property
    def mean(self) -> Fraction | None:
        """Return the mean of its mornings, None where too few are scored."""
        return Fraction(sum(self.mornings), len(self.mornings)) if self.counts else None

    @property
    def kind(self) -> str:
        """Return the kind in a word."""
        return "with" if self.with_habit else "without"

    @property
    def kept_words(self) -> str:
        """Say on how many of its days the habit was logged, "" where the diary doesn't tell."""
        return "" if self.kept is None else f"{self.kept} of {self.days} days"

    @property
    def counts(self) -> bool:
        """Return whether enough of its mornings are scored."""
        return len(self.mornings) >= MORNINGS_MIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """All blocks of one kind that count: the mean of their means, in points."""

    mean: float
    blocks: int
    mornings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockComparison:
    """Both kinds, and how many of the orders that could have been drawn differ as much.

    `difference` is with less without, in points.
    """

    with_habit: Side
    without: Side
    difference: float
    orders: int
    orders_as_large: int


def blocks_of(
    test: Experiment,
    scores: Mapping[date, int],
    *,
    until: date,
    kept: Mapping[date, bool | None] | None = None,
) -> tuple[Block, ...]:
    """Gather the blocks from scores by day up to `until`; `kept` says on which days the habit was.

    Days from an early stop on belong to no block.
    """
    found = []
    for place, with_habit in enumerate(test.blocks):
        days = test.days_of(place)
        part = [day for day in days if test.block_of(day) == place]
        found.append(
            Block(
                number=place + 1,
                with_habit=with_habit,
                first=days[0],
                last=days[-1],
                days=len(days),
                mornings=tuple(
                    scores[day + _ONE] for day in part if day < until and day + _ONE in scores
                ),
                kept=None if kept is None else sum(kept.get(day) is True for day in part),
            )
        )
    return tuple(found)


def compare_blocks(blocks: Sequence[Block]) -> BlockComparison | None:
    """Compare the block means as planned; None where a kind has no block that counts."""
    order = tuple(block.with_habit for block in blocks)
    own = _difference(blocks, order)
    if own is None:
        return None
    moved = [_difference(blocks, each) for each in possible_orders(len(blocks))]
    known = [each for each in moved if each is not None]
    return BlockComparison(
        with_habit=_side(block for block in blocks if block.with_habit),
        without=_side(block for block in blocks if not block.with_habit),
        difference=float(own),
        orders=len(known),
        orders_as_large=sum(abs(each) >= abs(own) for each in known),
    )


def _difference(blocks: Sequence[Block], order: Sequence[bool]) -> Fraction | None:
    sides: dict[bool, list[Fraction]] = {True: [], False: []}
    for block, with_habit in zip(blocks, order, strict=True):
        if block.mean is not None:
            sides[with_habit].append(block.mean)
    if not (sides[True] and sides[False]):
        return None
    return _mean(sides[True]) - _mean(sides[False])


def _side(blocks: Iterable[Block]) -> Side:
    counted = [block for block in blocks if block.counts]
    means = [block.mean for block in counted if block.mean is not None]
    return Side(
        mean=float(_mean(means)),
        blocks=len(counted),
        mornings=sum(len(block.mornings) for block in counted),
    )


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
