"""What a person does with the routines themselves: new, copy, edit, delete or hide, files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from textual import work

from tracker.diary.own_routines import (
    RoutineToEdit,
    copy_routine,
    delete_routine,
    hide_routine,
    routine_to_edit,
    save_routine,
    show_routine,
)
from tracker.diary.routine_entries import RoutineEntry
from tracker.diary.routine_files import export_routine_file, import_routine_file
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem, Problems
from tracker.domain.routine import Routine
from tracker.ui.dialogs import Dialog
from tracker.ui.host import TOAST_S
from tracker.ui.queries import Change, Query, refusals
from tracker.ui.tab_view import TabView

if TYPE_CHECKING:
    pass

_ALL: Final = ""
_IMPORT_LEAD: Final = (
    "A JSON file with one routine, as the export writes it. It becomes one of your own; nothing"
    " that is here is written over."
)
_EXPORT_LEAD: Final = "One routine as JSON, to keep, to change, or to give to someone."


@dataclass(frozen=True, slots=True)
class Copied:
    """The answer of a person who wants a copy of a built-in routine."""


class RoutineKeeping(TabView):
    """A tab whose routines can be made, changed and put away.

    `chosen_routine` is the one that the keys speak of, `choose_routine` shows one when it is there.
    """

    _editing: bool = False

    @property
    def chosen_routine(self) -> Routine | None:
        """Return the routine under the cursor."""
        raise NotImplementedError

    @property
    def hidden_routines(self) -> tuple[Routine, ...]:
        """Return the routines that the list leaves out."""
        raise NotImplementedError

    def choose_routine(self, routine_id: str) -> None:
        """Put the cursor on a routine, once it is in the list."""
        raise NotImplementedError

    def go_to_list(self) -> None:
        """Bring the focus to the list."""
        raise NotImplementedError

    # ------------------------------------------------------------------ the editor

    @work(group="editor", exclusive=True)
    async def action_new_routine(self) -> None:
        """Make a routine of one's own."""
        self.ask(Query(routine_to_edit, ""), self._edit)

    @work(group="editor", exclusive=True)
    async def action_edit_routine(self) -> None:
        """Change a routine; a built-in one stays as it is, and a copy is offered."""
        routine = self.chosen_routine
        if routine is None:
            return
        if routine.builtin and not await self.app.push_screen_wait(_copy_dialog()):
            return
        self.ask(Query(routine_to_edit, routine.id), self._edit)

    def _edit(self, answer: RoutineToEdit | Problem) -> None:
        if isinstance(answer, Problem):
            self._say_refusals(answer)
        elif not self._editing:  # keys may come faster than screens
            self._editing = True
            self._open_editor(answer)

    @work(group="editing")
    async def _open_editor(self, edit: RoutineToEdit) -> None:
        from tracker.ui.stretch.editor.screen import RoutineEditor  # noqa: PLC0415 - when asked

        new = edit.replacing is None and not edit.entry.steps
        editor = RoutineEditor(
            "New routine"
            if new
            else "Edit the routine"
            if edit.replacing
            else "A copy of your own",
            edit.entry,
            taken=edit.taken,
            save=lambda entry: self.perform(_saving(entry, edit.replacing)),
            changed=not new and edit.replacing is None,
        )
        try:
            saved = await self.app.push_screen_wait(editor)
        finally:
            self._editing = False
        if saved is not None:
            self.choose_routine(saved.id)
            self.go_to_list()

    # ------------------------------------------------------------------ copies, putting away

    def action_copy_routine(self) -> None:
        """Copy the chosen routine."""
        routine = self.chosen_routine
        if routine is not None:
            self._change(Change(copy_routine, routine.id, done="Routine copied. u undoes."))

    def action_delete_routine(self) -> None:
        """Delete an own routine, hide a built-in one."""
        routine = self.chosen_routine
        if routine is not None:
            put_away, what = (
                (hide_routine, "hidden") if routine.builtin else (delete_routine, "deleted")
            )
            change = Change(put_away, routine.id, done=f"Routine {what}. u undoes.")
            self.ask(change, self._say_refusals)

    @work(group="bring-back", exclusive=True)
    async def action_bring_back(self) -> None:
        """Ask which hidden routine comes back to the list."""
        hidden = self.hidden_routines
        if not hidden:
            self.notify("No routine is hidden.", timeout=TOAST_S, markup=False)
            return
        answers = [(str(place), each.title, each.id) for place, each in enumerate(hidden, start=1)]
        if len(hidden) > 1:
            answers.append(("a", "all of them", _ALL))
        dialog = Dialog("Hidden routines", "Which one comes back to the list?", tuple(answers))
        chosen = await self.app.push_screen_wait(dialog)
        if chosen is None:
            return
        for routine in hidden:
            if chosen in {routine.id, _ALL}:
                self._change(
                    Change(show_routine, routine.id, done="Routine shown again. u undoes.")
                )

    # ------------------------------------------------------------------ files

    @work(group="file", exclusive=True)
    async def action_import_routine(self) -> None:
        """Bring a routine in from a file."""
        saved = await self._ask_file(
            "Import a routine",
            _IMPORT_LEAD,
            carry=lambda name, then: self.ask(
                Change(import_routine_file, name, done="Routine brought in. u undoes."), then
            ),
        )
        if isinstance(saved, Routine):
            self.choose_routine(saved.id)
            self.go_to_list()

    @work(group="file", exclusive=True)
    async def action_export_routine(self) -> None:
        """Write the chosen routine into a file."""
        routine = self.chosen_routine
        if routine is None:
            return
        written = await self._ask_file(
            f"Export {routine.title}",
            _EXPORT_LEAD,
            name=f"~/{routine.id}.json",
            carry=lambda name, then: self.ask(Query(export_routine_file, routine.id, name), then),
        )
        if isinstance(written, Path):
            self.notify(f"Wrote {written.name}.", timeout=TOAST_S, markup=False)

    async def _ask_file(
        self,
        title: str,
        lead: str,
        *,
        name: str = "",
        carry: Callable[[str, Callable[[object], None]], None],
    ) -> object:
        from tracker.ui.file_screen import FileScreen  # noqa: PLC0415 - when asked

        screen = FileScreen(title, lead, name=name, carry=carry)
        return await self.app.push_screen_wait(screen)

    # ------------------------------------------------------------------ answers

    def _change(self, request: Change[Any]) -> None:
        self.ask(request, self._take_routine)

    def _take_routine(self, answer: object) -> None:
        if isinstance(answer, Routine):
            self.choose_routine(answer.id)
        else:
            self._say_refusals(answer)

    def _say_refusals(self, answer: object) -> None:
        for problem in refusals(answer):
            self.notify(problem.message, severity="error", markup=False)


def _saving(entry: RoutineEntry, replacing: str | None) -> Change[Routine | Problems]:
    save = partial(save_routine, replacing=replacing)
    return Change(save, entry, done="Routine saved. u undoes.")


def _copy_dialog() -> Dialog[Copied]:
    return Dialog(
        "A built-in routine stays as it is",
        "A copy of it is yours to change; this one can be hidden afterwards.",
        (("c", "copy it and edit the copy", Copied()),),
    )
