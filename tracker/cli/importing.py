"""`backstride import`: activities from files."""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic

import click

from tracker.cli.context import CANNOT_BE_MET, give_up, refuse, say, tell, the_diary
from tracker.cli.json_output import echo_json, imported_json
from tracker.diary.answers import (
    Alike,
    Imported,
    ImportOutcome,
    ImportProgress,
    ImportStatus,
    OnDuplicate,
)
from tracker.diary.book import Book
from tracker.diary.import_paths import find_all
from tracker.diary.import_session import activity_words
from tracker.diary.importing import Watch, import_files, import_mapped, settle_alike
from tracker.diary.inbox import SETTLED_S, Inbox, import_inbox, inbox_folder
from tracker.diary.mapped_csv import FIELDS, parse_map
from tracker.diary.unscored_runs import unscored_runs
from tracker.domain.problem import Problem
from tracker.domain.site_fields import place_text
from tracker.domain.text import counted, path_text, shown_text
from tracker.domain.units import format_duration

INTERRUPTED = 130

_SAID_EVERY_S = 0.2
_SHOWN = 5
_WOULD = {
    ImportStatus.ADDED: "would be added",
    ImportStatus.MERGED: "would be filled in",
}


@click.command("import")
@click.argument("paths", nargs=-1, metavar="PATH …")
@click.option("--inbox", is_flag=True, help="Bring in what is new in the inbox folder; for cron.")
@click.option("--dry-run", is_flag=True, help="Say what would be added, and add nothing.")
@click.option(
    "--on-duplicate",
    type=click.Choice([each.value for each in OnDuplicate]),
    help="What to do with what looks like a known activity but may be another."
    " Default: ask in a terminal, else skip.",
)
@click.option(
    "--map",
    "map_text",
    metavar="FIELD=COLUMN,…",
    help=f"Read tables of your own by their columns: {', '.join(FIELDS)}.",
)
@click.option("--yes", is_flag=True, help="Take the map as it is, without a question.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def import_(
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    inbox: bool,
    dry_run: bool,
    on_duplicate: str | None,
    map_text: str | None,
    yes: bool,
    as_json: bool,
) -> None:
    """Bring in runs: files, folders and zips of them.

    FIT, GPX and TCX; the exports of Strava, Garmin, Apple Health, Runkeeper, intervals.icu and
    Bearable; another Backstride diary; told by their content. A ride or a walk becomes
    cross-training, never a run. Importing anything twice changes nothing.

    --inbox looks at the folder that the settings name. A file is taken once its size has been the
    same for two seconds, and never again; nothing in the folder is changed.

    A table of your own: --map date=Date,site=knee:L,score=Pain. What was understood is shown
    first.
    """
    if inbox:
        _import_inbox(ctx, paths, dry_run=dry_run, as_json=as_json)
        return
    if not paths:
        refuse([Problem("files", "Name a file or a folder to bring in, or give --inbox.")])
    files = find_all(paths)
    if isinstance(files, Problem):
        refuse([files])
    answers = sys.stdin.isatty() and sys.stderr.isatty()
    default = OnDuplicate.ASK if answers and not as_json else OnDuplicate.SKIP
    chosen = OnDuplicate(on_duplicate) if on_duplicate else default
    book = the_diary(ctx)
    if map_text is not None:
        mapping = _mapping(map_text)
        if not dry_run and not yes:
            _confirm_map(book, files, mapping)
        outcome = import_mapped(book, files, mapping=mapping, dry_run=dry_run, on_duplicate=chosen)
    else:
        outcome = import_files(book, files, dry_run=dry_run, on_duplicate=chosen, watch=_watching())
    if chosen is OnDuplicate.ASK and not dry_run:
        outcome = _ask_about_alike(book, outcome)
    _finish(book, outcome, dry_run=dry_run, as_json=as_json)


def _import_inbox(
    ctx: click.Context, paths: tuple[str, ...], *, dry_run: bool, as_json: bool
) -> None:
    book = the_diary(ctx)
    folder = inbox_folder(book)
    if paths or dry_run:
        folder = Problem("files", "--inbox goes alone: it takes what is new in its own folder.")
    if isinstance(folder, Problem):
        refuse([folder])
    inbox = Inbox(book.path, folder)
    look = inbox.look()
    if look.settling:
        time.sleep(SETTLED_S)
        look = inbox.look()
    if not look.ready and not as_json:
        waits = f" {counted(look.settling, 'file')} still being written." if look.settling else ""
        say(f"Nothing new in {path_text(folder)}.{waits}")
        return
    outcome = import_inbox(book, inbox, look.ready, watch=_watching())
    _finish(book, outcome, dry_run=False, as_json=as_json)


def _watching() -> Watch:
    return _watch() if sys.stderr.isatty() else _watch_nothing


def _finish(book: Book, outcome: ImportOutcome, *, dry_run: bool, as_json: bool) -> None:
    """Say what became of everything, and end as it went."""
    _echo(outcome, dry_run=dry_run, as_json=as_json)
    if not dry_run and not as_json:
        _echo_unscored(book, outcome)
    if outcome.problem is not None:
        refuse([outcome.problem])
    if outcome.stopped:
        say("Stopped. What was read is kept; the same import goes on where it was.")
        sys.exit(INTERRUPTED)
    rejected = [item for item in outcome.results if item.status is ImportStatus.REJECTED]
    if outcome.results and len(rejected) == len(outcome.results):
        # Under --json each file's answer says why.
        say("Nothing was imported.")
        sys.exit(CANNOT_BE_MET)


def _echo_unscored(book: Book, outcome: ImportOutcome) -> None:
    """Name the runs that a pain score would say something about, with the command that gives it."""
    unscored = unscored_runs(book, outcome)
    for run in unscored.asked:
        say(f"No pain score yet: {activity_words(run, book.settings)}.")
        say(f"  backstride run edit {run.id[-8:]} --during {_example_place(book)}=2")
    if unscored.older:
        say(f"{counted(unscored.older, 'older run')} without a pain score.")


def _example_place(book: Book) -> str:
    return next((place_text(each) for each in book.settings.tracked), "low_back")


def _mapping(text: str) -> Mapping[str, str]:
    mapping = parse_map(text)
    if isinstance(mapping, Problem):
        refuse([mapping])
    return mapping


def _confirm_map(book: Book, files: Sequence[Path], mapping: Mapping[str, str]) -> None:
    """Show how a map reads the first lines, and go on only where the person says so."""
    for field, column in mapping.items():
        say(f"{field:<9}{column:<16}{FIELDS[field]}")
    shown = import_mapped(book, files, mapping=mapping, dry_run=True).results
    for item in shown[:_SHOWN]:
        say(f"{_WOULD.get(item.status, item.status.value)}: {item.message}")
    if len(shown) > _SHOWN:
        say(f"and {len(shown) - _SHOWN:,} more")
    try:
        if click.confirm("Bring them in like this?", err=True):
            return
    except click.Abort:
        say("")
    give_up("Nothing was imported. --dry-run shows all lines, --yes takes the map as it is.")


def _watch_nothing(_progress: ImportProgress) -> bool:
    return True


def _echo(outcome: ImportOutcome, *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        echo_json([imported_json(item) for item in outcome.results])
        return
    for item in outcome.results:
        word = _WOULD.get(item.status, item.status.value) if dry_run else item.status.value
        tell(f"{item.file}: {word}. {item.message}", err=item.record is None)
    if len(outcome.results) > 1:
        say(_summary(outcome.results))


def _summary(results: Iterable[Imported]) -> str:
    counts = Counter(item.status for item in results)
    return (
        f"{', '.join(f'{counts[each]:,} {each.value}' for each in ImportStatus if counts[each])}."
    )


def _ask_about_alike(book: Book, outcome: ImportOutcome) -> ImportOutcome:
    """Ask about each that may be one on file; without an answer it stays left out."""
    results = list(outcome.results)
    for place, item in enumerate(results):
        if item.left_out is not None:
            way = _asked(item)
            if way is None:
                break
            settled = settle_alike(book, item, way, group=outcome.group)
            if isinstance(settled, Problem):
                return replace(outcome, results=tuple(results), problem=settled)
            results[place] = settled
    return replace(outcome, results=tuple(results))


def _asked(item: Imported) -> Alike | None:
    """Ask what becomes of one; None where nobody answers."""
    say(f"{item.file}: {item.message}")
    try:
        said = click.prompt(
            "Merge the two, keep both, or skip it?",
            type=click.Choice([each.value for each in Alike]),
            default=Alike.SKIP.value,
            err=True,
        )
    except click.Abort:
        say("")
        return None
    return Alike(said)


def _watch() -> Watch:
    """Return who says on one line of the terminal how far it is."""
    said_at = 0.0

    def watch(progress: ImportProgress) -> bool:
        nonlocal said_at
        if monotonic() - said_at >= _SAID_EVERY_S:
            said_at = monotonic()
            left = "" if progress.left_s is None else f", {format_duration(progress.left_s)} left"
            name = shown_text(Path(progress.file).name)[:30]
            words = f"{progress.files:,} read, {progress.found:,} found{left}: {name}"
            click.echo(f"\r{words:<78}\r", nl=False, err=True)
        return True

    return watch
