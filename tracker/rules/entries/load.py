"""Load and progression (sections 4.1 and 4.2)."""

from typing import Final

from tracker.rules.rule import Rule

LOAD: Final = (
    Rule(
        "R-LOAD-01",
        "Session load",
        "A session's load is its effort from 0 to 10 times its minutes; it can be rated up to 14"
        " days later.",
        ("F25b", "F25c"),
        "A load is a number for comparing your own weeks, not a measure of strain on tissue.",
    ),
    Rule(
        "R-LOAD-02",
        "The week",
        "Weeks are shown Monday to Sunday and judged over rolling seven days: distance, minutes,"
        " runs, minutes with impact, and the load of everything, each by itself.",
    ),
    Rule(
        "R-LOAD-03",
        "Monotony and strain",
        "Monotony is the mean of seven daily loads over their standard deviation, strain the week's"
        " load times monotony; both are information only.",
        ("F25", "Foster 1998 for the often quoted line at 2 (from memory, low confidence)"),
        "There is no threshold for everyone: the study related each athlete's own level to illness"
        " and minor injury in 25 experienced athletes.",
    ),
    Rule(
        "R-LOAD-04",
        "Single-run spike",
        "A planned run is compared with the longest of the last 30 days: up to 10 % more is the"
        " reference, then small, moderate and large.",
        ("F26",),
        "Observational, self-reported overuse injuries of all sites, mostly men, not a back-pain"
        " study; the moderate band was not worse than the small one.",
    ),
    Rule(
        "R-LOAD-05",
        "Weekly jump",
        "A rise of more than 30 % over two weeks is mentioned and never blocks anything.",
        ("F28",),
        "The study's figure, 1.59 (0.96 to 2.66), is not statistically clear.",
    ),
    Rule(
        "R-LOAD-06",
        "No weekly 10 % rule",
        "The rule of adding at most 10 % a week is not enforced.",
        ("F27",),
        "One trial with 532 novices: 20.8 % injured with the rule, 20.3 % without.",
    ),
    Rule(
        "R-LOAD-07",
        "No acute-chronic ratio",
        "The acute-to-chronic load ratio is not computed.",
        ("F26", "F26b", "F29"),
        "Its link with injury can be reproduced with made-up denominators.",
    ),
    Rule(
        "R-LOAD-08",
        "Why the single run",
        "The single run is the yardstick because its data set is the largest on runners, it needs"
        " only a plain log, and it gives a number for today.",
        ("F26",),
        "Observational, self-reported, mostly men, all body sites.",
    ),
    Rule(
        "R-LOAD-09",
        "Rest days",
        "Every seven days hold at least one without running; three running days in a row"
        " are too many to go on as before.",
        ("article", "design"),
        "The article calls rest crucial; the numbers are our own choice.",
    ),
    Rule(
        "R-LOAD-10",
        "Variety",
        "Four runs in a row of much the same distance, effort and surface bring the suggestion to"
        " change one of the three.",
        ("article", "F42"),
        "The numbers are our own choice; the study found fewer injuries with more hours of other"
        " sports, and is observational.",
    ),
    Rule(
        "R-LOAD-11",
        "One thing at a time",
        "On a day to move on, only one of distance, pace, hills or surface changes.",
        ("common rehabilitation practice (from memory, medium confidence)",),
        "No trial found.",
    ),
    Rule(
        "R-PROG-01",
        "Where to start",
        "New runners and those back after four weeks start at W1 after one walk of 30 minutes that"
        " was green, after two weeks at W9, after one week with 70 % of their usual run. After"
        " pin-point bone pain only a clinician's clearance opens W0, and a step then asks for pain"
        " 0 at that bone, walking and resting.",
        ("F57", "F63"),
        "The pages support a gradual restart after two weeks, and running again only without a sore"
        " bone; the percentages and stages are our own choice.",
    ),
    Rule(
        "R-PROG-02",
        "Spacing",
        "Ladder sessions never fall on consecutive days, and at most four on a week.",
        ("F30", "F33"),
        "Taken from a beginners' plan and a clinic's schedule; neither was tested against others.",
    ),
    Rule(
        "R-PROG-10",
        "Move on, repeat or step back",
        "After each session the responses at this step, the week's trend and red flags decide, the"
        " first matching row wins.",
        ("F2", "F7", "F33", "Silbernagel 2007 (from memory, high confidence)"),
        "The idea comes from a tendon trial; the counts and amounts are our own choice.",
    ),
)
