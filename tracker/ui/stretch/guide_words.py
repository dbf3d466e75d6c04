"""What the stretch guide says at each moment."""

import textwrap
from typing import Final

from textual.content import Content

from tracker.domain.routine import RoutineStep, StepSides
from tracker.domain.site import Side
from tracker.domain.units import format_duration
from tracker.insight.body_regions import target_words
from tracker.rules import constants as c
from tracker.rules.dose_words import dose_words
from tracker.rules.player import SECOND, Phase, Player, duration
from tracker.rules.stretching import STOPPED
from tracker.ui.glyphs import Glyphs
from tracker.ui.stretch.words import minute_words

_CHIP: Final = "bold $ink on $accent"
_SWITCHING: Final = 3 * SECOND
_MINUTE: Final = 60 * SECOND
_FOUR: Final = c.STRETCH_STOP_SCORE
SWITCH_SIDES: Final = Content.styled("  Switch sides  ", _CHIP)
STOPS: Final = f"Pain of {_FOUR} (0-9), or tingling, numb, a shooting line (t), stops it."
STOPS_SHORT: Final = f"Pain of {_FOUR} (0-9) or tingling (t) stops it."


def where_words(name: str, player: Player) -> Content:
    """Write the routine and which step of how many."""
    number = min(player.place + 1, len(player.steps))
    return Content.styled(f"{name}  ·  step {number} of {len(player.steps)}", "$dim")


def side_words(player: Player, glyphs: Glyphs) -> Content:
    """Write what to do now: get ready, wait, or which side and how many."""
    step = player.step
    if step is None:
        return Content("")
    if player.paused:
        return _with_chip("Paused", "space goes on")
    if player.phase is Phase.READY:
        first = "left side first" if player.side else dose_words(step)
        return _with_chip("Get ready", first)
    return Content("     ").join(
        words for words in (_sides(player, glyphs), _amount(player, step)) if words.plain
    )


def _with_chip(word: str, beside: str) -> Content:
    return Content.assemble(
        Content.styled(f"  {word}  ", _CHIP), Content.styled(f"   {beside}", "$dim")
    )


def _sides(player: Player, glyphs: Glyphs) -> Content:
    if player.side is Side.LEFT:
        return Content.assemble(
            Content.styled(f" {glyphs.left} LEFT ", _CHIP), Content.styled("     right", "$dim")
        )
    if player.side is Side.RIGHT:
        return Content.assemble(
            Content.styled("left     ", "$dim"), Content.styled(f" RIGHT {glyphs.right} ", _CHIP)
        )
    return Content("")


def _amount(player: Player, step: RoutineStep) -> Content:
    number, reps = player.repetition
    if reps == 1:
        return Content("") if player.side else Content.styled(dose_words(step), "$dim")
    if step.hold_s:
        return Content.styled(f"hold {number} of {reps}", "$dim")
    turns = ", left and right in turn" if step.sides is StepSides.ALTERNATE else ""
    return Content.styled(f"{reps} times{turns}", "bold")


def stop_words(*, short: bool) -> Content:
    """Write what stops a stretch, with the keys that say so."""
    return with_rule(Content.styled(STOPS_SHORT if short else STOPS, "$dim"))


def pain_words(words: str, *, stopped: bool) -> Content:
    """Write what a score or tingling has led to."""
    if not stopped:
        return Content.styled(words, "$dim")
    return with_rule(Content.styled(f"{words} {STOPPED}", "bold $zone-watch"))


def with_rule(words: Content) -> Content:
    """Put the id of the rule for stopping behind a sentence."""
    return Content.assemble(words, Content.styled("  R-STR-05", "$dim"))


def caution_words(step: RoutineStep, note: str) -> str:
    """Write what to mind: today's note, unless the step says the same anyway, then its own."""
    said = note.partition(",")[0].casefold() in step.caution.casefold()
    return step.caution if said else f"{note} {step.caution}".strip()


def switching(player: Player) -> bool:
    """Return whether the other side's turn has just come."""
    if player.step is None or player.side is not Side.RIGHT:
        return False
    return player.elapsed - duration(player.step) // 2 < _SWITCHING


def digits(player: Player) -> str:
    """Write the shown time: seconds to get ready, else minutes and seconds."""
    if player.phase is Phase.READY:
        return str(player.left_s)
    minutes, seconds = divmod(player.left_s, 60)
    return f"{minutes}:{seconds:02}"


def widest_digits(player: Player) -> str:
    """Return digits as wide as any that the routine will show."""
    longest = max(map(duration, player.steps), default=0)
    return "00:00" if longest >= 10 * _MINUTE else "0:00"


def feel_words(step: RoutineStep, side: Side | None, *, stacked: bool) -> Content:
    """Write where a step is felt; `stacked` puts the side and each muscle below each other."""
    words = target_words(step.target, side)
    if not words:
        return Content("")
    if not stacked:
        return Content.assemble(
            Content.styled("feel it in  ", "$dim"), Content.styled(words, "bold")
        )
    if side is not None and words != target_words(step.target):
        words = words.replace(" ", "\n", 1)
    return Content.assemble(
        Content.styled("feel it in\n", "$dim"), Content.styled(words.replace(", ", ",\n"), "bold")
    )


def next_words(player: Player) -> Content:
    """Write what comes next, and what after that."""
    later = player.next_step
    name = later.name if later else "the end"
    if player.side is not Side.LEFT:
        return Content.assemble(Content.styled("next  ", "$dim"), name)
    return Content.assemble(
        Content.styled("next  ", "$dim"),
        "the same, right side",
        Content.styled(f"  then {name}", "$dim"),
    )


def step_figures(player: Player) -> str:
    """Write how much of the step has passed: "0:36 / 2:00"."""
    if player.step is None:
        return ""
    passed, whole = player.elapsed // SECOND, duration(player.step) // SECOND
    return f"{format_duration(passed)} / {format_duration(whole)}"


def routine_figures(player: Player) -> str:
    """Write how much of the routine has passed: "7 / 16 min"."""
    return f"{player.position // _MINUTE} / {minute_words(player.total // SECOND)}"


def balanced(text: str, width: int, *, rows: int) -> str:
    """Break a text into lines of like length, no more of them than the width needs.

    What does not fit into the rows is left out, and says so by its last sign.
    """
    lines = textwrap.wrap(text, max(width, 1))
    if len(lines) > rows:
        lines = textwrap.wrap(text, max(width, 1), max_lines=rows, placeholder=" …")
        return "\n".join(lines)
    while width > 1 and len(textwrap.wrap(text, width - 1)) == len(lines):
        width -= 1
    return "\n".join(textwrap.wrap(text, width))
