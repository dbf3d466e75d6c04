"""Text that is drawn line by line, selected with the mouse."""

from textual.strip import Strip
from textual.widget import Widget


def with_selection(widget: Widget, strip: Strip, row: int) -> Strip:
    """Return a line of a widget that the mouse can find, with what is selected of it marked."""
    selection = widget.text_selection
    span = None if selection is None else selection.get_span(row)
    if span is None:
        return strip.apply_offsets(0, row)
    start, end = span
    end = strip.cell_length if end == -1 else min(end, strip.cell_length)
    style = widget.screen.get_component_rich_style("screen--selection")
    parts = strip.divide([start, end, strip.cell_length])
    marked = [part.apply_style(style) if at == 1 else part for at, part in enumerate(parts)]
    return Strip.join(marked).apply_offsets(0, row)
