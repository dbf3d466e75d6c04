"""Questionnaires, analytics, the clinician summary and wording (sections 8 to 11)."""

from typing import Final

from tracker.rules.rule import Rule

QUESTIONNAIRES: Final = (
    Rule(
        "R-Q-01",
        "Weekly impact check",
        "Four questions a week about running with the complaint add up to 0 to 100.",
        ("F45", "F45b"),
        "Inspired by a published instrument, in our own words; not the official one and not"
        " comparable with published values.",
    ),
    Rule(
        "R-Q-02",
        "Pain impact",
        "Three questions every two weeks give a mean from 0 to 10; a change of 1.0 is probably"
        " noticeable.",
        ("F46", "F46b"),
        "Inspired by a published instrument, in our own words; not the official one and not"
        " comparable with published values.",
    ),
    Rule(
        "R-Q-03",
        "My activities",
        "Up to three activities of your own from 0 to 10; less than 2 points of change (3 with one"
        " activity) is within normal wobble.",
        ("F50",),
        "Inspired by a published instrument, in our own words.",
    ),
)

ANALYTICS: Final = (
    Rule(
        "R-AN-01",
        "Series",
        "Trends follow the morning score of a site; days without one are gaps and never filled.",
    ),
    Rule(
        "R-AN-02",
        "Trend",
        "The 7-day mean is shown with its number of days, from four of seven up.",
        ("F7",),
        "Four days are our own choice.",
    ),
    Rule(
        "R-AN-03",
        "Smoothed line",
        "The smoothed score moves a quarter of the way to each new one and stays on days without;"
        " nothing is decided by it.",
        ("design",),
        "The quarter is our own choice.",
    ),
    Rule(
        "R-AN-04",
        "Flare",
        "A flare is what you call one; 2 points above the usual fortnight and at least 4 brings the"
        " question, and two days within 1 point of it the question whether it is over.",
        ("F51", "F51b"),
        "68 % of self-declared flare days were not above average pain; the numbers are our own"
        " choice.",
    ),
    Rule(
        "R-AN-05",
        "Patterns",
        "A habit today and the score tomorrow are compared allowing for today's score, and named"
        " only when three checks agree.",
        ("F53", "F53b", "design"),
        "A pattern in one diary says nothing about why; something else may explain both.",
    ),
    Rule(
        "R-AN-06",
        "Own experiment",
        "Blocks of a week with and without a habit, in random order, say more than before and"
        " after.",
        ("F53",),
        "One person's result is that person's.",
    ),
    Rule(
        "R-AN-07",
        "Keeping at it",
        "Routines done are shown against those planned in 28 days; a rest that was advised never"
        " counts against you.",
        ("design",),
        "That a day with a run plans one routine before it and one after is our own choice.",
    ),
    Rule(
        "R-AN-08",
        "Numbers with their n",
        "Every figure is shown with its number of days, gaps and dates.",
    ),
)

SUMMARY: Final = (
    Rule(
        "R-SUM-01",
        "One page",
        "The summary is one page of what was logged, with dates and without interpretation.",
        ("history-taking conventions (from memory, high confidence)",),
        "Reported by you and verified by nobody.",
    ),
    Rule(
        "R-SUM-02",
        "Patterns apart",
        "Patterns stand under a heading of their own and are left out unless asked for.",
    ),
    Rule(
        "R-SUM-03",
        "Nothing leaves by itself",
        "The summary is written to a file; nothing leaves the machine by itself.",
    ),
)

WORDING: Final = (
    Rule(
        "R-TXT-01",
        "What this is",
        "A diary with published rules of thumb, not a medical device; it can miss serious"
        " problems.",
        ("F54", "F54b"),
        "Rules on devices differ between countries.",
    ),
    Rule(
        "R-TXT-02",
        "Why, and your own sense",
        "Every verdict names its rules and why, and says once that you know your body best and"
        " being more careful is always fine; never beside an emergency or an urgent sign.",
    ),
    Rule(
        "R-TXT-03",
        "Words never used",
        "No text names what might be wrong with you, promises anything or raises fear; a check runs"
        " over all of them.",
    ),
    Rule(
        "R-TXT-04",
        "No odds for you",
        "No chance of injury is given for a person; only what a study found, its size and limits.",
    ),
    Rule(
        "R-TXT-05",
        "Wellness side",
        "The app encourages activity, keeps a diary and shows published guidance.",
        ("F54", "F54b"),
        "Rules on devices differ between countries.",
    ),
    Rule(
        "R-TXT-06",
        "Your data",
        "Data stay on this machine in plain files; sharing them comes with a warning.",
    ),
    Rule(
        "R-TXT-07",
        "Plain words",
        "Plain words, no blame, no fear: pain does not always mean harm.",
    ),
    Rule(
        "R-TXT-08",
        "Say it plainly",
        "No running today, effort 3 of 10, flat ground, easy enough to talk, 2 today; usual 0.7:"
        " numbers with their decimal, no jargon, and what is missing with the key that mends it.",
    ),
)
