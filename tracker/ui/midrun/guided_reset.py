"""What being guided through the mid-run reset came to."""

from collections.abc import Mapping

from tracker.diary.entries import SessionEntry
from tracker.domain.routine import MID_RUN, StepState
from tracker.rules.player import SECOND, Player


def reset_states(player: Player | None) -> Mapping[str, StepState]:
    """Return what became of each step; empty where nobody was guided."""
    if player is None:
        return {}
    return {step.id: state for step, state in zip(player.steps, player.states, strict=True)}


def reset_words(player: Player) -> str:
    """Write for the trail how many of the steps were done: "reset 5 of 6"."""
    return f"reset {player.states.count(StepState.DONE)} of {len(player.steps)}"


def reset_entry(player: Player) -> SessionEntry:
    """Return the session to keep."""
    pains = {step.id: pain for step, pain in zip(player.steps, player.pains, strict=True)}
    return SessionEntry(
        routine=MID_RUN,
        states=reset_states(player),
        pains={step: pain for step, pain in pains.items() if pain is not None},
        seconds=player.spent // SECOND,
        left_at=player.left_at,
    )
