"""Where common advice and studies differ, what the app does, and what nobody has confirmed."""

from collections.abc import Iterator
from typing import ClassVar

from textual.content import Content

from tracker.rules.evidence import COMPARISONS, NOT_CONFIRMED, Comparison
from tracker.rules.simulation import CANT_DO, CANT_TELL, HOW_TRIED, TRIED
from tracker.rules.sources import source
from tracker.ui.widgets.prose import Line, plain_line
from tracker.ui.widgets.text_page import TextPage


class EvidencePage(TextPage):
    """The table of the article and the evidence, to be read at leisure."""

    LABEL_CELLS: ClassVar[int] = 12

    def __init__(self) -> None:
        fact = f"{len(COMPARISONS)} claims"
        super().__init__("What the evidence says", fact, tuple(_page()))


def _page() -> Iterator[Line]:
    for each in COMPARISONS:
        yield from _compared(each)
    yield from _how_tried()
    yield plain_line(Content.styled("What nobody has confirmed", "bold"))
    for text in NOT_CONFIRMED:
        yield Line(Content(text), "not known")
    yield plain_line("")


def _how_tried() -> Iterator[Line]:
    yield plain_line(Content.styled("How the advice was tried", "bold"))
    yield plain_line(HOW_TRIED)
    yield plain_line("")
    for each in TRIED:
        yield plain_line(Content.assemble(each.runner, Content.styled(f"  {each.rule}", "$dim")))
        yield Line(Content(each.now), "now")
        yield Line(Content.styled(each.before, "$dim"), "before")
        yield Line(Content.styled(each.bound, "$dim"), "must hold")
        yield plain_line("")
    yield Line(Content(CANT_TELL), "can't tell")
    yield plain_line("")
    yield plain_line(Content.styled("What the rules can't do yet", "bold"))
    yield plain_line(CANT_DO)
    yield plain_line("")


def _compared(each: Comparison) -> Iterator[Line]:
    yield plain_line(Content.styled(each.article, "bold"))
    yield Line(Content(each.evidence), "evidence")
    yield Line(Content(each.app), "this app")
    for key in each.sources:
        page = source(key)
        yield Line(Content.styled(f"{page.read} ({page.key})", "$dim"), "source")
        if page.link:
            yield Line(Content.styled(page.link, "$dim"))
    yield plain_line("")
