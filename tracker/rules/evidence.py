"""Where the article and the evidence differ, and what nobody has confirmed (sections 12, 14.1).

These are quotes of studies; the words that R-TXT-03 forbids elsewhere may stand in them.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the article says, what the evidence says (with its sources), what this app does."""

    article: str
    evidence: str
    app: str
    sources: tuple[str, ...] = ()


COMPARISONS: Final = (
    Comparison(
        "Running can be good for backs; runners' discs are healthier.",
        "Cross-sectional, 79 adults: discs better hydrated in runners. A trial in adults of 18 to"
        " 45 supports run-walking for long-lasting back pain without a known reason; the effect is"
        " below the usual limits of importance, in the authors' own words.",
        "Encourages gradual running and promises nothing.",
        ("F31", "F31b", "F32", "F32b"),
    ),
    Comparison(
        "Stretching before and after is extremely important.",
        "No benefit for injuries or soreness has been shown.",
        "Moving stretches before, held ones after, both optional.",
        ("F38", "F39"),
    ),
    Comparison(
        "Ice reduces pain and inflammation.",
        "Not enough evidence for cold in low back pain.",
        "An optional comfort measure.",
        ("F40",),
    ),
    Comparison(
        "A belt and custom orthotics help.",
        "A guideline advises against them; trials are unclear.",
        "Logs them, nothing more.",
        ("F44", "F56"),
    ),
    Comparison(
        "Gradually increase distance and speed.",
        "A weekly 10 % rule had no effect; long single runs matter more.",
        "Caps the single run.",
        ("F26", "F27"),
    ),
    Comparison(
        "Slow down, stretch, stop, see a clinician.",
        "No trial found; it fits models that are guided by symptoms.",
        "The mid-run protocol.",
        ("F2", "F6"),
    ),
    Comparison(
        "Pain that lingers or wakes you: get it checked.",
        "Agrees with guidance.",
        "R-RED-21 and R-RED-25.",
        ("F12", "F15"),
    ),
    Comparison(
        "Doctor, chiropractor or physical therapist.",
        "Any registered clinician.",
        'Says "clinician".',
    ),
)

NOT_CONFIRMED: Final = (
    "The tendon zones of 1997 and the week-to-week rule: only secondary pages were read.",
    "The red-flag framework, the back-pain guideline, the large running study: only in abstracts.",
    "The shortcut to 100 in the weekly check, and the licences of some questionnaires.",
    "Any evidence for the mid-run numbers, the caps of the day, shoe distances or sitting hours.",
    "No clinician has reviewed the rules.",
)
