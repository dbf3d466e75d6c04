"""How the advice was tried: made-up runners who do what it says (domain section 4.4, R-LOOP).

Means of 60 made-up runners each, weeks 5 to 26: simulation, not patients. `python -m tests.loop`
measures the column `now` anew.
"""

from typing import Final

from tracker.domain.dataclass import dataclass

HOW_TRIED: Final = (
    "Every rule also steers: it changes the next run, and that changes the next morning. So the"
    " whole of them was tried on made-up runners who want 5, 5 and 7 km a week and do what the"
    " advice says for 26 weeks. Each has a morning level, a level before runs, chance from day to"
    " day (sd 0.4 to 0.8, carried over by 0.4, and some of the moment) and whole-number scores;"
    " some have a distance above which the next two mornings rise. A change of a rule that"
    " breaks a bound below is a wrong change."
)
CANT_TELL: Final = (
    "Whether people are like this. The made-up runners answer honestly every morning, obey, and"
    " have one complaint; their mornings rise by a fixed amount above a fixed distance. Nothing"
    " here shows that the advice helps anybody, only that it neither starves the steady nor forgets"
    " what was too much."
)
CANT_DO: Final = (
    "Somebody who begins with no run on file and scores 3 on most days stays near the first runs:"
    " made-up ones went from 2.4 to about 3 km in half a year, while those with pain near 0 had"
    " their 7 km after two months. A score of 3 asks for nothing longer than usual, and pain that"
    " lingers for a visit; there is no rule yet that lets such a run grow."
)


@dataclass(frozen=True, slots=True)
class TriedRunner:
    """One made-up runner: what the rules of before made of them, what these make, and the bound."""

    rule: str
    runner: str
    before: str
    now: str
    bound: str


TRIED: Final = (
    TriedRunner(
        "R-LOOP-01",
        "Pain nearly 0",
        "kept 96 % of the km, 5.5 km a run, 0 % red",
        "kept 99 % of the km, 5.6 km a run, 0.2 % red",
        "keeps 97 % or more",
    ),
    TriedRunner(
        "R-LOOP-02",
        "Steady 1.5",
        "kept 79 %, 5.0 km a run, 7.5 % red",
        "kept 95 %, 5.5 km a run, 2.0 % red",
        "keeps 88 % or more, at most 4 % red",
    ),
    TriedRunner(
        "R-LOOP-03",
        "Steady 3",
        "kept 28 %, 1.1 km a run, 9 % red",
        "kept 83 %, 5.5 km a run, 1.5 % red",
        "keeps 70 % or more, at most 4 % red",
    ),
    TriedRunner(
        "R-LOOP-04",
        "Achilles, stiff mornings",
        "kept 34 %, 1.6 km a run, 58 % red",
        "kept 84 %, 5.4 km a run, 3.6 % red",
        "keeps 75 % or more, at most 5 % red",
    ),
    TriedRunner(
        "R-LOOP-05",
        "Heel, sore first steps",
        "kept 21 %, 1.2 km a run, 77 % red",
        "kept 83 %, 5.4 km a run, 3.6 % red",
        "keeps 75 % or more, at most 5 % red",
    ),
    TriedRunner(
        "R-LOOP-06",
        "Tolerates 4 km, 2 points more above it",
        "5.5 km a run, above it in 97 % of runs",
        "3.8 km a run, above it in 29 %",
        "above it in at most 35 %, at least 3.2 km a run",
    ),
    TriedRunner(
        "R-LOOP-07",
        "Tolerates 3 km, 3 points more above it",
        "above it in 87 % of runs",
        "2.7 km a run, above it in 15 %",
        "above it in at most 25 %",
    ),
    TriedRunner(
        "R-LOOP-08",
        "Tolerates no distance, 2 points more",
        "5.5 km a run",
        "2.4 km a run, every one told to have it seen",
        "at most 2.5 km a run, told to have it seen in 80 % of runners",
    ),
    TriedRunner(
        "R-LOOP-09",
        "A flare to 5 for ten days",
        "kept 83 %",
        "kept 90 %",
        "keeps 85 % or more",
    ),
)
