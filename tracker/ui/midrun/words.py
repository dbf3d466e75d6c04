"""How the states of the mid-run protocol are called on the screen, and in which colour."""

from collections.abc import Mapping
from typing import Final

from textual.content import Content

from tracker.domain.run import MidRunState, RunOutcome
from tracker.domain.verdict import Zone
from tracker.rules.midrun import MidRun, Pain
from tracker.rules.midrun_log import MidRunLog
from tracker.rules.midrun_words import OVER, changes, mark_words
from tracker.rules.pain import zone
from tracker.rules.player import Player
from tracker.ui.glyphs import ZONE_ROLE, Glyphs
from tracker.ui.midrun.guided_reset import reset_words

_WORD: Final = {
    MidRunState.RUN: "RUN",
    MidRunState.SLOW: "SLOW",
    MidRunState.STRETCH: "STRETCH",
    MidRunState.RUN_EASY: "EASY",
}
_STOPPED: Final = frozenset({RunOutcome.STOPPED_PAIN, RunOutcome.STOPPED_ALARM})


def state_word(run: MidRun) -> str:
    """Return the state's large word."""
    if run.state is MidRunState.END:
        return "STOP" if run.outcome in _STOPPED else "DONE"
    return _WORD[run.state]


def state_zone(run: MidRun) -> Zone:
    """Return the zone in whose colour the state is written."""
    if run.outcome in _STOPPED:
        return Zone.RED
    calm = run.state in {MidRunState.RUN, MidRunState.END}
    return Zone.GREEN if calm else Zone.AMBER


def trail(
    log: MidRunLog, *, glyphs: Glyphs, green_max: int, resets: Mapping[int, Player]
) -> Content:
    """Write what was noted so far: minute, score with its zone, and what it led to.

    `resets` are the resets that were guided, by how many marks stood before them.
    """
    if not log.marks:
        return Content.styled("nothing noted yet", "$dim")
    parts = []
    for number, (mark, change) in enumerate(zip(log.marks, changes(log), strict=True), start=1):
        pain = mark.event if isinstance(mark.event, Pain) else None
        if pain is not None and pain.score is not None:
            found: Zone = zone(pain.score, green_max=green_max)
            noted = Content.assemble(
                Content.styled(f"{pain.score} ", "bold"),
                Content.styled(glyphs.zones[found], f"${ZONE_ROLE[found]}"),
                " limp" if pain.limp else "",
            )
        else:
            noted = Content(mark_words(mark))
        minute = Content.styled(f"{mark.minute}' ", "$dim")
        parts.append(Content.assemble(minute, noted, "" if change in {"", OVER} else f" {change}"))
        if number in resets:
            parts.append(Content(reset_words(resets[number])))
    return Content("   ").join(parts)
