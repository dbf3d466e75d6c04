"""`backstride checkin`: how the person is, in one line."""

import re
from datetime import date
from typing import TypeVar

import click

from tracker.cli.completing import complete_scores
from tracker.cli.context import give_up, refuse, say, the_diary
from tracker.cli.formatting import echo_verdict, scores_words
from tracker.cli.json_output import echo_json, record_json
from tracker.cli.kinds import delete_command, edit_command, list_command, show_command
from tracker.cli.scores import (
    PART_METAVAR,
    SCORE_METAVAR,
    named_parts,
    read_parts,
    read_scores,
)
from tracker.diary.book import Book
from tracker.diary.check_ins import correct_check_in, corrected_by, save_check_in
from tracker.diary.day_views import view_day
from tracker.diary.entries import CheckInEntry
from tracker.diary.second_check_ins import Again
from tracker.domain.calendar_words import format_day, parse_day
from tracker.domain.check_in import BoneFocal, CheckIn
from tracker.domain.clock_words import format_clock
from tracker.domain.pain import BackFeature, Hurts, Night, Pattern, Quality, Spread
from tracker.domain.problem import Problem
from tracker.domain.site import PARTS, PainSite, parse_pain_site
from tracker.domain.verdict import Level
from tracker.rules.flag_messages import tick_refusal
from tracker.rules.red_flags import ASKABLE

_Value = TypeVar("_Value")

_BONE_WHEN = {
    "rest": "rest_or_night",
    "night": "rest_or_night",
    "walking": "walking",
    "running": "worse_through_run",
}


@click.group(invoke_without_command=True)
@click.option(
    "--site",
    "sites",
    multiple=True,
    metavar=SCORE_METAVAR,
    shell_complete=complete_scores,
    help="low_back=3, shin:L=1",
)
@click.option(
    "--part",
    "part_texts",
    multiple=True,
    metavar=PART_METAVAR,
    help="Where exactly: achilles:R=heel_end, knee:L=outer, shin=inner_edge.",
)
@click.option(
    "--same",
    is_flag=True,
    help="Scores, qualities, pattern and spread as at the last check-in; --site changes one.",
)
@click.option("--night", type=click.Choice([item.value for item in Night]))
@click.option("--stiff", default="", metavar="MIN", help="Minutes of morning stiffness.")
@click.option("--sleep", default="", metavar="HOURS", help="Hours slept: 7.5 or 7:30.")
@click.option("--sleep-quality", default="", metavar="1-5")
@click.option("--fatigue", default="", metavar="0-10")
@click.option("--limp", is_flag=True, help="Pain changes how you walk.")
@click.option("--ill", is_flag=True, help="Fever, vomiting or a chest cold.")
@click.option("--painkiller", is_flag=True, help="Taken before scoring.")
@click.option("--flag", "flags", multiple=True, metavar="KEY", help="A red flag; see `rules list`.")
@click.option(
    "--bone",
    "bones",
    multiple=True,
    metavar="SITE=WHEN",
    help="Pin-point bone pain: shin:L=rest,walking,running, with its part shin:L=front_edge,rest.",
)
@click.option("--none-of-these", is_flag=True, help="Gone through all red flags: none applies.")
@click.option("--planned", default="", metavar="DISTANCE", help="The run you have in mind.")
@click.option(
    "--quality", "qualities", multiple=True, type=click.Choice([q.value for q in Quality])
)
@click.option("--pattern", type=click.Choice([item.value for item in Pattern]))
@click.option("--spread", type=click.Choice([item.value for item in Spread]))
@click.option("--hurts", multiple=True, type=click.Choice([item.value for item in Hurts]))
@click.option(
    "--back-feature",
    "back_features",
    multiple=True,
    type=click.Choice([item.value for item in BackFeature]),
    help="What is lastingly true of your back pain; may be repeated.",
)
@click.option("--sitting", default="", metavar="HOURS", help="Hours spent sitting.")
@click.option(
    "--factor",
    "factors",
    multiple=True,
    metavar="NAME=yes|no",
    help='An own factor, like "desk day"=yes; see `factor add`.',
)
@click.option("--note", default="")
@click.option(
    "--correct/--later",
    "correct",
    default=None,
    help="On a day that has a check-in: change what is given in it, or add a later one. Without"
    " either, within 15 minutes of it and on a past day it is corrected.",
)
@click.option("--date", "day_text", default="", metavar="DAY", help="yesterday, -2d, 2026-11-03")
@click.option("--json", "as_json", is_flag=True, help="Print the stored record as JSON.")
@click.pass_context
def checkin(
    ctx: click.Context,
    *,
    sites: tuple[str, ...],
    part_texts: tuple[str, ...],
    same: bool,
    night: str | None,
    stiff: str,
    sleep: str,
    sleep_quality: str,
    fatigue: str,
    limp: bool,
    ill: bool,
    painkiller: bool,
    flags: tuple[str, ...],
    bones: tuple[str, ...],
    none_of_these: bool,
    planned: str,
    qualities: tuple[str, ...],
    pattern: str | None,
    spread: str | None,
    hurts: tuple[str, ...],
    back_features: tuple[str, ...],
    sitting: str,
    factors: tuple[str, ...],
    note: str,
    correct: bool | None,
    day_text: str,
    as_json: bool,
) -> None:
    """Log a check-in, and show what today allows; or list, show, edit and delete them."""
    if ctx.invoked_subcommand is not None:
        return
    diary = the_diary(ctx)
    last = _last(diary) if same else None
    scores = _scores(diary, sites, last)
    entry = CheckInEntry(
        day=_day(diary, day_text) if day_text else None,
        scores=scores,
        parts=_parts(diary, sites, part_texts),
        night=Night(night) if night else None,
        stiff=stiff,
        sleep=sleep,
        sleep_quality=sleep_quality,
        fatigue=fatigue,
        limp=limp,
        ill=ill,
        painkiller=painkiller,
        alarm=bool(flags or bones) or (False if none_of_these else None),
        full_list=none_of_these,
        answers=_answers(flags, none_of_these=none_of_these),
        bone_focal=tuple(_bone(text, diary.settings.tracked) for text in bones),
        planned=planned,
        quality=tuple(map(Quality, qualities)) or (last.quality if last else ()),
        pattern=Pattern(pattern) if pattern else (last.pattern if last else None),
        spread=Spread(spread) if spread else (last.spread if last else None),
        hurts=tuple(map(Hurts, hurts)),
        back_features=tuple(map(BackFeature, back_features)),
        sitting=sitting,
        factors=factors,
        note=note,
    )
    if entry == CheckInEntry(day=entry.day):
        give_up(
            "Nothing to log. Give at least a score, like `backstride checkin --site low_back=3`."
        )
    day = entry.day or diary.today
    again = None if correct is None else Again.CORRECT if correct else Again.LATER
    corrects = corrected_by(diary, day, again=again)
    if correct and corrects is None:
        give_up(f"There is no check-in of {format_day(day)} to correct. Leave --correct out.")
    saved = (
        save_check_in(diary, entry)
        if corrects is None
        else correct_check_in(diary, entry, corrects)
    )
    if not isinstance(saved, CheckIn):
        refuse(saved)
    if as_json:
        echo_json(record_json(saved))
        return
    _echo_saved(diary, saved, corrected=corrects)


checkin.add_command(
    click.Command("add", callback=checkin.callback, params=checkin.params, help=checkin.help)
)
for _make in (list_command, show_command, edit_command, delete_command):
    checkin.add_command(_make("checkin"))


def _last(diary: Book) -> CheckIn:
    last = diary.snapshot.latest_scores()
    if last is None:
        give_up("There is no check-in to copy yet. Give scores, like --site low_back=3.")
    return last


def _scores(diary: Book, typed: tuple[str, ...], last: CheckIn | None) -> dict[PainSite, int]:
    copied = {score.place: score.score for score in last.scores} if last else {}
    return copied | _unless_problem(read_scores(typed, option="site", usual=diary.settings.tracked))


def _parts(diary: Book, sites: tuple[str, ...], typed: tuple[str, ...]) -> dict[PainSite, str]:
    usual = diary.settings.tracked
    return named_parts(sites, usual=usual) | _unless_problem(
        read_parts(typed, option="part", usual=usual)
    )


def _answers(flags: tuple[str, ...], *, none_of_these: bool) -> dict[str, bool]:
    for key in flags:
        refused = tick_refusal(key)
        if refused:
            give_up(refused)
    asked = dict.fromkeys(ASKABLE, False) if none_of_these else {}
    return asked | dict.fromkeys(flags, True)


def _bone(text: str, usual: tuple[PainSite, ...]) -> BoneFocal:
    site_text, _, when = text.partition("=")
    place = _unless_problem(parse_pain_site(site_text, usual=usual))
    words = [word for word in re.split(r"[,\s]+", when) if word]
    parts = {part.replace(" ", "_"): part for part in PARTS.get(place.site, ())}
    named = [parts[word] for word in words if word in parts]
    felt = {_BONE_WHEN[word] for word in words if word in _BONE_WHEN}
    if not felt or len(named) > 1 or any(word not in {*parts, *_BONE_WHEN} for word in words):
        give_up(f'--bone "{text}" does not say when. Type it like shin:L=rest,walking,running.')
    return BoneFocal(
        site=place.site,
        side=place.side,
        part=next(iter(named), None),
        rest_or_night="rest_or_night" in felt,
        walking="walking" in felt,
        worse_through_run="worse_through_run" in felt,
    )


def _day(diary: Book, text: str) -> date:
    day_first = diary.settings.day_first
    return _unless_problem(parse_day(text, diary.today, day_first=day_first))


def _unless_problem(value: _Value | Problem) -> _Value:
    if isinstance(value, Problem):
        refuse([value])
    return value


def _echo_saved(diary: Book, saved: CheckIn, *, corrected: CheckIn | None) -> None:
    view = view_day(diary, saved.day)
    if view.verdict.level is Level.EMERGENCY:
        echo_verdict(view.verdict)
        return
    what = scores_words(saved.scores) or "no scores"
    which = _which_words(diary, saved, corrected=corrected)
    click.echo(f"{which} {format_day(saved.day)}: {what}. `backstride undo` takes it back.")
    for line in view.lines:
        if line.later:
            click.echo(f"{line.place.label}: {line.later}.")
    click.echo()
    echo_verdict(view.verdict)
    if view.full_list_due:
        say(
            "The full list of alarm signs is due: `backstride rules list --area RED` shows it."
            " Log any that applies with --flag KEY, or --none-of-these."
        )


def _which_words(diary: Book, saved: CheckIn, *, corrected: CheckIn | None) -> str:
    """Say what was saved: the first check-in of its day, a later one, or a correction."""
    clock_24h = diary.settings.clock_24h
    if corrected is not None:
        at = format_clock(corrected.at, clock_24h=clock_24h)
        return f"Corrected the check-in of {at} for"
    first = diary.snapshot.check_ins[saved.day][0]
    if first.id == saved.id:
        return "Saved for"
    at = format_clock(first.at, clock_24h=clock_24h)
    return f"Added a later check-in, beside that of {at}, for"
