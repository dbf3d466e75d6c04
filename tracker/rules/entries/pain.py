"""Pain measurement (section 1)."""

from typing import Final

from tracker.rules.rule import Rule

PAIN: Final = (
    Rule(
        "R-PAIN-01",
        "The scale",
        "Pain is a whole number from 0 to 10, and the number is always shown; a word may go with"
        " it, never instead of it.",
        ("F8", "F9", "F10"),
        "Published limits between mild, moderate and severe disagree; ours are the cautious ones"
        " and decide nothing.",
    ),
    Rule(
        "R-PAIN-02",
        "The moments",
        "Pain is scored before a run, at its worst during it, an hour after and next morning; a"
        " score after a painkiller is kept, marked, and never counts as fully settled.",
        ("design",),
        "That painkillers mask symptoms is the reason; no study sets the rule.",
    ),
    Rule(
        "R-PAIN-02b",
        "Several check-ins a day",
        "The first score of a day is the morning's and the latest is now; the night counts at its"
        " worst, and a yes to a sign, limping, being ill or a painkiller counts once said.",
    ),
    Rule(
        "R-PAIN-03",
        "Usual level",
        "A site's usual level is the mean of its mornings of the 14 days before today that follow a"
        " day without a run; with fewer than four of them the mean of all mornings of the last"
        " seven days, at least four; else it is not known.",
        ("design",),
        "A level that contains the answer to yesterday's run would hide that answer; the days and"
        " counts were chosen by simulation.",
    ),
    Rule(
        "R-PAIN-04",
        "Meaningful change",
        "A week is better or worse than another when the 7-day means differ by 2 points and 30 %,"
        " with four values in each.",
        ("F7", "F8", "F11"),
        "The 2 points were found for improvement; using them for worsening, and the rule for low"
        " starting levels, are our own choice.",
    ),
    Rule(
        "R-PAIN-05",
        "Zones",
        "0 to 2 is the comfort zone, 3 to 5 the watch zone, 6 to 10 the stop zone.",
        ("F1", "F2", "F3", "F4", "F5", "F6"),
        "The zones come from tendon and knee studies and clinic leaflets; nobody has tested them"
        " specifically for back pain.",
    ),
    Rule(
        "R-PAIN-06",
        "Twenty-four hours",
        "A run is judged by the next morning's score against its base: the higher of the score"
        " before it and the usual level as of that morning, or of the run day's own morning where"
        " the usual level is not known. A missed morning is stood in for by one of the next two,"
        " marked late.",
        ("F2", "F6", "F58", "F59"),
        "The pages speak of knee and tendon pain, not of the back. Comparing mornings with mornings"
        " is our own choice: an evening's score against a stiff morning cried wolf.",
    ),
    Rule(
        "R-PAIN-07",
        "How the body took a run",
        "Red: 6 or more while running, a limp then or next morning, a stop, a broken night, or 1.5"
        " over the base and 3 or more next morning (2 where the bones are sensitive). Lingers: 1.0"
        " over and 2 or more. Green: at most 2 while running, settled within the hour, no"
        " painkiller, not late. Else felt and settled.",
        ("F2", "F3", "F6", "F7", "F58", "F59"),
        "The margins were chosen by simulation against the error of the scale; no trial tested"
        " them.",
    ),
    Rule(
        "R-PAIN-08",
        "Steady",
        "A site is steady when its usual level is known, 10 of the last 14 mornings have a score,"
        " the week rose by less than 1.0, none of the last three runs was too much, and no sign is"
        " active but pain that lingers.",
        ("F31", "design"),
        "Adults with long-lasting low back pain ran three times a week in the trial; the numbers"
        " are our own choice.",
    ),
)
