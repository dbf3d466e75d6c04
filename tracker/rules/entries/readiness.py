"""Today's readiness (section 4.3)."""

from typing import Final

from tracker.rules.rule import Rule

_FLAG_LIMITS = "A single sign says little about what is going on (F17)."

READINESS: Final = (
    Rule(
        "R-RDY-00a",
        "No screening",
        "Without answers to the 8 health questions of the last 12 months there is no run advice.",
    ),
    Rule(
        "R-RDY-00b",
        "No score today",
        "Without a pain score for today there is no run advice; a pain-free day is logged as 0. A"
        " tracked site that hurt this week and has no score today holds back a GO.",
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
        "A site at 4 or 5 now, neither cleared for it nor steady: no running today, other movement"
        " is fine.",
        ("F2", "F3", "design"),
        "The ceiling of 5 comes from tendon pain; staying clear of it before a run is our own"
        " choice.",
    ),
    Rule(
        "R-RDY-20s",
        "Steady at 4",
        "A steady site (R-PAIN-08) at 4, at most 1.0 above its usual level: your usual run, easy,"
        " nothing longer.",
        ("F31", "design"),
        "Adults with long-lasting low back pain ran in the trial; the rule itself was only tried in"
        " simulation.",
    ),
    Rule(
        "R-RDY-20x",
        "Cleared for running with pain",
        "A site at 4 or 5, at most 1.0 above its usual level, with a clinician's clearance for it:"
        " easy, your usual run.",
        ("F31", "design"),
        "Adults with long-lasting low back pain ran in the trial; the rule itself was not tested.",
    ),
    Rule(
        "R-RDY-21",
        "Two above usual",
        "A site at 3 or more and 2.0 or more above its usual level: no running today.",
        ("F7", "design"),
        "The 2 points were found for improvement; using them for worsening is our own choice.",
    ),
    Rule(
        "R-RDY-22",
        "The last run was too much",
        "The last run was red, at most two days ago: no running today.",
        ("F2", "F6"),
        "The days are our own choice.",
    ),
    Rule(
        "R-RDY-22e",
        "The last run was too much, days ago",
        "The last run was red, three to fourteen days ago: easy, three quarters of the longest"
        " settled run; the next run that isn't red ends it.",
        ("design",),
        "A red run was forgotten on the third day before; the days were chosen by simulation.",
    ),
    Rule(
        "R-RDY-23",
        "Visit advised, no running",
        "A sign that asks for a visit and leaves other movement (R-RED-24, R-RED-34): no running"
        " today.",
        ("F36", "design"),
        "The cap is our own choice.",
    ),
    Rule(
        "R-RDY-24",
        "Ladder day off",
        "On the ladder the day after a run has none.",
        ("F30", "F33"),
        "Taken from a beginners' plan and a clinic's schedule.",
    ),
    Rule("R-RDY-25", "Very tired", "Fatigue of 8 or more: no running today."),
    Rule(
        "R-RDY-30",
        "Just in the watch zone",
        "A site at 3 now, not steady: easy, three quarters of the longest settled run.",
        ("F2", "F3"),
        "Tendon and clinic sources; the amount is our own choice.",
    ),
    Rule(
        "R-RDY-30s",
        "Steady at 3",
        "A steady site (R-PAIN-08) at 3, at most 1.0 above its usual level: your usual run, easy,"
        " nothing longer.",
        ("F31", "design"),
        "Adults with long-lasting low back pain ran in the trial; the rule itself was only tried in"
        " simulation.",
    ),
    Rule(
        "R-RDY-31",
        "More than one above usual",
        "A site at 3 or more, and more than 1.0 but less than 2.0 above its usual level: easy,"
        " three quarters of the longest settled run.",
        ("design",),
        "From a score of 2 it fired on 29 % of the days of a made-up runner at a steady 1.5.",
    ),
    Rule(
        "R-RDY-32",
        "The last run lingered",
        "The last run lingered (R-PAIN-07), at most three days ago: easy, three quarters of the"
        " longest settled run.",
        ("F2", "F6"),
        "The days and the amount are our own choice.",
    ),
    Rule(
        "R-RDY-32s",
        "The last run was felt and settled",
        "The last run was felt and had settled by morning, at most three days ago: repeat before"
        " adding, up to the longest settled run; it takes no run away.",
        ("F2", "F6"),
        "The days are our own choice.",
    ),
    Rule(
        "R-RDY-33",
        "The last run is unfinished",
        "The last run, at most three days ago, waits for its morning score: easy, nothing longer"
        " than the longest settled run.",
    ),
    Rule(
        "R-RDY-34",
        "Visit advised",
        "A sign that asks for a visit without holding running: easy, nothing longer than the"
        " longest settled run.",
        ("article", "F34", "F36"),
        _FLAG_LIMITS,
    ),
    Rule(
        "R-RDY-35",
        "Short or poor sleep",
        "Less than 6 hours, or quality of 2 or less: easy, nothing longer than the longest settled"
        " run.",
        ("F52",),
        "Poor sleep came before more pain next day in long-lasting low back pain; the cut-offs are"
        " our own choice.",
    ),
    Rule(
        "R-RDY-36",
        "Tired",
        "Fatigue of 6 or 7: easy, nothing longer than the longest settled run.",
    ),
    Rule(
        "R-RDY-37",
        "Rising week",
        "The 7-day mean is 1.0 or more above the week before: easy, three quarters of the longest"
        " settled run.",
        ("Silbernagel 2007 (from memory, high confidence)", "design"),
        "A point is the smallest step of the scale; no study sets it.",
    ),
    Rule(
        "R-RDY-38",
        "Longer than the cap",
        "The planned run is more than 10 % longer than the longest of 30 days, from 3 km up: easy,"
        " up to the cap.",
        ("F26", "F66"),
        "Observational, all body sites, mostly men, not a back-pain study.",
    ),
    Rule(
        "R-RDY-39",
        "No run in 30 days",
        "No run in 30 days: easy, no distance but a session of the walk-run ladder: W0 (walk 30"
        " min) until one such walk was green, and after pin-point bone pain; then W1.",
        ("F57", "F30", "F31"),
        "The pages support a gradual restart; the days and stages are our own choice.",
    ),
    Rule(
        "R-RDY-39b",
        "One or two runs in 30 days",
        "One or two runs in 30 days: easy, nothing longer; a baseline needs three.",
    ),
    Rule(
        "R-RDY-40",
        "Three days in a row",
        "Three running days in a row: easy, three quarters of the longest settled run.",
        ("article", "design"),
        "The article calls rest crucial; the number is our own choice.",
    ),
    Rule(
        "R-RDY-40n",
        "Three days in a row, nearly without pain",
        "Three running days in a row while every site's usual level is below 1.0 and its score at"
        " most 1: a note, nothing longer than the longest settled run; it takes no run away.",
        ("article", "design"),
        "The article calls rest crucial; the numbers are our own choice.",
    ),
    Rule(
        "R-RDY-41",
        "Moderate running only",
        "A known condition without symptoms in an active person: moderate running, effort 4 of 10"
        " at most, no hard sessions; a valid clearance ends it.",
        ("F24", "Riebe 2015 (from memory, high confidence)"),
        "Made for exercise in general, not for back pain.",
    ),
    Rule(
        "R-RDY-42",
        "Too much twice",
        "Two runs or more of the last 28 days were too much: stay at 90 % of the shortest of them."
        " Where that is less than 2.0 km, the walk-run ladder is the smaller dose.",
        ("design",),
        "Chosen by simulation: a made-up runner who tolerates 4 km ran farther in 27 % of runs"
        " instead of 97 %. Whether people are like this a simulation can't tell.",
    ),
    Rule(
        "R-RDY-50",
        "Nothing fired",
        "Nothing that was logged argues against the planned run, or against a run of up to the"
        " cap.",
        ("design",),
        "That is all it says: it promises nothing.",
    ),
)
