"""The commands of the Plan tab."""

from typing import Final

from tracker.ui.command import Command, Scope

PLAN: Final = (
    Command(
        id="start_session",
        meaning="start",
        label="start",
        name="Start today's walk-run session",
        help="Be led through today's walk-run session; what was done comes into a run's form.",
        scope=Scope.PLAN,
    ),
    Command(
        id="choose_plan",
        flow="tracker.ui.plan.flow:choose",
        meaning="edit",
        label="goal, days",
        name="Choose how to train: ladder, free, goal, days",
        help="Choose the ladder or running freely, the days of training, and a goal.",
        scope=Scope.PLAN,
    ),
    Command(
        id="why_plan",
        meaning="why",
        label="why",
        name="Why the plan says so",
        help="Read the rules behind the decision: numbers, sources, limits.",
        scope=Scope.PLAN,
    ),
    Command(
        id="move_day",
        meaning="move_down,move_up",
        args=("1", "-1"),
        shown="J K",
        label="move a day",
        help="Move the planned session under the cursor to the day after, or before.",
        scope=Scope.PLAN,
    ),
    Command(
        id="show_ladder",
        meaning="view",
        label="ladder",
        help="Read all stages of the ladder with the answers to their sessions.",
        scope=Scope.PLAN,
    ),
    Command(
        id="leave_plan",
        meaning="back",
        label="back",
        help="Go back to the tab bar.",
        scope=Scope.PLAN,
    ),
)
