"""Own factors in the check-in's folded rows: yes, no, or nothing said."""

from tests.ui.conftest import NOW, Person, Sits
from tracker.diary.book import Book
from tracker.domain.check_in import FactorAnswer
from tracker.domain.factor import Factor
from tracker.ui.alarm.questions_screen import QuestionsScreen
from tracker.ui.today.check_in_form import CheckInForm
from tracker.ui.today.more_rows import MoreRows
from tracker.ui.widgets.answer_rows import AnswerRows
from tracker.ui.widgets.choice_row import YesNoRow

TODAY = NOW.date()


async def unfolded(person: Person) -> AnswerRows:
    form = person.main.query_one(CheckInForm)
    await person.until(lambda: form.is_mounted and bool(form.context.known))
    await form.query_one(MoreRows).unfold()
    await person.until(lambda: len(form.query(AnswerRows)) == 1)
    return form.query_one(AnswerRows)


async def test_they_are_asked_and_what_is_left_open_is_not_on_file(
    diary: Book, sits_down: Sits
) -> None:
    factors = [Factor(id=f"f{name}", at=NOW, name=name) for name in ("desk day", "new bed")]
    gone = Factor(id="old", at=NOW, name="old one", asked=False)
    assert diary.keep_all([*factors, gone], label="factors") is None
    async with sits_down((120, 60)) as person:
        rows = await unfolded(person)
        await person.until(lambda: len(rows.query(YesNoRow)) == len(factors))
        assert [row.label for row in rows.query(YesNoRow)] == ["desk day", "new bed"]
        rows.query(YesNoRow).first().focus()
        await person.press("y")
        await person.until(lambda: rows.text == "desk day=yes")
        await person.press("ctrl+s")
        await person.until(lambda: isinstance(person.app.screen, QuestionsScreen))
        await person.press("n")
        await person.until(lambda: TODAY in diary.snapshot.check_ins)
        (check_in,) = diary.snapshot.check_ins[TODAY]
        assert check_in.factors == (FactorAnswer("fdesk day", yes=True),)
