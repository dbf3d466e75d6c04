"""The mid-run protocol (section 3)."""

from typing import Final

from tracker.rules.rule import Rule

MIDRUN: Final = (
    Rule(
        "R-MID-01",
        "Alarm sign",
        "Any alarm sign ends the run and opens the red-flag list.",
        ("article", "design"),
    ),
    Rule(
        "R-MID-02",
        "Stop zone or limp",
        "6 or more, or a changed stride, ends the run at once.",
        ("F3", "F4", "F33b"),
        "The limit comes from tendon pain and clinic leaflets.",
    ),
    Rule(
        "R-MID-03",
        "Slow down",
        "Two points more than at the start, or one point more from 3 on: slow by 10 to 20 % or"
        " walk, and score again in 3 minutes.",
        ("article", "F6"),
        "The 3 minutes and the points are our own choice; the article gives none.",
    ),
    Rule(
        "R-MID-03b",
        "Carry on",
        "Any lower score is noted and the run goes on: 1 of 10 is no reason to stop a run.",
    ),
    Rule(
        "R-MID-04",
        "Relief by slowing",
        "If slowing brings relief, stay slow and leave out hills.",
        ("article", "design"),
        "No trial found for the steps. Relief is a score at or below the start, two points lower,"
        " or in the comfort zone: our own choice.",
    ),
    Rule(
        "R-MID-05",
        "Stretch",
        "If slowing brings no relief, stop and go through the mid-run reset.",
        ("article",),
        "No trial found.",
    ),
    Rule(
        "R-MID-06",
        "Relief by stretching",
        "If stretching brings relief, go home by one minute running and one walking.",
        ("article", "design"),
    ),
    Rule(
        "R-MID-07",
        "Stop",
        "If stretching brings no relief, the run is over: walk home.",
        ("article",),
        "No trial found.",
    ),
    Rule(
        "R-MID-08",
        "It comes back",
        "A score of 3 or more that is above the start, and a point above the one that slowing"
        " brought, leads to the mid-run reset.",
    ),
    Rule(
        "R-MID-09",
        "It comes back after stretching",
        "A score of 3 or more that is above the start, and a point above the one that stretching"
        " brought, ends the run.",
    ),
    Rule(
        "R-MID-09b",
        "Carry on slowly",
        "While running easily any other score is noted and the run goes on.",
    ),
    Rule(
        "R-MID-10",
        "Finished",
        "A finished run is completed, completed slowed, or completed after stretching.",
    ),
    Rule(
        "R-MID-10b",
        "Finished while stretching",
        "A run that ends in the mid-run reset counts as stopped for pain.",
    ),
    Rule(
        "R-MID-11",
        "After a stop",
        "After a pain stop: rest today and tomorrow, score the hour after and the morning, and"
        " watch three days.",
        ("article", "F5"),
        "The article says more rest; one day and 72 hours are our own choice.",
    ),
    Rule(
        "R-MID-12",
        "The steps are kept",
        "Every step is stored with minute, score, site and what came of it.",
    ),
)
