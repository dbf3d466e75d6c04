"""Screening and the red-flag engine (section 2); the flags' own entries come from their table."""

from typing import Final

from tracker.domain.verdict import Level
from tracker.rules.red_flags import RED_FLAGS, RedFlag
from tracker.rules.rule import Rule
from tracker.rules.screening import SCREENING_QUESTIONS

_WEAK = (
    "A single sign says little about what is going on (F17); the list prompts a conversation and"
    " decides nothing else."
)
_LEVEL_TEXT = {
    Level.EMERGENCY: "call the emergency number or go to an emergency department now",
    Level.URGENT: "speak to a medical service today, no running",
    Level.CLINICIAN: "no running until seen, within a week if you can",
}
_COMPUTED_TEXT = {
    "R-RED-21a": "Pain woke you on one night of the last seven",
    "R-RED-21b": "Pain woke you on two or more of the last seven nights",
    "R-RED-21c": "Pain wakes you and no position helps",
    "R-RED-25": ("The 7-day mean stayed at 2 or more for 42 days, or at 4 or more for 14 days"),
    "R-RED-26": "Pain cut or stopped running for 7 days, or for 3 planned sessions in a row",
    "R-RED-27": (
        "72 hours or more after a pain stop the morning is still 1.0 or more over that run's base"
        " (R-PAIN-06), or two pain stops at one site fell in 14 days; it ends with two mornings"
        " running less than 1.0 over it"
    ),
    "R-RED-31": "A score of 7 or more on two check-ins in a row",
    "R-RED-34": "Three runs or more in 14 days were too much (RED)",
}
_SCREENING_MEANS = {
    "R-SCR-01": (
        "Adult",
        "no makes this a diary without run advice",
        ("F31",),
        "The studies behind the rules are in adults, most of them 18 to 45.",
    ),
    "R-SCR-02": (
        "Structure of the spine",
        "yes asks for a clinician's word before running",
        ("article",),
        "The article's own rule; no study tests the question.",
    ),
    "R-SCR-03": (
        "Known condition",
        "yes counts together with symptoms and fitness (R-SCR-08)",
        ("F24", "Riebe 2015 (from memory, high confidence)"),
        "Made for exercise in general, not for back pain.",
    ),
    "R-SCR-04": (
        "Symptoms",
        "yes asks for a clinician's word; today's symptoms belong in the red-flag list",
        ("F24", "Riebe 2015 (from memory, high confidence)"),
        "Made for exercise in general, not for back pain.",
    ),
    "R-SCR-05": (
        "Bones at risk",
        (
            "yes holds nothing back by itself; pin-point bone pain then asks for a clinician, and a"
            " morning after a run counts as red from a score of 2"
        ),
        ("F18b", "Warden 2014 (from memory, medium confidence)"),
        "How much each answer adds is not known.",
    ),
    "R-SCR-06": (
        "Pregnancy and birth",
        (
            "yes asks for the word of your midwife, doctor or pelvic-health physiotherapist; after"
            " a birth at least 3 weeks of rest, then one step at a time"
        ),
        ("F60",),
        "An agreement of experts, not a trial; the 12 weeks are our own choice.",
    ),
    "R-SCR-07": (
        "Told to avoid running",
        "yes asks for a clinician's word before running",
        ("design",),
        "Our own cautious choice.",
    ),
    "R-SCR-08": (
        "Active already",
        "known condition, no symptoms: no asks for a clinician's word, yes allows moderate running",
        ("F24", "Riebe 2015 (from memory, high confidence)"),
        "Made for exercise in general, not for back pain.",
    ),
}


def _question(rule: str, text: str) -> Rule:
    title, means, sources, limits = _SCREENING_MEANS[rule]
    return Rule(rule, title, f"{text} {means[0].upper()}{means[1:]}.", sources, limits)


def _flag(flag: RedFlag) -> Rule:
    sign = flag.ask or _COMPUTED_TEXT[flag.id]
    if flag.hold or flag.cap is None:
        means = _LEVEL_TEXT[flag.level]
    else:
        means = f"book a visit; running stays at most {flag.cap.value}"
    limits = f"{flag.limits} {_WEAK}" if flag.limits else _WEAK
    return Rule(flag.id, flag.title, f"{sign}: {means}.", flag.sources, limits)


SCREENING: Final = (
    *(_question(question.rule, question.text) for question in SCREENING_QUESTIONS),
    Rule(
        "R-SCR-09",
        "Mechanical or structural",
        "Ordinary back pain may be worked around; a structural problem needs a clinician's word"
        " first, and walking stays allowed.",
        ("article",),
        "The article's own rule; no study tests it.",
    ),
    Rule(
        "R-SCR-10",
        "Clearance",
        "A clearance says who gave it, what it covers and what it allows; it counts 12 months for"
        " the screening and 90 days for running with pain.",
        ("PAR-Q+ form (from memory, high confidence)", "design"),
        "The app stores what you say and verifies nothing; the 90 days are our own choice.",
    ),
)

RED: Final = (
    *(_flag(flag) for flag in RED_FLAGS),
    Rule(
        "R-RED-21",
        "Nights",
        "A night that nothing eases stands alone; else two woken nights in seven count; else one.",
        ("article", "F12", "F15"),
        "The article says that pain that wakes you should be looked at; the count of nights is our"
        " own choice.",
    ),
    Rule(
        "R-RED-40",
        "The highest level wins",
        "Of several red flags the highest level decides, and all of them are shown.",
    ),
    Rule(
        "R-RED-41",
        "How long a flag stays",
        "A flag that forbids running stays until a clearance covers it or the answer is taken back;"
        " computed flags end by themselves; advice stays 14 days or until answered no. Pain that"
        " lingers and time lost stay quiet for 90 days after a visit or a clearance. What a symptom"
        " raises stands beside a list answered with none of these, and the contradiction is shown;"
        " tingling raised that way ends with the symptom.",
        ("design",),
        "No study sets the days; they are our own cautious choice.",
    ),
    Rule(
        "R-RED-42",
        "Your own numbers",
        "The emergency number and the urgent line are yours to set; the app knows none by itself.",
    ),
    Rule(
        "R-RED-43",
        "Always reachable",
        "The emergency screen works with no screening, no pain score and no network.",
    ),
)
