"""What a red flag says to do, with the person's own numbers to call (R-RED-42)."""

from collections.abc import Collection

from tracker.domain.text import quoted
from tracker.domain.verdict import Level, Outcome
from tracker.rules.red_flags import ASKABLE, FLAGS, TICKABLE

EMERGENCY_TEXT = (
    "Stop here. What you ticked can need help right now. Call {emergency_number} or get to an"
    " emergency department. Don't drive yourself. This app can't tell what the cause is."
)
URGENT_TEXT = (
    "No running. Speak to a medical service today ({urgent_line})."
    " If it gets worse or new signs appear, call {emergency_number}."
)
HOLD_TEXT = (
    "Please don't run until a doctor, physiotherapist or chiropractor has had a look;"
    " aim for this week."
)
GENTLE_WALKING = "Gentle walking is fine if it doesn't bring the pain on."
SPARE_THE_BONE = (
    "Avoid running, jumping and hopping; if walking hurts, stay off it as much as you can."
)
UPPER_BACK_TODAY = "Make it today if it is severe or you feel unwell."
ADVICE_TEXT = "Worth having checked. Book a visit; until then keep runs easy."
ADVICE_CROSS_TEXT = "Worth having checked. Book a visit; until then no running."

LOCAL_EMERGENCY_NUMBER = "your local emergency number"
LOCAL_URGENT_LINE = "a doctor's practice or your local medical advice line"


def message(
    level: Level,
    flags: Collection[str] = (),
    *,
    emergency_number: str = "",
    urgent_line: str = "",
) -> str:
    """Return the text for a level that forbids running; it needs no number to be set (R-RED-43)."""
    called = emergency_number.strip() or LOCAL_EMERGENCY_NUMBER
    line = urgent_line.strip() or LOCAL_URGENT_LINE
    bone = any(FLAGS[flag].bone for flag in flags)
    match level:
        case Level.EMERGENCY:
            return EMERGENCY_TEXT.replace("{emergency_number}", called)
        case Level.URGENT:
            text = URGENT_TEXT.replace("{urgent_line}", line)
            text = text.replace("{emergency_number}", called)
            return f"{text} {SPARE_THE_BONE}" if bone else text
        case Level.CLINICIAN:
            upper_back = f" {UPPER_BACK_TODAY}" if "R-RED-32" in flags else ""
            return f"{HOLD_TEXT}{upper_back} {SPARE_THE_BONE if bone else GENTLE_WALKING}"


def advice_message(flags: Collection[str]) -> str:
    """Return the text for flags that only advise a visit; "" where there is none."""
    caps = {FLAGS[flag].cap for flag in flags if not FLAGS[flag].hold}
    if not caps:
        return ""
    return ADVICE_CROSS_TEXT if Outcome.CROSS in caps else ADVICE_TEXT


def tick_refusal(key: str) -> str:
    """Return what speaks against ticking a red flag by its key, "" where nothing does (2.2)."""
    if key in ASKABLE:
        return ""
    if key in TICKABLE:
        follows = "it follows from the scores and runs that you log."
        return f"{quoted(key)} can't be ticked: {follows}"
    where = "`backstride rules list --area RED` shows the keys that can be ticked."
    return f"There is no red flag {quoted(key)}. {where}"
