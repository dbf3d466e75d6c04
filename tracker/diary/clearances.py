"""What must be said with a clearance and with an answer taken back (R-SCR-10, R-RED-41)."""

from datetime import date

from tracker.domain.pain import SCALE_PROBLEM, SCORE_MAX
from tracker.domain.problem import Problem
from tracker.domain.screening import Allows, Clearance, Retraction


def clearance_problems(clearance: Clearance, *, today: date) -> tuple[Problem, ...]:
    """Give what a clearance lacks, one problem a field."""
    problems = []
    if clearance.day > today:
        problems.append(Problem("day", "That day is still to come. Log it once it was said."))
    if not clearance.covers:
        problems.append(Problem("covers", "Say what it covers: the flags, the screening, or all."))
    if clearance.allows is Allows.RUN_WITH_PAIN and clearance.up_to is None:
        problems.append(Problem("up_to", "Say up to which score you may run, from 0 to 10."))
    elif clearance.up_to is not None and not 0 <= clearance.up_to <= SCORE_MAX:
        problems.append(Problem("up_to", SCALE_PROBLEM))
    return tuple(problems)


def retraction_problems(retraction: Retraction) -> tuple[Problem, ...]:
    """Give what taking an answer back lacks: the reason stays on file, so there must be one."""
    if retraction.reason.strip():
        return ()
    return (Problem("reason", "Say why in a few words, as in: ticked the wrong line."),)
