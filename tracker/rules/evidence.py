"""Where the article and the evidence differ, and what nobody has confirmed (sections 12, 14.1).

These are quotes of studies; the words that R-TXT-03 forbids elsewhere may stand in them.
"""

from typing import Final

from tracker.domain.dataclass import dataclass


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
        " 45 with long-lasting back pain without a known reason: after 12 weeks of run-walking pain"
        " was 15.3 of 100 points lower than on a waiting list (95 % CI 5.3 to 25.3), 70 % of"
        " sessions done, 9 non-serious events, 7 of them knee or ankle and one back. In the"
        " authors' own words below the usual limits of importance.",
        "Encourages gradual running and promises nothing.",
        ("F31", "F31b", "F32"),
    ),
    Comparison(
        "Stretching before and after is extremely important.",
        "No benefit has been shown: soreness 0.9 mm of 100 less (95 % CI -2.6 to 4.4), injuries in"
        " army recruits HR 0.95 (0.78 to 1.16). Holds just before cost a little: 1.1 % below 60 s a"
        " muscle, 4.6 % from there on. Experts agree (2025) on range of motion, not on injury,"
        " soreness or posture.",
        "Moving stretches before, held ones after, both optional.",
        ("F38", "F39", "F67"),
    ),
    Comparison(
        "Ice reduces pain and inflammation.",
        "Not enough evidence for cold in low back pain. Heat wraps eased recent pain a little after"
        " five days: 1.06 on a scale of 0 to 5 (95 % CI 0.68 to 1.45), for a short time.",
        "An optional comfort measure.",
        ("F40",),
    ),
    Comparison(
        "A belt and custom orthotics help.",
        "A guideline advises against belts and orthotics for low back pain. Pooled trials of"
        " insoles: no clear effect, treatment SMD -0.74 (95 % CI -1.50 to 0.03), prevention RR 0.78"
        " (0.50 to 1.23).",
        "Logs them, nothing more.",
        ("F44", "F56"),
    ),
    Comparison(
        "Gradually increase distance and speed.",
        "A weekly 10 % rule made no difference: 20.8 % against 20.3 % injured, 532 novices. In"
        " 5,205 runners single runs longer than the longest of 30 days were followed by more"
        " overuse injuries: 10 to 30 % longer 1.64 times (95 % CI 1.31 to 2.05), 30 to 100 % 1.52"
        " (1.16 to 2.00), beyond 2.28 (1.50 to 3.48); observational. Weekly jumps over 30 %: HR"
        " 1.59 (0.96 to 2.66), not statistically clear.",
        "Caps the single run.",
        ("F26", "F27", "F28"),
    ),
    Comparison(
        "Slow down, stretch, stop, see a clinician.",
        "No trial found; it fits models that are guided by symptoms. In the trial behind them 38"
        " people with Achilles pain went on running by such a model, and no harm was seen.",
        "The mid-run protocol.",
        ("F1", "F2", "F6"),
    ),
    Comparison(
        "Pain that lingers or wakes you: get it checked.",
        "Agrees with guidance.",
        "R-RED-21 and R-RED-25.",
        ("F12", "F15"),
    ),
    Comparison(
        "Staying active is good for the back.",
        "Walking with six sessions of coaching lengthened the time to the next episode: median 208"
        " against 112 days, HR 0.72 (95 % CI 0.60 to 0.85), 701 adults.",
        "Offers other movement on days without running.",
        ("F35",),
    ),
    Comparison(
        "A weak core needs strength.",
        "Nine trials with 1,904 runners: no fewer injuries overall, fewer where the training was"
        " supervised. For the Achilles a guideline puts exercise first, built up over about 12"
        " weeks.",
        "Offers a strength routine and promises nothing.",
        ("F64", "F65"),
    ),
    Comparison(
        "Good shoes matter.",
        "Runners with more than one pair in use had fewer injuries: HR 0.614 (95 % CI 0.389 to"
        " 0.969), 264 runners over 22 weeks, observational. Distances for replacing shoes are a"
        " convention.",
        "Shows each pair's share and distance; advice for today never changes.",
        ("F42", "F43"),
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
    "Some originals that the links lead to: what was read were pages that quote them.",
    "The shortcut to 100 in the weekly check, and the licences of some questionnaires.",
    "Any evidence for the mid-run numbers, the caps of the day, shoe distances or sitting hours.",
    "No clinician has reviewed the rules.",
)
