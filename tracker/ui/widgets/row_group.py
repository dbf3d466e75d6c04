"""Rows that are one field of a form together."""

from tracker.domain.dataclass import dataclass
from tracker.ui.widgets.form_row import FormRow


class RowGroup(FormRow):
    """Rows that hold together what one field of the form is."""

    DEFAULT_CSS = """
    RowGroup {
        height: auto; layout: vertical; border-left: none;
        &:focus-within { background: transparent; border-left: none; }
    }
    """

    @dataclass
    class Changed(FormRow.Changed):
        """One of the rows was changed by the person."""

    def render(self) -> str:
        """Draw nothing around the rows."""
        return ""
