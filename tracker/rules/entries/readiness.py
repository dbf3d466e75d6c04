"""Today's readiness (section 4.3)."""

from typing import Final

from tracker.rules.rule import OWN_CHOICE, Rule

_FLAG_LIMITS = "A single sign says little about what is going on (F17)."

READINESS: Final = (
    Rule(
        "R-RDY-00a",
        "No screening",
        "Without answers to the screening questions of the last 12 months there is no run advice.",
    ),
    Rule(
        "R-RDY-00b",
        "No score today",
        "Without a pain score for today there is no run advice; a pain-free day is logged as 0.",
    ),
    Rule(
        "R-RDY-00c",
        "Book only",
        "Under 18 the app stays a diary.",
        ("F31",),
        "The studies behind the rules are in adults.",
    ),
    Rule(
        "R-RDY-00d",
        "Alarm list first",
        "While a symptom asks for the alarm list and it is not answered, there is no run advice.",
    ),
    Rule(
        "R-RDY-01",
        "Emergency sign",
        "An active sign of the highest level: get help now.",
        ("F12", "F17"),
        _FLAG_LIMITS,
    ),
    Rule(
        "R-RDY-02",
        "Urgent sign",
        "An active urgent sign and none higher: speak to a medical service today.",
        ("F12", "F17"),
        _FLAG_LIMITS,
    ),
    Rule(
        "R-RDY-03",
        "Hold",
        "An active sign that holds running and none higher: no running until a clinician has had a"
        " look.",
        ("article", "F17"),
        _FLAG_LIMITS,
    ),
    Rule(
        "R-RDY-04",
        "Clearance needed",
        "Screening answers that ask for a clinician's word come before any run.",
        ("article", "F24"),
        "Made for exercise in general, not for back pain.",
    ),
    Rule(
        "R-RDY-10",
        "Stop zone",
        "Any site at 6 or more now: rest.",
        ("F3", "F4"),
        "The limit comes from tendon pain and clinic leaflets.",
    ),
    Rule(
        "R-RDY-11",
        "Limping",
        "Walking changed by pain: rest.",
        ("F33b",),
        "A clinic's rule for returning to running, not a trial.",
    ),
    Rule(
        "R-RDY-12",
        "Ill",
        "Fever, vomiting or a chest cold: rest.",
        ("advice on exercise and infection (from memory, medium confidence)",),
        "Not looked up again for this app.",
    ),
    Rule(
        "R-RDY-13",
        "Woken by pain",
        "Pain woke you last night: rest.",
        ("article", "design"),
        "The article says to have it looked at; resting the day is our own choice.",
    ),
    Rule(
        "R-RDY-14",
        "Stopped run",
        "The last run was stopped today or yesterday: rest.",
        ("article", "design"),
        "The article says more rest; one day is our own choice.",
    ),
    Rule(
        "R-RDY-20",
        "Close to the ceiling",
        "A site at 4 or 5 now: leave running, other movement is fine.",
        ("F2", "F3", "design"),
        "The ceiling of 5 comes from tendon pain; staying clear of it before a run is our own"
        " choice.",
    ),
    Rule(
        "R-RDY-20x",
        "Cleared for running with pain",
        "A site at 4 or 5, not above its usual level, with a clinician's clearance for it: easy.",
        ("F31", "design"),
        "Adults with long-lasting low back pain ran in the trial; the rule itself was not tested.",
    ),
    Rule(
        "R-RDY-21",
        "Two above usual",
        "A site at 3 or more and 2 or more above its usual level: leave running.",
        ("F7", "design"),
        "The 2 points were found for improvement; using them for worsening is our own choice.",
    ),
    Rule(
        "R-RDY-22",
        "The last run was too much",
        "The last run was red, at most two days ago: leave running.",
        ("F2", "F6"),
        "The days are our own choice.",
    ),
    Rule(
        "R-RDY-23",
        "Visit advised, no running",
        "A sign that asks for a visit and leaves other movement: leave running.",
        ("F36",),
        "The cap is our own choice.",
    ),
    Rule(
        "R-RDY-24",
        "Ladder day off",
        "On the ladder the day after a run has none.",
        ("F30", "F33"),
        "Taken from a beginners' plan and a clinic's schedule.",
    ),
    Rule("R-RDY-25", "Very tired", "Fatigue of 8 or more: leave running."),
    Rule(
        "R-RDY-30",
        "Just in the watch zone",
        "A site at 3 now: easy, three quarters of the longest run.",
        ("F2", "F3"),
        "Tendon and clinic sources; the amount is our own choice.",
    ),
    Rule(
        "R-RDY-31",
        "One above usual",
        "A site at 2 or more and 1 above its usual level: easy.",
        ("design",),
        OWN_CHOICE,
    ),
    Rule(
        "R-RDY-32",
        "The last run was felt",
        "The last run was amber, at most three days ago: easy.",
        ("F2", "F6"),
        "The days and the amount are our own choice.",
    ),
    Rule(
        "R-RDY-33",
        "The last run is unfinished",
        "The last run, at most three days ago, lacks a score: easy.",
    ),
    Rule(
        "R-RDY-34",
        "Visit advised",
        "A sign that asks for a visit without holding running: easy.",
        ("article", "F34", "F36"),
        _FLAG_LIMITS,
    ),
    Rule(
        "R-RDY-35",
        "Short or poor sleep",
        "Less than 6 hours, or quality of 2 or less: easy.",
        ("F52",),
        "Poor sleep came before more pain next day in long-lasting low back pain; the cut-offs are"
        " our own choice.",
    ),
    Rule("R-RDY-36", "Tired", "Fatigue of 6 or 7: easy."),
    Rule(
        "R-RDY-37",
        "Rising week",
        "The 7-day mean is a point or more above the week before: easy.",
        ("Silbernagel 2007 (from memory, high confidence)", "design"),
        "A point is the smallest step of the scale; no study sets it.",
    ),
    Rule(
        "R-RDY-38",
        "Longer than the cap",
        "The planned run is more than 10 % longer than the longest of 30 days, from 3 km up: easy,"
        " up to the cap.",
        ("F26",),
        "Observational, all body sites, mostly men, not a back-pain study.",
    ),
    Rule(
        "R-RDY-39",
        "No run in 30 days",
        "No run in 30 days: easy, and the walk-run ladder sets the start.",
        ("F57",),
        "The page supports a gradual restart; the days are our own choice.",
    ),
    Rule(
        "R-RDY-40",
        "Three days in a row",
        "Three running days in a row: easy.",
        ("article", "design"),
        "The article calls rest crucial; the number is our own choice.",
    ),
    Rule(
        "R-RDY-41",
        "Moderate running only",
        "A known condition without symptoms in an active person: moderate running.",
        ("F24", "Riebe 2015 (from memory, high confidence)"),
        "Made for exercise in general, not for back pain.",
    ),
    Rule(
        "R-RDY-50",
        "Nothing fired",
        "Nothing that was logged argues against the planned run.",
        ("design",),
        "That is all it says: it promises nothing.",
    ),
)
