"""The commands of the Run tab."""

from typing import Final

from tracker.ui.command import Command, Scope

RUN: Final = (
    Command(
        id="save_run",
        meaning="save",
        label="save",
        name="Save the run",
        help="Save the run.",
        scope=Scope.RUN,
    ),
    Command(
        id="same_run",
        meaning="as_last",
        label="as last",
        name="Log a run like the last one",
        help="Take distance, time, kind, effort, surface and gear from the last run.",
        scope=Scope.RUN,
    ),
    Command(
        id="new_run",
        meaning="new",
        label="new",
        name="Log a run",
        help="Begin a new run; a changed form asks first.",
        scope=Scope.RUN,
    ),
    Command(
        id="mid_run",
        meaning="start",
        label="mid-run",
        name="Start the mid-run guide",
        help="Be guided while running: slow down, stretch, stop; what was noted is kept.",
        scope=Scope.RUN,
    ),
    Command(
        id="import_runs",
        flow="tracker.ui.run.import_flow:import_runs",
        meaning="import",
        label="import",
        name="Import runs from files",
        help="Bring runs in from files.",
        scope=Scope.RUN,
    ),
    Command(
        id="list_runs",
        meaning="view",
        label="runs",
        name="Go to the list of runs",
        help="Go to the list of the last runs, and from there back to the form.",
        scope=Scope.RUN,
    ),
    Command(
        id="leave_run",
        meaning="back",
        label="back",
        help="Leave the field; on narrow screens go back to the list.",
        scope=Scope.RUN,
    ),
)
