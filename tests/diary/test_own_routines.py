"""Own routines in the diary: made, copied, changed, put away, and brought back."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.diary.book import Book, open_book
from tracker.diary.day_facts import day_facts
from tracker.diary.day_views import view_day
from tracker.diary.entries import RunEntry, SessionEntry
from tracker.diary.own_routines import (
    copy_routine,
    delete_routine,
    free_title,
    hide_routine,
    keep_imported,
    new_routine_id,
    save_routine,
    show_routine,
)
from tracker.diary.routine_entries import (
    EntryProblem,
    RoutineEntry,
    StepEntry,
    entry_of,
    read_routine_entry,
    read_step,
)
from tracker.diary.routine_files import (
    TEXT_MAX,
    export_routine_file,
    import_routine_file,
    import_routine_text,
    read_routine_text,
    routine_text,
)
from tracker.diary.routine_fitting import view_routines
from tracker.diary.routine_views import (
    all_routines,
    find_routine,
    routine_lines,
    routine_named,
    session_title,
)
from tracker.diary.run_views import view_runs
from tracker.diary.runs import log_run
from tracker.diary.sessions import keep_session, log_session
from tracker.domain.problem import Problem
from tracker.domain.routine import (
    Routine,
    RoutineMoment,
    RoutineSession,
    RoutineStep,
    SkipCode,
    StepSides,
    StepState,
)
from tracker.domain.text import clean_text
from tracker.rules import routine_bounds as b
from tracker.rules.routines import builtin_routines

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
TODAY = date(2026, 11, 23)
NASTY = ("[bold]x", "[/", "a\x1b[31mb", "🏃‍♀️ hips", "x" * 10_000, "a\u202eb", "{0}", "%s", "\\")


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    return opened(tmp_path)


def opened(folder: Path) -> Book:
    diary = open_book(folder / "diary.json", lambda: NOW)
    assert isinstance(diary, Book)
    return diary


HIPS = RoutineEntry(
    title="Hips",
    moment=RoutineMoment.BEFORE_RUN,
    steps=(
        StepEntry(id="own1", name="Lunge", target="hip flexors", hold="20", reps="2"),
        StepEntry(id="own2", name="Swing", mode="dynamic", hold="", reps="10", time="1:00"),
    ),
)


def kept(answer: object) -> Routine:
    assert isinstance(answer, Routine), answer
    return answer


def sentences(answer: object) -> list[str]:
    assert isinstance(answer, tuple), answer
    return [problem.message for problem in answer]


def retitled(diary: Book, word: str, title: str) -> object:
    """Save a routine with another name, as the editor does."""
    found = kept(routine_named(diary.snapshot, word))
    return save_routine(diary, replace(entry_of(found), title=title), replacing=found.id)


def ids(diary: Book) -> list[str]:
    return [line.routine.id for line in routine_lines(diary.snapshot, today=diary.today)]


# ------------------------------------------------------------------ making and changing


def test_a_new_one_is_on_file_with_its_dose(diary: Book) -> None:
    made = kept(save_routine(diary, HIPS))

    assert made.id.startswith("hips_")
    assert (made.builtin, made.hidden, made.code) == (False, False, "")
    assert [step.est_s for step in made.steps] == [80, 60]
    assert made.seconds == 140
    assert made.mode == "mixed"
    assert made.when == "straight before running"
    assert routine_named(opened(diary.path.parent).snapshot, made.id) == made


def test_a_change_keeps_the_id_and_an_undo_takes_it_back(diary: Book) -> None:
    made = kept(save_routine(diary, HIPS))
    changed = kept(save_routine(diary, replace(HIPS, title="Hips 2"), replacing=made.id))

    assert changed.id == made.id
    assert kept(routine_named(diary.snapshot, made.id)).title == "Hips 2"
    diary.undo()
    assert kept(routine_named(diary.snapshot, made.id)).title == "Hips"


def test_a_rename_changes_nothing_but_the_name(diary: Book) -> None:
    made = kept(copy_routine(diary, "rest_day"))
    renamed = kept(retitled(diary, made.id, "  Sunday  "))

    assert renamed == replace(made, title="Sunday")
    assert "Another routine" in sentences(retitled(diary, made.id, "mid-run RESET"))[0]
    assert sentences(retitled(diary, made.id, " "))
    assert "stays as it is" in sentences(retitled(diary, "pre_run", "Mine"))[0]


@pytest.mark.parametrize("routine", list(builtin_routines()))
def test_a_copy_has_the_same_steps_and_a_name_of_its_own(diary: Book, routine: str) -> None:
    first, second = (kept(copy_routine(diary, routine)) for _ in range(2))
    third = kept(copy_routine(diary, first.id))

    assert first.steps == second.steps == third.steps == builtin_routines()[routine].steps
    assert not first.builtin
    titles = [each.title for each in all_routines(diary.snapshot).values()]
    assert len({title.casefold() for title in titles}) == len(titles) == 9
    assert first.title.endswith("(copy)")
    assert second.title.endswith("(copy 2)")


def test_a_copy_of_the_longest_name_still_fits(diary: Book) -> None:
    made = kept(save_routine(diary, replace(HIPS, title="x" * b.TITLE_MAX)))
    copy = kept(copy_routine(diary, made.id))

    assert len(copy.title) <= b.TITLE_MAX
    assert copy.title != made.title


@pytest.mark.parametrize("routine", list(builtin_routines()))
def test_what_is_typed_again_is_the_same_routine(routine: str) -> None:
    built_in = builtin_routines()[routine]
    read = read_routine_entry(entry_of(built_in), record_id=routine)

    assert isinstance(read, Routine)
    assert read.steps == built_in.steps
    assert read.mode == built_in.mode


@pytest.mark.parametrize(
    ("step", "field", "words"),
    [
        (StepEntry(id="a"), "name", "Give the step a name"),
        (StepEntry(id="a", name="x" * 41), "name", "Shorten it by 1."),
        (StepEntry(id="a", name="x", target="y" * 10_000), "target", "9,920"),
        (StepEntry(id="a", name="x", hold="-3"), "hold", 'not "-3"'),
        (StepEntry(id="a", name="x", hold="601"), "hold", "from 0 to 600"),
        (StepEntry(id="a", name="x", hold="1,5"), "hold", "whole number"),
        (StepEntry(id="a", name="x", hold=""), "hold", "held step needs"),
        (StepEntry(id="a", name="x", hold="0"), "hold", "held step needs"),
        (StepEntry(id="a", name="x", reps="0"), "reps", "from 1 to 200"),
        (StepEntry(id="a", name="x", reps="many"), "reps", 'not "many"'),
        (StepEntry(id="a", name="x", hold="600", reps="200"), "reps", "longer than an hour"),
        (StepEntry(id="a", name="x", time="soon"), "time", "1:30"),
        (StepEntry(id="a", name="x", cue="y" * 201), "cue", "Shorten it by 1."),
        (StepEntry(id="a", name="x", caution="y" * 201), "caution", "Shorten it by 1."),
    ],
)
def test_a_bad_value_is_refused_at_its_field(step: StepEntry, field: str, words: str) -> None:
    read = read_step(step)

    assert isinstance(read, tuple)
    assert [(each.field, each.step) for each in read] == [(field, "a")]
    assert words in read[0].message


def test_every_mistake_is_said_at_once(diary: Book) -> None:
    wrong = replace(HIPS, title="", steps=(*HIPS.steps, StepEntry(id="own3", hold="x", time="y")))
    answer = save_routine(diary, wrong)

    assert isinstance(answer, tuple)
    places = [(p.field, p.step if isinstance(p, EntryProblem) else "") for p in answer]
    assert places == [("title", ""), ("name", "own3"), ("hold", "own3"), ("time", "own3")]
    assert sentences(save_routine(diary, RoutineEntry(title="Empty")))[0].startswith(
        "A routine has"
    )
    assert ids(diary) == list(builtin_routines())


@pytest.mark.parametrize("text", NASTY)
def test_nasty_names_are_kept_as_text_or_refused(diary: Book, text: str) -> None:
    step = StepEntry(id="own1", name=text, cue=text, caution=text, target=text)
    answer = save_routine(diary, RoutineEntry(title=text, steps=(step,)))

    if len(text) > b.TITLE_MAX:
        assert len(sentences(answer)) == 5
    else:
        made = kept(answer)
        assert made.title == made.steps[0].cue == clean_text(text)
        assert kept(routine_named(opened(diary.path.parent).snapshot, made.id)) == made


# ------------------------------------------------------------------ putting away


def test_a_deleted_one_comes_back_by_undo_and_its_sessions_stay_readable(diary: Book) -> None:
    made = kept(save_routine(diary, HIPS))
    states = {"own1": StepState.DONE, "own2": StepState.SKIPPED}
    session = log_session(diary, SessionEntry(routine=made.id, states=states))
    assert isinstance(session, RoutineSession)
    kept(delete_routine(diary, made.id))

    assert made.id not in ids(diary)
    assert isinstance(routine_named(diary.snapshot, made.id), Problem)
    assert session_title(diary.snapshot, session) == "Hips"
    assert day_facts(diary.snapshot, TODAY).routines == ("Hips, 1 of 2 steps",)
    assert view_routines(diary).lines
    offered = view_runs(diary).todays_routine
    assert offered is not None
    assert (offered.session, offered.name) == (session.id, "Hips")
    diary.undo()
    assert kept(routine_named(diary.snapshot, made.id)) == made


def test_a_renamed_ones_sessions_go_by_the_new_name(diary: Book) -> None:
    made = kept(save_routine(diary, HIPS))
    log_session(diary, SessionEntry(routine=made.id, day=TODAY - timedelta(days=3)))
    kept(retitled(diary, made.id, "Better hips"))

    (facts,) = day_facts(diary.snapshot, TODAY - timedelta(days=3)).routines
    assert facts.startswith("Better hips, 0 of 2")


def test_an_edited_ones_older_sessions_keep_their_steps(diary: Book) -> None:
    made = kept(save_routine(diary, HIPS))
    past = TODAY - timedelta(days=3)
    log_session(diary, SessionEntry(routine=made.id, others=StepState.DONE, day=past))
    kept(save_routine(diary, replace(HIPS, steps=HIPS.steps[:1]), replacing=made.id))

    assert day_facts(diary.snapshot, past).routines == ("Hips, 2 of 2 steps",)
    line = next(each for each in view_routines(diary, past).lines if each.name == "Hips")
    assert line.session is not None
    assert line.done


def test_what_was_done_today_stays_though_its_step_is_deleted(diary: Book) -> None:
    made = kept(save_routine(diary, HIPS))
    keep_session(diary, SessionEntry(routine=made.id, states={"own2": StepState.DONE}))
    kept(save_routine(diary, replace(HIPS, steps=HIPS.steps[:1]), replacing=made.id))
    again = keep_session(diary, SessionEntry(routine=made.id, states={"own1": StepState.DONE}))

    assert isinstance(again, RoutineSession)
    assert {mark.step: mark.state for mark in again.marks} == {
        "own1": StepState.DONE,
        "own2": StepState.DONE,
    }


@pytest.mark.parametrize("routine", list(builtin_routines()))
def test_a_built_in_one_is_hidden_and_shown_never_deleted(diary: Book, routine: str) -> None:
    assert "copy it, or hide it" in sentences(delete_routine(diary, routine))[0]
    assert kept(hide_routine(diary, routine)).hidden
    assert routine not in ids(diary)
    assert [each.id for each in view_routines(diary).hidden] == [routine]
    assert kept(routine_named(diary.snapshot, routine)).hidden
    assert isinstance(log_session(diary, SessionEntry(routine=routine)), RoutineSession)

    again = opened(diary.path.parent)
    assert not kept(show_routine(again, routine)).hidden
    assert ids(again) == list(builtin_routines())


def test_hiding_is_undone_and_done_once(diary: Book) -> None:
    hide_routine(diary, "mid_run")
    hide_routine(diary, "mid_run")
    assert list(diary.settings.hidden_routines) == ["mid_run"]
    diary.undo()
    assert list(diary.settings.hidden_routines) == []
    assert "delete it" in sentences(hide_routine(diary, kept(copy_routine(diary, "mid_run")).id))[0]


def test_a_record_with_a_built_in_id_never_takes_its_place(diary: Book) -> None:
    fake = replace(builtin_routines()["post_run"], id="pre_run", title="Fake", builtin=False)
    diary.keep(fake, label="it")

    assert kept(routine_named(diary.snapshot, "pre_run")) == builtin_routines()["pre_run"]


def test_today_offers_an_own_routine_where_the_built_in_one_is_hidden(diary: Book) -> None:
    log_run(diary, RunEntry(distance="5", duration="30:00"))
    hide_routine(diary, "post_run")
    assert "post" not in str([step.text for step in view_day(diary).next])

    made = kept(save_routine(diary, replace(HIPS, moment=RoutineMoment.AFTER_RUN)))
    offered = [step for step in view_day(diary).next if step.routine]
    assert [(step.routine, step.detail) for step in offered] == [(made.id, "2 min")]
    log_session(diary, SessionEntry(routine=made.id, others=StepState.DONE))
    assert [step for step in view_day(diary).next if step.routine] == []


# ------------------------------------------------------------------ finding


def test_one_is_found_by_id_code_name_and_beginning(diary: Book) -> None:
    made = kept(save_routine(diary, HIPS))

    for word in (made.id, made.id.upper(), "hips", " Hips ", "hips_"):
        assert find_routine(diary.snapshot, word) == made, word
    kept(save_routine(diary, replace(HIPS, title="Hips too")))
    assert find_routine(diary.snapshot, "hips_") is None
    assert find_routine(diary.snapshot, "") is None
    assert find_routine(diary.snapshot, "r-str-pre") == builtin_routines()["pre_run"]
    missing = routine_named(diary.snapshot, "\x1b[31mno")
    assert isinstance(missing, Problem)
    assert "\x1b" not in missing.message


def test_ids_can_be_typed_and_are_never_given_twice() -> None:
    made = {new_routine_id("Hüften & Knie!") for _ in range(50)}

    assert all(each.startswith("h_ften_knie_") for each in made)
    assert new_routine_id("日本").startswith("routine_")
    assert len(made) > 1
    assert free_title("Hips", ["hips", "Hips (2)"]) == "Hips (3)"


# ------------------------------------------------------------------ files


_TEXT = st.text(max_size=30).map(clean_text)
_NAME = st.text(min_size=1, max_size=b.NAME_MAX).map(clean_text).filter(bool)


@st.composite
def _steps(draw: st.DrawFn) -> tuple[RoutineStep, ...]:
    count = draw(st.integers(1, 6))
    made = []
    for number in range(count):
        mode = draw(st.sampled_from(b.STEP_MODES))
        made.append(
            RoutineStep(
                id=f"s{number}",
                name=draw(_NAME),
                target=draw(_TEXT),
                mode=mode,
                sides=draw(st.sampled_from(StepSides)),
                hold_s=draw(st.integers(1 if mode == b.STATIC else 0, b.HOLD_S.high)),
                reps=draw(st.integers(b.REPS.low, b.REPS.high)),
                est_s=draw(st.integers(b.STEP_S.low, b.STEP_S.high)),
                cue=draw(_TEXT),
                caution=draw(_TEXT),
                skip_if=tuple(draw(st.lists(st.sampled_from(SkipCode), unique=True))),
            )
        )
    return tuple(made)


@given(_steps(), _NAME)
def test_what_is_exported_is_imported_as_the_same(
    steps: tuple[RoutineStep, ...], title: str
) -> None:
    routine = Routine(
        id="mine", code="", title=title, mode="mixed", when="", steps=steps, builtin=False
    )

    assert read_routine_text(routine_text(routine)) == routine


@given(_steps())
def test_what_is_typed_from_a_routine_is_the_same(steps: tuple[RoutineStep, ...]) -> None:
    routine = Routine(
        id="mine", code="", title="Mine", mode="mixed", when="", steps=steps, builtin=False
    )
    read = read_routine_entry(entry_of(routine), record_id="mine")

    assert isinstance(read, Routine)
    assert read.steps == steps


def test_an_import_never_takes_anothers_place(diary: Book) -> None:
    made = kept(save_routine(diary, HIPS))
    text = routine_text(made)
    again = kept(import_routine_text(diary, text))

    assert again.id != made.id
    assert again.title == "Hips (2)"
    assert again.steps == made.steps
    assert kept(routine_named(diary.snapshot, made.id)) == made
    built_in = kept(keep_imported(diary, builtin_routines()["pre_run"]))
    assert not built_in.builtin
    assert built_in.id != "pre_run"
    delete_routine(diary, made.id)
    assert kept(import_routine_text(diary, text)).id == made.id


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no JSON"),
        ("{", "line 1"),
        ('{"a"\n', "line 2"),
        ("[" * 100_000, "nested too deep"),
        ("[1" + "0" * 5000 + "]", "too long"),
        ("x" * (TEXT_MAX + 1), "256 KB"),
        ("null", "null"),
        ("[]", "a list"),
        ("{}", "no id"),
        (json.dumps({"a": {"steps": []}, "b": {"steps": []}}), "several routines (a, b)"),
    ],
)
def test_what_is_no_routine_gets_one_sentence(diary: Book, text: str, words: str) -> None:
    (said,) = sentences(import_routine_text(diary, text))

    assert words in said
    assert ids(diary) == list(builtin_routines())


def test_a_file_goes_out_and_comes_back(diary: Book, tmp_path: Path) -> None:
    target = tmp_path / "mid run.json"

    assert export_routine_file(diary, "mid_run", str(target)) == target
    back = kept(import_routine_file(diary, f"  {target} "))
    assert back.steps == builtin_routines()["mid_run"].steps
    diary.undo()
    assert ids(diary) == list(builtin_routines())


def test_a_file_that_is_there_stays_unless_told(diary: Book, tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    target.write_text("mine")
    refused = export_routine_file(diary, "mid_run", str(target))

    assert isinstance(refused, Problem)
    assert "is there already" in refused.message
    assert target.read_text() == "mine"
    assert export_routine_file(diary, "mid_run", str(target), force=True) == target
    assert json.loads(target.read_text())["id"] == "mid_run"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".x")] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Type the name"),
        ("nowhere/x.json", "no folder"),
        (".", "folder"),
        ("a\0b", "can't be written"),
        ("~nobody-at-all/x", "no folder"),
    ],
)
def test_a_place_that_cant_be_written_is_said(diary: Book, name: str, words: str) -> None:
    refused = export_routine_file(diary, "mid_run", name)

    assert isinstance(refused, Problem)
    assert refused.field == "file"
    assert words in refused.message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Type the name"),
        ("nothing.json", "no file"),
        (".", "folder"),
        ("a\0b", "can't be read"),
        ("x" * 5000, "can't be read"),
    ],
)
def test_a_place_that_cant_be_read_is_said(diary: Book, name: str, words: str) -> None:
    answer = import_routine_file(diary, name)

    assert words in sentences(answer)[0]
    assert isinstance(answer, tuple)
    assert answer[0].field == "file"


def test_a_file_of_bytes_and_a_huge_one_are_refused(diary: Book, tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    target.write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in sentences(import_routine_file(diary, str(target)))[0]
    target.write_bytes(b" " * (TEXT_MAX + 1))
    assert "too large" in sentences(import_routine_file(diary, str(target)))[0]
    target.write_text("\ufeff" + routine_text(builtin_routines()["mid_run"]), encoding="utf-8")
    kept(import_routine_file(diary, str(target)))
