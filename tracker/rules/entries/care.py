"""Stretching, heat and cold, other training, equipment (sections 5 to 7)."""

from typing import Final

from tracker.rules.rule import Rule

STRETCHING: Final = (
    Rule(
        "R-STR-01",
        "Before and after",
        "Moving stretches before a run, held ones after it.",
        ("article", "F38"),
        "The article asks for both; no benefit for injuries has been shown.",
    ),
    Rule(
        "R-STR-02",
        "An honest note",
        "Stretching can feel good and keeps movement. Studies don't show that it prevents soreness"
        " or injury.",
        ("F38", "F39", "F67"),
        "Soreness 0.9 mm of 100 less (95 % CI -2.6 to 4.4); injuries 0.95 (0.78 to 1.16), in army"
        " recruits. Experts agree (2025) on range of motion, not on injury, soreness or posture.",
    ),
    Rule(
        "R-STR-03",
        "Dose",
        "Hold 10 to 30 seconds, from 65 on 30 to 60, two to four times, tight but never painful.",
        ("F37", "F37b"),
        "The age of 65 is our own choice.",
    ),
    Rule(
        "R-STR-04",
        "Long holds before a run",
        "A hold of 60 seconds or more on one muscle just before running gets a note.",
        ("F38",),
        "The loss is small: 1.1 % below 60 seconds, 4.6 % from there on.",
    ),
    Rule(
        "R-STR-05",
        "Stop a stretch",
        "Pain of 4 or more, tingling, numbness or a shooting line ends the stretch; strength for a"
        " known tendon complaint may go to 5 if it is back to usual by next morning.",
        ("F2", "design"),
        "The 5 comes from tendon pain; the 4 is our own choice.",
    ),
    Rule(
        "R-STR-06",
        "Steps left out",
        "A step is left out when what hurts today speaks against it; where the heel end of the"
        " Achilles hurts the calf steps go and a still heel-raise hold on flat ground comes"
        " instead. With a sign that holds running no routine is offered.",
        (
            "Long 2004 and nerve movement studies (from memory, medium confidence)",
            "loading the tendon where it meets the heel (from memory, medium confidence)",
        ),
        "Which steps go with which complaint is our own choice.",
    ),
    Rule(
        "R-STR-07",
        "Steps added",
        "Some sites get an extra step or a caution: heel, Achilles, shin, low back.",
        ("DiGiovanni 2003 for the heel (from memory, high confidence)", "design"),
        "The other additions are our own choice.",
    ),
    Rule(
        "R-STR-08",
        "Strength",
        "Rest days hold bridge, bird dog, side plank and heel raises; a routine of its own trains"
        " calves, hips and trunk.",
        ("article", "F65"),
        "The article speaks of a weak core; no trial of these sets found.",
    ),
    Rule(
        "R-STR-09",
        "Done",
        "A routine is done when 70 % of the steps that were not left out are done.",
    ),
    Rule(
        "R-STR-PRE",
        "Before a run",
        "Nine minutes of moving stretches straight before running.",
        ("article", "F38"),
        "No benefit for injuries has been shown.",
    ),
    Rule(
        "R-STR-POST",
        "After a run",
        "Sixteen minutes of quiet holds within about half an hour after running.",
        ("article", "F37"),
        "No benefit for soreness or injuries has been shown.",
    ),
    Rule(
        "R-STR-POST-S",
        "After a run, the short four",
        "The four muscle groups in four and a half minutes, when time is short.",
        ("article",),
        "No benefit for soreness or injuries has been shown.",
    ),
    Rule(
        "R-STR-REST",
        "Rest day",
        "Thirteen minutes of mobility and some trunk strength.",
        ("article",),
        "No trial of this set found.",
    ),
    Rule(
        "R-STR-LOAD",
        "Strength",
        "Eleven minutes for calves, hips and trunk, two or three days a week, never straight before"
        " a run.",
        ("article", "F64", "F65"),
        "Nine trials with 1,904 runners: no fewer injuries overall, fewer where the training was"
        " supervised; no trial of this set found.",
    ),
    Rule(
        "R-STR-MID",
        "Mid-run reset",
        "Just under four minutes of easing, step two of the mid-run protocol.",
        ("article",),
        "No trial found.",
    ),
)

HEAT_AND_COLD: Final = (
    Rule(
        "R-HC-01",
        "Heat",
        "Warm, not hot, with a cloth between, 15 to 20 minutes, never asleep or lying on it.",
        ("F40", "F41b"),
        "Heat wraps eased recent low back pain a little after five days; the effect was short.",
    ),
    Rule(
        "R-HC-02",
        "Cold",
        "Wrapped, 10 to 20 minutes, look at the skin after 5, then a pause of 10 or more.",
        ("article", "F40", "F41"),
        "Some people find it soothing; for low back pain the evidence is not enough.",
    ),
    Rule(
        "R-HC-03",
        "When not to",
        "No heat or cold over numb or broken skin, with poor circulation, Raynaud's, cold allergy"
        " or nerve damage, unless a clinician agreed; no heat on a fresh hot swelling for 48"
        " hours.",
        ("F41",),
        "Part of the list is from memory.",
    ),
    Rule(
        "R-HC-04",
        "Timer",
        "The timer starts at 15 minutes, reminds at 5 and stops at 20.",
        ("F41", "F41b"),
        "The default is our own choice.",
    ),
)

CROSS_TRAINING: Final = (
    Rule(
        "R-XT-01",
        "Kinds",
        "Other training counts its load as running does; only hiking has impact, by half.",
        ("F25c",),
        "The half is our own choice.",
    ),
    Rule(
        "R-XT-02",
        "No substitute for running",
        "Other training adds to the total load and never to the running that spikes are judged by.",
    ),
    Rule(
        "R-XT-03",
        "On a cross-training day",
        "Choose what keeps pain at 2 or less; rowing and heavy lifting are hidden with a low back"
        " of 4 or more.",
    ),
    Rule(
        "R-XT-05",
        "Strength and tendon loading",
        "Strength work is logged with its exercise, side, sets, load and pain, and paired with the"
        " next morning as a run is; it is shown and changes no advice.",
        ("F64", "F65"),
        "A guideline for the Achilles puts exercise first, built up over about 12 weeks; in nine"
        " trials with 1,904 runners there were no fewer injuries overall, fewer where it was"
        " supervised. It promises nothing.",
    ),
    Rule(
        "R-XT-06",
        "Spacing for tendons",
        "With a tendon that scores over 2 in the morning, a day lies between hard or long"
        " sessions.",
        ("Silbernagel & Crossley 2015 (from memory, medium confidence)",),
        "Written for Achilles pain; using it for other tendons is our own choice.",
    ),
    Rule(
        "R-XT-04",
        "Weekly nudge",
        "A week without other training or strength brings a reminder.",
        ("article",),
        "The article names swimming, cycling and weights; no study sets the week.",
    ),
)

EQUIPMENT: Final = (
    Rule(
        "R-EQ-01",
        "Shoe distance",
        "A note at 500 km and a look at the shoes at 800 km; advice for today never changes.",
        ("F43", "F43b"),
        "Common guidance; the research behind it is thin and foams differ.",
    ),
    Rule(
        "R-EQ-02",
        "Several pairs",
        "Each pair's share of the last 28 days is shown.",
        ("F42",),
        "264 runners over 22 weeks, observational: fewer injuries with several pairs.",
    ),
    Rule(
        "R-EQ-03",
        "A new pair",
        "The first three runs in a new pair stay at half of the longest run.",
    ),
    Rule(
        "R-EQ-04",
        "Surface",
        "Surfaces are logged and varied, not ranked.",
        ("F55",),
        "That softer means fewer injuries is not shown; sand raised Achilles trouble in one study.",
    ),
    Rule(
        "R-EQ-05",
        "Belt and orthotics",
        "Belt and orthotics are logged; discuss them with whoever prescribed them.",
        ("article", "F44", "F56"),
        "The article finds them useful; a guideline advises against belts and orthotics for low"
        " back pain; pooled trials found no clear effect (treatment SMD -0.74, 95 % CI -1.50 to"
        " 0.03; prevention RR 0.78, 0.50 to 1.23).",
    ),
    Rule(
        "R-EQ-06",
        "Drop, lift, taping",
        "Shoes carry their heel drop, gear is shoe, orthotic, heel lift, belt, brace, tape or"
        " other; a drop that differs by 4 mm or more from the usual pair counts as a new pair.",
    ),
)
