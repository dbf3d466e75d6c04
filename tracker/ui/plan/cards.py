"""What the Plan tab's cards say, line by line: session, decision, ladder, goal."""

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from tracker.diary.plan_answers import GoalView, LadderRow, PlannedSession, PlanView
from tracker.domain.calendar_words import format_day, format_day_of_year
from tracker.domain.routine import StepState
from tracker.domain.units import format_distance
from tracker.domain.verdict import Decision, Outcome, Response
from tracker.rules.plan import WARM_UP_MIN
from tracker.rules.plan_words import TALK, WALKS, main_set, rise_words, stage_set
from tracker.rules.progression import Stage
from tracker.ui.glyphs import FULL, RESPONSE_ROLE, Glyphs

CHIP_CELLS: Final = 18
INDENT: Final = 2
HERE_ANSWERS, ANSWERS = 3, 7
DECISION_ROLE: Final = {
    Decision.PROGRESS: "zone-ok",
    Decision.PROGRESS_SMALL: "zone-ok",
    Decision.HOLD: "zone-watch",
    Decision.STEP_BACK: "zone-watch",
    Decision.REST_THEN_STEP_BACK: "zone-stop",
    Decision.SEEK_CARE: "zone-stop",
}
CHOOSE: Final = (
    ("Walk-run ladder", "from walking to 30 minutes of running, step by step"),
    ("Running freely", "the single-run cap says how far"),
    ("A goal", "a distance by a day; either way may lead to it"),
)


def decision_glyph(decision: Decision, glyphs: Glyphs) -> str:
    """Return the sign of a decision."""
    back = "◄" if glyphs is FULL else glyphs.left
    return {
        Decision.PROGRESS: glyphs.outcomes[Outcome.GO],
        Decision.PROGRESS_SMALL: glyphs.outcomes[Outcome.GO],
        Decision.HOLD: "=",
        Decision.STEP_BACK: back,
        Decision.REST_THEN_STEP_BACK: glyphs.outcomes[Outcome.REST],
        Decision.SEEK_CARE: glyphs.outcomes[Outcome.SEEK_CARE],
    }[decision]


def ends(left: Content, right: Content, width: int) -> Content:
    """Put one thing at the left and another at the right end; the left one gives way."""
    room = max(width - right.cell_length - 1, 1)
    left = left.truncate(room, ellipsis=True)
    return Content.assemble(left, " " * (width - left.cell_length - right.cell_length), right)


def dim(text: str) -> Content:
    """Write in dim."""
    return Content.styled(text, "$dim")


def bold(text: str) -> Content:
    """Write in bold."""
    return Content.styled(text, "bold")


# -- the session -----------------------------------------------------------------------------------


def session_lines(view: PlanView, width: int, glyphs: Glyphs, *, short: bool) -> list[Content]:
    """Write the next session; without a plan the three choices."""
    if view.choice is None:
        return _choices(view, width)
    session = view.today or view.coming
    if session is None:
        return [
            bold("No session"),
            *([] if short else [Content("")]),
            *_wrapped(view.instead, width),
        ]
    today = session.day == view.day
    when = "today" if today else format_day(session.day, year=False)
    fact = when if session.minutes is None else f"{when} · {session.minutes} min"
    before = "" if today else _first_sentence(view.instead)
    walks = f"{WALKS}. {TALK}" if session.stage is not None and session.stage.run_min else ""
    cap = "" if session.cap_m is None else format_distance(session.cap_m, view.settings.unit)
    told = [walks, f"Not farther than {cap}." if cap else ""]
    if short:
        below = _in_a_row(dim(""), [dim(each) for each in (before, *told) if each], width)
        return [ends(bold(main_words(session)), dim(fact), width), below]
    lines = [*([dim(before)] if before else []), bold(main_words(session))]
    lines += [dim(each) for each in told if each]
    if session.stage is not None:
        lines += [Content(""), *strip_lines(session.stage, width, glyphs)]
    return [ends(bold("Next session"), dim(fact), width), Content(""), *lines]


def _first_sentence(text: str) -> str:
    return text[: text.index(".") + 1] if "." in text else text


def main_words(session: PlannedSession) -> str:
    """Return a session's main part: the set of its stage, or the run."""
    return session.words if session.stage is None else main_set(session.stage)


def strip_lines(stage: Stage, width: int, glyphs: Glyphs) -> list[Content]:
    """Draw the parts of a session in proportion: run and walk."""
    parts = [(False, float(WARM_UP_MIN))] if stage.run_min else []
    for place in range(stage.repeats):
        if stage.run_min:
            parts.append((True, stage.run_min))
        if stage.walk_min and (
            place < stage.repeats - 1 or not stage.run_min or stage.repeats == 1
        ):
            parts.append((False, stage.walk_min))
    parts += [(False, float(WARM_UP_MIN))] if stage.run_min else []
    total = sum(minutes for _run, minutes in parts)
    room = width - len(parts)
    drawn = Content(" ").join(
        Content.styled(
            (glyphs.bar if run else glyphs.bar_rest) * max(round(room * minutes / total), 1),
            "$accent" if run else "$dim",
        )
        for run, minutes in parts
    )
    return [drawn.truncate(width), dim(f"{glyphs.bar} run  {glyphs.bar_rest} walk")]


def _choices(view: PlanView, width: int) -> list[Content]:
    lines = [
        ends(bold("No plan yet"), Content.assemble(("e", "bold $accent"), dim(" choose")), width)
    ]
    lines.append(Content(""))
    for name, what in CHOOSE:
        lines += Content.assemble(bold(name), "  ", dim(what)).wrap(max(width, 1))
    if view.begin is not None:
        lines += [Content(""), *_wrapped(f"{view.begin.text} (R-PROG-01)", width)]
    return lines


# -- the decision ----------------------------------------------------------------------------------


def decision_lines(view: PlanView, width: int, glyphs: Glyphs, *, short: bool) -> list[Content]:
    """Write the band, the reason with its row, what went in, and what would change it."""
    if view.decision is None or view.standing is None:
        return []
    room = width if short else width - 2 * INDENT
    reasons = [line for each in view.because for line in _reason(each.text, each.rule, room)]
    changes = list(_changes(view, glyphs))
    band = _band(view, width, glyphs, short=short)
    if short:
        row = _in_a_row(dim("would change it: "), changes, width)
        return _clipped([*band, *reasons[:2], *([row] if changes else [])], width)
    blank = Content("")
    below = [blank, dim("because"), *reasons, blank, *_went_in(view, glyphs)]
    below += [blank, dim("would change it"), *changes] if changes else []
    return _clipped([*band, *(line.pad_left(INDENT) for line in below)], width)


def _clipped(lines: list[Content], width: int) -> list[Content]:
    return [line.truncate(width) for line in lines]


def _band(view: PlanView, width: int, glyphs: Glyphs, *, short: bool) -> list[Content]:
    decision = view.decision or Decision.HOLD
    role = DECISION_ROLE[decision]
    word = f" {decision_glyph(decision, glyphs)} {view.title} "
    tint = f"on ${role}-tint"
    chip = word if short else f"{word:^{max(CHIP_CELLS, len(word))}}"
    words = Content.assemble(
        Content.styled(chip, f"bold $ink on ${role}"), "  ", bold(view.line)
    ).truncate(width, ellipsis=True)
    row = words.pad_right(max(width - words.cell_length, 0)).stylize_before(tint)
    if short:
        return [row]
    side = Content.assemble(
        Content.styled(" " * len(chip), f"on ${role}"), " " * max(width - len(chip), 0)
    ).stylize_before(tint)
    return [side, row, side]


def _reason(text: str, rule: str, width: int) -> Iterator[Content]:
    room = max(width - len(rule) - 2, 1)
    first, *more = Content(text).wrap(room)
    yield ends(first, dim(rule), width)
    yield from more


def _went_in(view: PlanView, glyphs: Glyphs) -> list[Content]:
    if view.standing is None:
        return []
    given = view.standing.given
    return [
        Content.assemble(
            dim("went in  "), "at this step ", *answer_signs(given.hist[-6:], glyphs),
            dim("  week "), bold(rise_words(given.week_delta)), dim(" of 1.0"),
        ),
        Content.assemble(
            dim("         steps up in 7 days "), bold(str(given.adv7)),
            dim("  red in 14 days "), bold(str(given.reds_14d)),
        ),
    ]  # fmt: skip


def _changes(view: PlanView, glyphs: Glyphs) -> Iterator[Content]:
    for each in view.changes:
        sign = "·" if each.response is None else glyphs.responses[each.response]
        role = "dim" if each.response is None else RESPONSE_ROLE[each.response]
        arrow = decision_glyph(each.decision, glyphs)
        yield Content.assemble(
            Content.styled(sign, f"${role}"), f" {each.condition}  {arrow} ", bold(each.goal)
        )


def _in_a_row(head: Content, lines: list[Content], width: int) -> Content:
    """Put as many lines side by side as have room: none is cut."""
    row = head
    for place, line in enumerate(lines):
        longer = Content.assemble(row, "   " if place else "", line)
        if longer.cell_length > width and place:
            break
        row = longer
    return row


def answer_signs(answers: tuple[Response, ...], glyphs: Glyphs) -> Iterator[Content]:
    """Write one sign for each answer, in its colour."""
    if not answers:
        yield dim("none yet")
    for each in answers:
        yield Content.styled(f"{glyphs.responses[each]} ", f"${RESPONSE_ROLE[each]}")


# -- the ladder ------------------------------------------------------------------------------------


def ladder_lines(view: PlanView, width: int, glyphs: Glyphs, *, short: bool) -> list[Content]:
    """Write the ladder: a row a stage, or all stages in a row with the answers below."""
    if not view.ladder:
        return []
    if short:
        return _ladder_strip(view, width, glyphs)
    head = ends(bold("Walk-run ladder"), dim("R-PROG-10"), width)
    names = dim(f"  {'stage':5} {'main set, minutes':20} run  mornings")
    foot = dim(f"  every session: {WALKS}")
    return [
        head,
        Content(""),
        names,
        *(_stage_row(row, width, glyphs) for row in view.ladder),
        foot,
    ]


def _stage_row(row: LadderRow, width: int, glyphs: Glyphs) -> Content:
    mark = glyphs.pointer if row.here else (glyphs.steps[StepState.DONE] if row.passed else " ")
    shown = row.answers[-(HERE_ANSWERS if row.here else ANSWERS) :]
    line = Content.assemble(
        f"{mark} {row.stage.id:5} {stage_set(row.stage):20} {row.stage.running_min:>3}  ",
        *(answer_signs(shown, glyphs) if shown else ()),
    )
    if not row.here:
        return line.stylize("" if row.passed else "$dim")
    return ends(line, Content("you are here"), width).stylize("bold on $panel")


def _ladder_strip(view: PlanView, width: int, glyphs: Glyphs) -> list[Content]:
    done = glyphs.steps[StepState.DONE]
    cells = [
        f"[{row.stage.id}]" if row.here else f"{done if row.passed else ' '}{row.stage.id} "
        for row in view.ladder
    ]
    names = Content("").join(
        Content.styled(text, "bold $ink on $accent" if row.here else ("" if row.passed else "$dim"))
        for text, row in zip(cells, view.ladder, strict=True)
    )
    answers = Content("").join(
        Content.assemble(
            " ", *(
                Content.styled(glyphs.responses[each], f"${RESPONSE_ROLE[each]}")
                for each in row.answers[-(len(text) - 1):]
            ), " " * (len(text) - 1 - min(len(row.answers), len(text) - 1)),
        )
        for text, row in zip(cells, view.ladder, strict=True)
    )  # fmt: skip
    head = ends(bold("Ladder"), dim("v shows all 13 stages"), width)
    return [head, names.truncate(width), answers.truncate(width)]


# -- the goal --------------------------------------------------------------------------------------


def goal_lines(view: PlanView, width: int, _glyphs: Glyphs, *, short: bool) -> list[Content]:
    """Write the goal and its earliest day; nothing of it is ever red."""
    if view.goal is None:
        return []
    goal = view.goal
    far = f"{format_distance(goal.metres, view.settings.unit)} by {format_day(goal.by, year=False)}"
    words = f"{goal.words[:1].upper()}{goal.words[1:]}."
    if short:
        return [Content.assemble(bold("Goal"), f"  {far}", dim(f" · {_in_short(goal)}"))]
    head = ends(bold("Goal"), Content.assemble(("e", "bold $accent"), dim(" changes it")), width)
    return [head, Content(""), bold(far), *_wrapped(words, width)]


def _in_short(goal: GoalView) -> str:
    if goal.earliest is None:
        return goal.words
    when = format_day_of_year(goal.earliest)
    return f"earliest {when}: in reach" if goal.in_reach else f"not before {when}"


def _wrapped(text: str, width: int) -> list[Content]:
    return list(Content(text).wrap(max(width, 1)))
