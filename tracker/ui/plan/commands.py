"""The commands of the Plan tab."""

from typing import Final

from tracker.ui.command import Command, Scope

PLAN: Final = (
    Command(
        id="choose_plan",
        flow="tracker.ui.plan.flow:choose",
        key="e",
        label="goal, days",
        name="Choose how to train: ladder, free, goal, days",
        help="Choose the ladder or running freely, the days of training, and a goal.",
        scope=Scope.PLAN,
    ),
    Command(
        id="why_plan",
        key="w",
        label="why",
        name="Why the plan says so",
        help="Read the rules behind the decision: numbers, sources, limits.",
        scope=Scope.PLAN,
    ),
    Command(
        id="move_day",
        key="J,K",
        args=("1", "-1"),
        shown="J K",
        label="move a day",
        help="Move the planned session under the cursor to the day after, or before.",
        scope=Scope.PLAN,
    ),
    Command(
        id="show_ladder",
        key="v",
        label="ladder",
        help="Read all stages of the ladder with the answers to their sessions.",
        scope=Scope.PLAN,
    ),
    Command(
        id="leave_plan",
        key="escape",
        shown="esc",
        label="back",
        help="Go back to the tab bar.",
        scope=Scope.PLAN,
    ),
)
