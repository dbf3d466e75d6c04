"""Every command, once: bindings, palette, footer, help and the README's keys come from here."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from textual.binding import Binding
from textual.keys import key_to_character


class Scope(StrEnum):
    """Where a command works; the values are the headings of the help."""

    APP = "Everywhere, also while typing"
    EVERYWHERE = "Everywhere"
    TODAY = "Today"
    STRETCH = "Stretch"
    RUN = "Run"
    TRENDS = "Trends"
    TAB_BAR = "On the tab bar"
    FORM = "In a form"
    DAY = "On a field for a day"
    DAY_PICKER = "When choosing a day"
    SCALE = "On a pain scale"
    CHOICE = "On a row of choices"
    CHECK = "On a row of boxes"
    FOLD = "On a folded line"
    PICK = "On a field with a list"
    SCORES = "On a run's scores"
    LIST = "In a list"
    RUNS = "In the list of runs"
    IMPORT = "When importing"
    ROUTINES = "In the list of routines"
    STEPS = "On the steps of a routine"
    ROUTINE_EDITOR = "In the routine editor"
    EDITOR_STEPS = "On the steps in the routine editor"
    ROUTINE_FILE = "When bringing a routine in or out"
    PLAYER = "In the stretch guide"
    PACK_START = "Before the heat and cold timer"
    PACK = "On the heat and cold timer"
    CAUTIONS = "On the cautions of heat and cold"
    REMEDY = "When logging a remedy"
    MID_RUN = "In the mid-run guide"
    MID_RUN_START = "Before the mid-run guide"
    MID_RUN_STEPS = "When typing what happened in a run"
    TRAIL = "On the row of a run's steps"
    DIALOG = "In a question"
    QUESTION = "On a question"
    QUESTIONS = "In a list of questions"
    ALARM = "On the alarm screen"
    CLEARANCE = "When logging what a clinician said"
    DAY_RECORDS = "On a day's records"
    MARKED = "On the page of episodes, flares and visits"
    RECORD_FORM = "When writing down a flare, an episode or a visit"
    RETRACTION = "When taking an answer back"
    PAGE = "On a page to read"
    WEEK = "In the week in review"
    PATTERNS = "On the patterns page"
    PLAN_TEST = "When planning an own test"
    CHECK_FORM = "In the weekly check"
    SETUP = "In the first steps"
    SETTINGS = "In the settings"
    YES_NO = "On a yes-or-no question"


TABS: Final = (Scope.TODAY, Scope.STRETCH, Scope.RUN, Scope.TRENDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing a person can ask for.

    `key` lists the keys, separated by commas; `args` gives each of them an argument of its own.
    `shown` is how the keys are written, where that is not the key itself. `label` is the footer's
    verb, `name` the palette's sentence (none: not in the palette), `names` one for each of `args`,
    `help` one full sentence.
    The action carries the id's name.
    """

    id: str
    key: str
    label: str
    help: str
    scope: Scope = Scope.EVERYWHERE
    name: str = ""
    args: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    shown: str = ""
    priority: bool = False

    @property
    def keys(self) -> str:
        """Give the keys as a person reads them."""
        return self.shown or self.key.replace(",", " ")

    @property
    def printable(self) -> bool:
        """Tell whether its keys write something in a field, and so do nothing else there."""
        written = [key_to_character(key) for key in self.key.split(",")]
        return all(char is not None and char.isprintable() for char in written)

    @property
    def actions(self) -> tuple[tuple[str, str], ...]:
        """Pair each key with its action."""
        keys = self.key.split(",")
        if not self.args:
            return tuple((key, self.id) for key in keys)
        return tuple((key, f"{self.id}({arg})") for key, arg in zip(keys, self.args, strict=True))

    @property
    def palette(self) -> tuple[tuple[str, str], ...]:
        """Pair each of its names in the palette with what it does."""
        if self.name:
            return ((self.name, self.id),)
        each = zip(self.names, self.args, strict=True) if self.names else ()
        return tuple((name, f"{self.id}({arg})") for name, arg in each)


COMMANDS: Final = (
    # ------------------------------------------------------------------ everywhere
    Command(
        id="open_tab",
        key="1,2,3,4",
        args=("1", "2", "3", "4"),
        names=("Open Today", "Open Stretch", "Open Run", "Open Trends"),
        shown="1-4",
        label="tab",
        help="Open a tab, while no field and no pain scale has the focus.",
    ),
    Command(
        id="leave_field",
        key="escape",
        shown="esc",
        label="leave field",
        help="Leave a field or scale: letters and digits are commands again.",
    ),
    Command(
        id="walk_day",
        key="left_square_bracket,right_square_bracket",
        args=("-1", "1"),
        names=("Go to the day before", "Go to the day after"),
        shown="[ ]",
        label="day",
        help="Go to the day before, or after.",
    ),
    Command(
        id="go_today",
        key="",
        label="today",
        name="Go to today",
        help="Go back to the present day.",
    ),
    Command(
        id="undo",
        key="u",
        label="undo",
        name="Undo the latest change",
        help="Take back the latest change made on this machine.",
    ),
    Command(
        id="help",
        key="question_mark,f1",
        shown="?",
        label="keys",
        name="Show the keys",
        help="List the keys that work here.",
    ),
    Command(
        id="command_palette",
        key="ctrl+p",
        label="palette",
        help="Find any command by its name.",
        priority=True,
        scope=Scope.APP,
    ),
    Command(
        id="switch_theme",
        key="ctrl+t",
        label="theme",
        name="Switch between dark and light",
        help="Switch between the dark and the light theme.",
        scope=Scope.APP,
    ),
    Command(
        id="answer_screening",
        key="",
        label="screening",
        name="Answer the questions before you start",
        help="Go through the eight screening questions again.",
    ),
    Command(
        id="weekly_check",
        key="",
        label="weekly check",
        name="Answer the weekly check",
        help="Answer four questions about the week; the first may be all.",
    ),
    Command(
        id="change_settings",
        key="comma",
        shown=",",
        label="settings",
        name="Settings: units, dates, signs, rules of thumb",
        help="Open the settings.",
    ),
    Command(
        id="set_up",
        key="",
        label="set up",
        name="Units, numbers to call, sites to track",
        help="Go through the first steps again.",
    ),
    Command(
        id="report_alarm",
        key="exclamation_mark",
        shown="!",
        label="alarm signs",
        name="Something new or alarming",
        help="Open the list of alarm signs at once.",
    ),
    Command(
        id="log_clearance",
        key="",
        label="clearance",
        name="Log a clearance: what a clinician said",
        help="Take down what a clinician allowed; that ends a hold.",
    ),
    Command(
        id="take_back",
        key="",
        label="take back",
        name="Take back an alarm sign ticked by mistake",
        help="Say which alarm sign was ticked by mistake; the reason stays in the diary.",
    ),
    Command(
        id="log_remedy",
        key="",
        label="log a remedy",
        name="Log a remedy: heat, cold, belt, physio, massage",
        help="Take down heat, cold, a belt, physio or a massage that was not timed here.",
    ),
    Command(
        id="show_evidence",
        key="",
        label="evidence",
        name="What the evidence says",
        help="Read where the common advice and the studies differ, and what nobody has confirmed.",
    ),
    Command(
        id="about",
        key="",
        label="about",
        name="About Backstride",
        help="Read what this app is and is not, its version, and where the data file is.",
    ),
    Command(
        id="suspend_process",
        key="ctrl+z",
        label="suspend",
        help="Put the app to sleep and go back to the shell; `fg` wakes it.",
        priority=True,
        scope=Scope.APP,
    ),
    Command(
        id="leave_app",
        key="q",
        label="quit",
        name="Quit",
        help="Leave the app; a changed form asks first.",
    ),
    Command(
        id="quit",
        key="ctrl+q",
        label="quit",
        help="Leave the app, also while typing.",
        priority=True,
        scope=Scope.APP,
    ),
    # ------------------------------------------------------------------ Today
    Command(
        id="save",
        key="ctrl+s",
        label="save",
        name="Save the check-in",
        help="Save the check-in.",
        scope=Scope.TODAY,
    ),
    Command(
        id="copy_last",
        key="equals_sign",
        shown="=",
        label="as last",
        name="Copy the scores of the last check-in",
        help="Copy the site scores of the last check-in; saving makes them this day's.",
        scope=Scope.TODAY,
    ),
    Command(
        id="why",
        key="w",
        label="why",
        name="Why this verdict",
        help="Show the rules behind the verdict: numbers, thresholds, sources, limits.",
        scope=Scope.TODAY,
    ),
    Command(
        id="fold_more",
        key="m",
        label="more",
        name="Show or fold the rarer questions",
        help="Show or fold quality, spread, what hurts and sitting hours.",
        scope=Scope.TODAY,
    ),
    # ------------------------------------------------------------------ Stretch
    Command(
        id="save_session",
        key="ctrl+s",
        label="save",
        name="Save the stretch session",
        help="Save what was done, also half; on the same day it goes on from there.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="guide",
        key="g",
        label="guide",
        name="Start the stretch guide",
        help="Be guided through the routine, step by step, in full screen.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="show_kept",
        key="d",
        label="28 days",
        name="Stretching in the last 28 days",
        help="See on which of the last 28 days routines were done, and where rest was advised.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="pack_timer",
        key="t",
        label="heat, cold",
        name="Heat or cold timer",
        help="Time heat or cold: a look at the skin after 5 minutes, a stop at 20 (R-HC-04).",
        scope=Scope.STRETCH,
    ),
    Command(
        id="step_back_out",
        key="escape",
        shown="esc",
        label="back",
        help="Go back: from a scale to the steps, to the list, to the tab bar.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="choose_direction",
        key="",
        label="direction",
        name="Which direction eases your low back",
        help="Say again which direction eases your low back; the routines keep that one.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="new_routine",
        key="n",
        label="new",
        name="Make a routine of your own",
        help="Make a routine of your own.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="copy_routine",
        key="c",
        label="copy",
        name="Copy the routine",
        help="Copy the routine; the copy is yours to change.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="edit_routine",
        key="e",
        label="edit",
        name="Edit the routine",
        help="Edit the routine; a built-in one stays as it is and is copied first.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="delete_routine",
        key="",
        label="delete",
        name="Delete the routine, or hide a built-in one",
        help="Delete the routine; a built-in one is hidden. Undo takes it back.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="bring_back",
        key="",
        label="bring back",
        name="Show hidden routines",
        help="Choose a hidden routine that comes back to the list.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="import_routine",
        key="",
        label="import",
        name="Import a routine",
        help="Bring a routine in from a JSON file.",
        scope=Scope.STRETCH,
    ),
    Command(
        id="export_routine",
        key="",
        label="export",
        name="Export the routine",
        help="Write the routine into a JSON file.",
        scope=Scope.STRETCH,
    ),
    # ------------------------------------------------------------------ Run
    Command(
        id="save_run",
        key="ctrl+s",
        label="save",
        name="Save the run",
        help="Save the run.",
        scope=Scope.RUN,
    ),
    Command(
        id="same_run",
        key="s",
        label="as last",
        name="Log a run like the last one",
        help="Take distance, time, kind, effort, surface and gear from the last run.",
        scope=Scope.RUN,
    ),
    Command(
        id="new_run",
        key="n",
        label="new",
        name="Log a run",
        help="Begin a new run; a changed form asks first.",
        scope=Scope.RUN,
    ),
    Command(
        id="mid_run",
        key="m",
        label="mid-run",
        name="Start the mid-run guide",
        help="Be guided while running: slow down, stretch, stop; what was noted is kept.",
        scope=Scope.RUN,
    ),
    Command(
        id="import_runs",
        key="i",
        label="import",
        name="Import runs from files",
        help="Bring runs in from files.",
        scope=Scope.RUN,
    ),
    Command(
        id="list_runs",
        key="l",
        label="runs",
        name="Go to the list of runs",
        help="Go to the list of the last runs.",
        scope=Scope.RUN,
    ),
    Command(
        id="leave_run",
        key="escape",
        shown="esc",
        label="back",
        help="Leave the field; on narrow screens go back to the list.",
        scope=Scope.RUN,
    ),
    # ------------------------------------------------------------------ Trends
    Command(
        id="chart_days",
        key="",
        shown="←→",
        label="day",
        help="Move the cursor by a column; with shift by a day, with ctrl by a week.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="chart_far",
        key="",
        shown="pgup pgdn",
        label="earlier, later",
        help="Go half a window back, or on; home and end go to the first and the last day.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="table_days",
        key="",
        shown="↑↓",
        label="day",
        help="In the table: go to the day above, or below.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="calendar_days",
        key="",
        shown="←→↑↓",
        label="week, day",
        help="In the calendar: go by weeks and by days.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="calendar_pick",
        key="",
        shown="enter",
        label="to the chart",
        help="In the calendar: show the chosen day on the chart.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="range",
        key="r,R",
        args=("1", "-1"),
        shown="r R",
        label="range",
        name="A longer range of days",
        help="Show the next longer range of days; with shift the next shorter.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="zoom",
        key="plus,minus",
        args=("-1", "1"),
        shown="+ -",
        label="zoom",
        help="Show fewer days around the cursor, or more.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="cycle_site",
        key="s",
        label="site",
        name="The next site",
        help="Show the next site; after the last comes the highest of all.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="all_sites",
        key="o",
        label="all sites",
        name="All sites in one chart",
        help="Show the 7-day means of all sites together, or one site again.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="event",
        key="n,p",
        args=("1", "-1"),
        shown="n p",
        label="event",
        help="Go to the next, or the previous day with a mark or where an episode begins.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="show_table",
        key="t",
        label="table",
        name="The same days as a table",
        help="Show the same days as a table with week sums, or the chart again.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="show_calendar",
        key="c",
        label="calendar",
        name="A year of days as a calendar",
        help="Show a year as a calendar, or the chart again; enter there goes to the day.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="show_week",
        key="w",
        label="week",
        name="The week in review",
        help="Read the cursor's week: running, rest, pain, weekly check, load.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="show_patterns",
        key="a",
        label="patterns",
        name="What goes along with better or worse mornings",
        help="Look for patterns in your mornings, and plan a test of your own.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="read_day",
        key="d",
        label="read day",
        name="Everything about the cursor's day",
        help="Read everything about the cursor's day on a page of its own.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="open_day",
        key="",
        shown="enter",
        label="records",
        help="List the records of the cursor's day, to open and correct them.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="mark_flare",
        key="f",
        label="flare",
        name="Mark a flare on the cursor's day",
        help="Mark a flare on the cursor's day, answer about it, or correct it.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="show_events",
        key="e",
        label="episodes",
        name="Episodes, flares and visits",
        help="List the episodes, flares and visits; begin, end, correct and delete them.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="new_episode",
        key="",
        label="episode",
        name="Begin an episode",
        help="Give a stretch of days a name, from the cursor's day on.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="log_visit",
        key="",
        label="visit",
        name="Log a visit",
        help="Note a visit to a doctor, physiotherapist or somebody else, on the cursor's day.",
        scope=Scope.TRENDS,
    ),
    Command(
        id="back_to_chart",
        key="escape",
        shown="esc",
        label="back",
        help="Go back from table or calendar to the chart, then to the tab bar.",
        scope=Scope.TRENDS,
    ),
    # ------------------------------------------------------------------ on a widget
    Command(
        id="tab_move",
        key="left,right",
        args=("-1", "1"),
        shown="←→",
        label="tab",
        help="Open the tab to the left, or to the right.",
        scope=Scope.TAB_BAR,
    ),
    Command(
        id="tab_enter",
        key="down,enter",
        shown="↓",
        label="go in",
        help="Go on into the open tab.",
        scope=Scope.TAB_BAR,
    ),
    Command(
        id="next_row",
        key="up,down,enter",
        args=("-1", "1", "1"),
        shown="↑↓",
        label="row",
        help="Go to the row above or below; tab and enter go on, too.",
        scope=Scope.FORM,
    ),
    Command(
        id="scale_set",
        key="",
        shown="0-9",
        label="set",
        help="Set the score; 1 and then 0 within a second makes 10.",
        scope=Scope.SCALE,
    ),
    Command(
        id="scale_adjust",
        key="left,right",
        args=("-1", "1"),
        shown="←→",
        label="adjust",
        help="One less, or one more.",
        scope=Scope.SCALE,
    ),
    Command(
        id="scale_clear",
        key="backspace,delete",
        shown="⌫",
        label="not logged",
        help="Take the score away: not logged is not the same as 0.",
        scope=Scope.SCALE,
    ),
    Command(
        id="choice_move",
        key="left,right",
        args=("-1", "1"),
        shown="←→",
        label="choose",
        help="Choose the word before, or after.",
        scope=Scope.CHOICE,
    ),
    Command(
        id="choice_clear",
        key="backspace,delete",
        shown="⌫",
        label="not said",
        help="Take the choice back.",
        scope=Scope.CHOICE,
    ),
    Command(
        id="check_move",
        key="left,right",
        args=("-1", "1"),
        shown="←→",
        label="move",
        help="Go to the box before, or after.",
        scope=Scope.CHECK,
    ),
    Command(
        id="check_tick",
        key="space,x",
        shown="space",
        label="tick",
        help="Tick the box, or empty it.",
        scope=Scope.CHECK,
    ),
    Command(
        id="fold",
        key="space,enter",
        label="show, fold",
        help="Show the rows below, or fold them.",
        shown="space",
        scope=Scope.FOLD,
    ),
    Command(
        id="row_move",
        key="up,down",
        args=("-1", "1"),
        shown="↑↓",
        label="move",
        help="Go to the row above, or below.",
        scope=Scope.LIST,
    ),
    Command(
        id="row_open",
        key="enter",
        label="open",
        help="Open the row, or go where it says.",
        scope=Scope.LIST,
    ),
    # ------------------------------------------------------------------ form and list of runs
    Command(
        id="pick_move",
        key="left,right",
        args=("-1", "1"),
        shown="←→",
        label="choose",
        help="Choose the word before, or after.",
        scope=Scope.PICK,
    ),
    Command(
        id="show_overlay",
        key="enter,space",
        shown="space",
        label="all",
        help="Open the list of all words.",
        scope=Scope.PICK,
    ),
    Command(
        id="pick_clear",
        key="backspace,delete",
        shown="⌫",
        label="not said",
        help="Take the choice back.",
        scope=Scope.PICK,
    ),
    Command(
        id="score_set",
        key="",
        shown="0-9",
        label="set",
        help="Set the score; 1 and then 0 within a second makes 10.",
        scope=Scope.SCORES,
    ),
    Command(
        id="score_move",
        key="left,right",
        args=("-1", "1"),
        shown="←→",
        label="before, worst, after",
        help="Go to the score before, or after.",
        scope=Scope.SCORES,
    ),
    Command(
        id="score_adjust",
        key="minus,plus",
        args=("-1", "1"),
        shown="- +",
        label="adjust",
        help="One less, or one more.",
        scope=Scope.SCORES,
    ),
    Command(
        id="score_clear",
        key="backspace,delete",
        shown="⌫",
        label="not logged",
        help="Take the score away: not logged is not the same as 0.",
        scope=Scope.SCORES,
    ),
    Command(
        id="run_move",
        key="up,down",
        args=("-1", "1"),
        shown="↑↓",
        label="move",
        help="Go to the run above, or below.",
        scope=Scope.RUNS,
    ),
    Command(
        id="run_page",
        key="pageup,pagedown",
        args=("-1", "1"),
        shown="pgup pgdn",
        label="page",
        help="Go on by a screenful.",
        scope=Scope.RUNS,
    ),
    Command(
        id="run_end",
        key="home,end",
        args=("-1", "1"),
        label="ends",
        help="Go to the newest run, or the oldest of the list.",
        scope=Scope.RUNS,
    ),
    Command(
        id="edit_run",
        key="enter",
        label="edit",
        help="Edit the run.",
        scope=Scope.RUNS,
    ),
    Command(
        id="delete_run",
        key="d",
        label="delete",
        help="Delete the run; u brings it back.",
        scope=Scope.RUNS,
    ),
    Command(
        id="read_files",
        key="enter,ctrl+s",
        shown="enter",
        priority=True,
        label="read",
        help="Read the file, or the files of the folder.",
        scope=Scope.IMPORT,
    ),
    Command(
        id="page_results",
        key="pageup,pagedown",
        args=("-1", "1"),
        shown="pgup pgdn",
        label="results",
        help="Read on in what became of the files.",
        scope=Scope.IMPORT,
    ),
    Command(
        id="leave_import",
        key="escape",
        shown="esc",
        label="cancel, close",
        help="Stop reading, or close; a stopped import leaves everything as it was.",
        scope=Scope.IMPORT,
    ),
    # ------------------------------------------------------------------ the routines themselves
    Command(
        id="put_away",
        key="d",
        label="delete, hide",
        help="Delete an own routine, hide a built-in one; u undoes.",
        scope=Scope.ROUTINES,
    ),
    Command(
        id="bring_hidden_back",
        key="b",
        label="bring back",
        help="Bring a hidden routine back to the list.",
        scope=Scope.ROUTINES,
    ),
    Command(
        id="save_routine",
        key="ctrl+s",
        label="save",
        help="Save the routine and go back.",
        scope=Scope.ROUTINE_EDITOR,
    ),
    Command(
        id="leave_editor",
        key="escape",
        shown="esc",
        label="back",
        help="Go back: from the fields to the steps, then out; changes are asked about once.",
        scope=Scope.ROUTINE_EDITOR,
    ),
    Command(
        id="editor_help",
        key="f1,question_mark",
        shown="f1",
        label="keys",
        help="List the keys that work here; ? does the same outside a field.",
        scope=Scope.ROUTINE_EDITOR,
    ),
    Command(
        id="choose_step",
        key="up,down",
        args=("-1", "1"),
        shown="↑↓",
        label="move",
        help="Go to the step above, or below.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="open_step",
        key="enter,right",
        shown="enter",
        label="fields",
        help="Go to the fields of the step; → does the same.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="new_step",
        key="a",
        label="add",
        help="Add a step below; the name of a built-in one fills in the rest.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="shift_step",
        key="shift+up,shift+down,alt+up,alt+down",
        args=("-1", "1", "-1", "1"),
        shown="shift ↑↓",
        label="reorder",
        help="Move the step up, or down; alt with the arrows does the same.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="remove_step",
        key="d",
        label="delete",
        help="Delete the step; u brings it back.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="step_back_in",
        key="u",
        label="undo delete",
        help="Bring back the step that was deleted last.",
        scope=Scope.EDITOR_STEPS,
    ),
    Command(
        id="take_file",
        key="enter,ctrl+s",
        shown="enter",
        priority=True,
        label="go on",
        help="Read the file, or write it.",
        scope=Scope.ROUTINE_FILE,
    ),
    Command(
        id="leave_file",
        key="escape",
        shown="esc",
        label="back",
        help="Go back; no file is read or written.",
        scope=Scope.ROUTINE_FILE,
    ),
    # ------------------------------------------------------------------ steps of a routine
    Command(
        id="tick_step",
        key="space",
        label="tick",
        help="Tick the step as done; again makes it untouched.",
        scope=Scope.STEPS,
    ),
    Command(
        id="skip_step",
        key="x",
        label="skip",
        help="Mark the step as skipped; again makes it untouched.",
        scope=Scope.STEPS,
    ),
    Command(
        id="show_cue",
        key="enter",
        label="cue",
        help="Show how the step is done, or fold it away.",
        scope=Scope.STEPS,
    ),
    Command(
        id="move_step",
        key="up,down",
        args=("-1", "1"),
        shown="↑↓",
        label="move",
        help="Go to the step above, or below.",
        scope=Scope.STEPS,
    ),
    Command(
        id="leave_steps",
        key="left",
        shown="←",
        label="routines",
        help="Go back to the list of routines.",
        scope=Scope.STEPS,
    ),
    # ------------------------------------------------------------------ the stretch guide
    Command(
        id="pause",
        key="space",
        label="pause",
        help="Wait, or go on.",
        scope=Scope.PLAYER,
    ),
    Command(
        id="skip_ahead",
        key="n,right",
        shown="n",
        label="skip",
        help="Leave this step out and go to the next; → does the same.",
        scope=Scope.PLAYER,
    ),
    Command(
        id="go_back",
        key="b,left",
        shown="b",
        label="back",
        help="Go back one step; ← does the same.",
        scope=Scope.PLAYER,
    ),
    Command(
        id="pain_here",
        key="",
        shown="0-9",
        label="pain here",
        help="Score the pain in this stretch, 1 then 0 is 10; 4 or more stops it (R-STR-05).",
        scope=Scope.PLAYER,
    ),
    Command(
        id="tingling",
        key="t",
        label="tingling",
        help="Tingling, numb, or a shooting line: stops this stretch (R-STR-05).",
        scope=Scope.PLAYER,
    ),
    Command(
        id="toggle_bell",
        key="l",
        label="bell",
        help="Bell on or off; it rings once to be tried.",
        scope=Scope.PLAYER,
    ),
    Command(
        id="leave_guide",
        key="escape,q",
        shown="esc",
        label="leave",
        help="Leave the guide; what was done is saved, and it goes on from here.",
        scope=Scope.PLAYER,
    ),
    Command(
        id="guide_help",
        key="question_mark,f1",
        shown="?",
        label="keys",
        help="List the keys that work here; the guide waits.",
        scope=Scope.PLAYER,
    ),
    # ------------------------------------------------------------------ heat and cold
    Command(
        id="start_pack",
        key="ctrl+s",
        label="start",
        help="Start the timer; the first time the cautions are put.",
        scope=Scope.PACK_START,
    ),
    Command(
        id="show_cautions",
        key="c",
        label="cautions",
        help="Show who leaves heat or cold out (R-HC-03).",
        scope=Scope.PACK_START,
    ),
    Command(
        id="no_pack",
        key="escape",
        shown="esc",
        label="back",
        help="Go back without the timer.",
        scope=Scope.PACK_START,
    ),
    Command(
        id="pack_off",
        key="space",
        label="off, on",
        help="Take the pack off for a while, or put it on again.",
        scope=Scope.PACK,
    ),
    Command(
        id="pack_longer",
        key="plus,minus",
        args=("1", "-1"),
        shown="+ -",
        label="minute",
        help="A minute more or less, never beyond 20 (R-HC-04).",
        scope=Scope.PACK,
    ),
    Command(
        id="pack_cautions",
        key="c",
        label="cautions",
        help="Show who leaves heat or cold out (R-HC-03); the time goes on.",
        scope=Scope.PACK,
    ),
    Command(
        id="pack_bell",
        key="l",
        label="bell",
        help="Bell on or off; it rings once to be tried.",
        scope=Scope.PACK,
    ),
    Command(
        id="leave_pack",
        key="escape,q",
        shown="esc",
        label="stop",
        help="Stop early; what was done so far can be logged.",
        scope=Scope.PACK,
    ),
    Command(
        id="close_pack",
        key="enter",
        label="done",
        help="Once the time is up: go back.",
        scope=Scope.PACK,
    ),
    Command(
        id="pack_help",
        key="question_mark,f1",
        shown="?",
        label="keys",
        help="List the keys that work here; the time goes on.",
        scope=Scope.PACK,
    ),
    Command(
        id="none_applies",
        key="n",
        label="none applies",
        help="None of the cautions applies to you; that is remembered.",
        scope=Scope.CAUTIONS,
    ),
    Command(
        id="one_applies",
        key="y",
        label="one applies",
        help="One applies: leave it out, unless a clinician agreed.",
        scope=Scope.CAUTIONS,
    ),
    Command(
        id="leave_cautions",
        key="escape",
        shown="esc",
        label="back",
        help="Go back; nothing is answered.",
        scope=Scope.CAUTIONS,
    ),
    Command(
        id="save_remedy",
        key="ctrl+s",
        label="save",
        help="Save the remedy.",
        scope=Scope.REMEDY,
    ),
    Command(
        id="leave_remedy",
        key="escape",
        shown="esc",
        label="back",
        help="Go back; what is typed is asked about once.",
        scope=Scope.REMEDY,
    ),
    # ------------------------------------------------------------------ the mid-run guide
    Command(
        id="note_score",
        key="enter",
        shown="0-9 enter",
        priority=True,
        label="note a score",
        help="Set the score of the pain now, and note it.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="note_limp",
        key="l",
        label="limp",
        help="The pain changes how you run: the run is over (R-MID-02).",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="note_alarm",
        key="exclamation_mark",
        shown="!",
        label="alarm sign",
        help="The run is over, and the list of alarm signs opens (R-MID-01).",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="guide_reset",
        key="g",
        label="guide me",
        help="While stretching: be guided through the mid-run reset, and come back here.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="note_finish",
        key="f",
        label="finish",
        help="The run is finished.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="take_mark_back",
        key="b",
        label="take back",
        help="Take back what was noted last.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="log_mid_run",
        key="",
        shown="enter",
        label="log the run",
        help="After the end: bring what was noted into the run's form.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="leave_mid_run",
        key="escape,q",
        shown="esc",
        label="leave",
        help="Leave the guide; what was noted is asked about once.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="mid_run_help",
        key="question_mark,f1",
        shown="?",
        label="keys",
        help="List the keys that work here; the time goes on.",
        scope=Scope.MID_RUN,
    ),
    Command(
        id="start_mid_run",
        key="ctrl+s",
        label="start",
        help="Start the guide.",
        scope=Scope.MID_RUN_START,
    ),
    Command(
        id="no_mid_run",
        key="escape",
        shown="esc",
        label="back",
        help="Go back without the guide.",
        scope=Scope.MID_RUN_START,
    ),
    Command(
        id="add_step",
        key="enter",
        priority=True,
        label="add",
        help="Add what is typed, such as 12 4.",
        scope=Scope.MID_RUN_STEPS,
    ),
    Command(
        id="take_step_back",
        key="ctrl+b",
        label="take back",
        help="Take back the last line.",
        scope=Scope.MID_RUN_STEPS,
    ),
    Command(
        id="steps_done",
        key="ctrl+s",
        label="done",
        help="Put the steps into the run's form.",
        scope=Scope.MID_RUN_STEPS,
    ),
    Command(
        id="leave_steps_form",
        key="escape",
        shown="esc",
        label="back",
        help="Go back; changed steps are asked about once.",
        scope=Scope.MID_RUN_STEPS,
    ),
    Command(
        id="type_steps",
        key="space",
        label="minute by minute",
        help="Type what happened, minute by minute.",
        scope=Scope.TRAIL,
    ),
    # ------------------------------------------------------------------ alarm signs
    Command(
        id="next_question",
        key="up,down",
        args=("-1", "1"),
        shown="↑↓",
        label="move",
        help="Go to the question above, or below.",
        scope=Scope.QUESTION,
    ),
    Command(
        id="tick_question",
        key="space,x",
        shown="space",
        label="tick",
        help="Tick the question, or take the tick back.",
        scope=Scope.QUESTION,
    ),
    Command(
        id="none_of_these",
        key="n",
        label="none of these",
        help="Answer every question with no, and go on.",
        scope=Scope.QUESTIONS,
    ),
    Command(
        id="answered",
        key="ctrl+s,enter",
        shown="enter",
        label="done",
        help="Take the ticks as they are, and go on.",
        scope=Scope.QUESTIONS,
    ),
    Command(
        id="leave_list",
        key="escape",
        shown="esc",
        label="back",
        help="Go back without answers.",
        scope=Scope.QUESTIONS,
    ),
    Command(
        id="other_signs",
        key="o",
        label="other signs",
        help="Look through the list for other signs.",
        scope=Scope.ALARM,
    ),
    Command(
        id="by_mistake",
        key="r",
        label="ticked by mistake",
        help="Take an answer back; the reason stays on file.",
        scope=Scope.ALARM,
    ),
    Command(
        id="leave_alarm",
        key="ctrl+l",
        label="leave this screen",
        help="Leave this screen.",
        scope=Scope.ALARM,
    ),
    Command(
        id="take_back",
        key="ctrl+s",
        label="take back",
        help="Take the ticked answers back.",
        scope=Scope.RETRACTION,
    ),
    Command(
        id="keep_answers",
        key="escape",
        shown="esc",
        label="keep them",
        help="Go back; nothing is taken back.",
        scope=Scope.RETRACTION,
    ),
    Command(
        id="keep_clearance",
        key="ctrl+s",
        label="save",
        help="Keep what was said.",
        scope=Scope.CLEARANCE,
    ),
    Command(
        id="no_clearance",
        key="escape",
        shown="esc",
        label="back",
        help="Go back; nothing is kept.",
        scope=Scope.CLEARANCE,
    ),
    # ------------------------------------------------------------------ records of a day, events
    Command(
        id="check_in_day",
        key="c",
        label="check-in",
        help="Open the day's check-in in Today.",
        scope=Scope.DAY_RECORDS,
    ),
    Command(
        id="flare_day",
        key="f",
        label="flare",
        help="Mark a flare on this day, answer about it, or correct it.",
        scope=Scope.DAY_RECORDS,
    ),
    Command(
        id="visit_day",
        key="v",
        label="visit",
        help="Log a visit on this day.",
        scope=Scope.DAY_RECORDS,
    ),
    Command(
        id="new_episode_here",
        key="n",
        label="episode",
        help="Begin an episode.",
        scope=Scope.MARKED,
    ),
    Command(
        id="flare_here",
        key="f",
        label="flare",
        help="Mark a flare.",
        scope=Scope.MARKED,
    ),
    Command(
        id="visit_here",
        key="v",
        label="visit",
        help="Log a visit.",
        scope=Scope.MARKED,
    ),
    Command(
        id="end_record",
        key="x",
        label="ends today",
        help="Make today the last day of what still lasts.",
        scope=Scope.MARKED,
    ),
    Command(
        id="delete_record",
        key="d",
        label="delete",
        help="Delete the record; u brings it back.",
        scope=Scope.DAY_RECORDS,
    ),
    Command(
        id="undo_record",
        key="u",
        label="undo",
        help="Take back the latest change.",
        scope=Scope.DAY_RECORDS,
    ),
    Command(
        id="leave_records",
        key="escape",
        shown="esc",
        label="back",
        help="Go back.",
        scope=Scope.DAY_RECORDS,
    ),
    Command(
        id="delete_record",
        key="d",
        label="delete",
        help="Delete the record; u brings it back.",
        scope=Scope.MARKED,
    ),
    Command(
        id="undo_record",
        key="u",
        label="undo",
        help="Take back the latest change.",
        scope=Scope.MARKED,
    ),
    Command(
        id="leave_records",
        key="escape",
        shown="esc",
        label="back",
        help="Go back.",
        scope=Scope.MARKED,
    ),
    Command(
        id="save_record",
        key="ctrl+s",
        label="save",
        help="Save what is typed.",
        scope=Scope.RECORD_FORM,
    ),
    Command(
        id="leave_record",
        key="escape",
        shown="esc",
        label="back",
        help="Go back; what was typed is asked about once.",
        scope=Scope.RECORD_FORM,
    ),
    # ------------------------------------------------------------------ a day from the calendar
    Command(
        id="pick_day",
        key="f2",
        label="calendar",
        help="Choose the day in the calendar.",
        scope=Scope.DAY,
    ),
    Command(
        id="picker_days",
        key="",
        shown="←→↑↓",
        label="week, day",
        help="Go by weeks and by days.",
        scope=Scope.DAY_PICKER,
    ),
    Command(
        id="picker_far",
        key="",
        shown="pgup pgdn",
        label="four weeks",
        help="Go four weeks back, or on; home and end go to the first and the last day.",
        scope=Scope.DAY_PICKER,
    ),
    Command(
        id="picker_take",
        key="",
        shown="enter",
        label="take the day",
        help="Take the day, and go back to the field.",
        scope=Scope.DAY_PICKER,
    ),
    Command(
        id="leave_picker",
        key="escape,f2",
        shown="esc",
        label="back",
        help="Go back; the field stays as it is.",
        scope=Scope.DAY_PICKER,
    ),
    # ------------------------------------------------------------------ patterns and own tests
    Command(
        id="pattern_move",
        key="up,down",
        args=("-1", "1"),
        shown="↑↓",
        label="move",
        help="Go to the row above, or below.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="page_pattern",
        key="pageup,pagedown",
        args=("-1", "1"),
        shown="pgup pgdn",
        label="read on",
        help="Read on about the chosen row, or back.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="pattern_site",
        key="s",
        label="site",
        help="Look at the mornings of the next site.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="more_patterns",
        key="e",
        label="exploratory",
        help="Look at exploratory ones, too, or at the six fixed ones alone.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="why_pattern",
        key="w,enter",
        shown="w",
        label="why",
        help="Read the chosen row's numbers, its checks, where they come from and their limits.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="plan_test",
        key="x",
        label="own test",
        help="Plan a test of your own, or go to the one that is going on.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="end_test",
        key="d",
        label="end test",
        help="End the chosen test early; it asks first.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="undo_pattern",
        key="u",
        label="undo",
        help="Take back the latest change.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="close_patterns",
        key="escape,q,a",
        shown="esc",
        label="back",
        help="Go back to the days.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="pattern_help",
        key="question_mark,f1",
        shown="?",
        label="keys",
        help="List the keys that work here.",
        scope=Scope.PATTERNS,
    ),
    Command(
        id="keep_plan",
        key="ctrl+s",
        label="plan it",
        help="Keep the plan; the order of the weeks is drawn by lot.",
        scope=Scope.PLAN_TEST,
    ),
    Command(
        id="no_plan",
        key="escape",
        shown="esc",
        label="back",
        help="Go back without a plan.",
        scope=Scope.PLAN_TEST,
    ),
    # ------------------------------------------------------------------ pages and first steps
    Command(
        id="scroll_page",
        key="up,down",
        args=("-1", "1"),
        shown="↑↓",
        label="scroll",
        help="Scroll the page.",
        scope=Scope.PAGE,
    ),
    Command(
        id="close_page",
        key="escape,q,w,question_mark",
        shown="esc",
        label="back",
        help="Go back.",
        scope=Scope.PAGE,
    ),
    Command(
        id="walk_week",
        key="left_square_bracket,right_square_bracket,left,right",
        args=("-1", "1", "-1", "1"),
        shown="[ ]",
        label="week",
        help="Read the week before, or after; the arrows to the left and right do the same.",
        scope=Scope.WEEK,
    ),
    Command(
        id="answer_week",
        key="k",
        label="weekly check",
        help="Answer the weekly check, or correct it on the same day.",
        scope=Scope.WEEK,
    ),
    Command(
        id="keep_check",
        key="ctrl+s",
        label="save",
        help="Keep the answers; one with a skipped question has no score.",
        scope=Scope.CHECK_FORM,
    ),
    Command(
        id="no_check",
        key="escape",
        shown="esc",
        label="back",
        help="Go back; nothing is kept.",
        scope=Scope.CHECK_FORM,
    ),
    Command(
        id="keep_settings",
        key="ctrl+s",
        label="save",
        help="Save the settings.",
        scope=Scope.SETTINGS,
    ),
    Command(
        id="leave_settings",
        key="escape",
        shown="esc",
        label="back",
        help="Go back; what was changed is asked about.",
        scope=Scope.SETTINGS,
    ),
    Command(
        id="step_done",
        key="ctrl+s",
        label="go on",
        help="Keep what is here and go on.",
        scope=Scope.SETUP,
    ),
    Command(
        id="step_skip",
        key="ctrl+n",
        label="skip",
        help="Go on without answers; the palette brings the step back.",
        scope=Scope.SETUP,
    ),
    Command(
        id="step_later",
        key="escape",
        shown="esc",
        label="later",
        help="Leave the first steps; they go on here at the next start.",
        scope=Scope.SETUP,
    ),
    Command(
        id="answer_yes_no",
        key="y,n",
        args=("'yes'", "'no'"),
        shown="y n",
        label="answer",
        help="Answer the question and go on to the next.",
        scope=Scope.YES_NO,
    ),
    Command(
        id="next_yes_no",
        key="up,down",
        args=("-1", "1"),
        shown="↑↓",
        label="move",
        help="Go to the question above, or below.",
        scope=Scope.YES_NO,
    ),
)

_BY_ID: Final = {command.id: command for command in COMMANDS}


def command(command_id: str) -> Command:
    """Give a command by its id; KeyError for an id that is not in the table."""
    return _BY_ID[command_id]


def commands_of(scope: Scope) -> tuple[Command, ...]:
    """Give the commands of one scope, in the table's order."""
    return tuple(entry for entry in COMMANDS if entry.scope is scope)


def bindings_of(scope: Scope) -> list[Binding]:
    """Give the key bindings of one scope."""
    return [
        Binding(key, action, entry.label, id=f"{entry.id}-{key}", priority=entry.priority)
        for entry in commands_of(scope)
        if entry.key
        for key, action in entry.actions
    ]


def key_table(scopes: Iterable[Scope] = Scope) -> str:
    """Write the keys as a Markdown table, for the README."""
    rows = ["| where | key | does |", "|---|---|---|"]
    for scope in scopes:
        rows += [
            f"| {scope} | `{entry.keys}` | {entry.help} |"
            for entry in commands_of(scope)
            if entry.keys
        ]
    return "\n".join(rows) + "\n"
