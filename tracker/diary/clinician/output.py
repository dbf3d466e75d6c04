"""The page in each of its forms."""

from enum import StrEnum
from pathlib import Path
from typing import Final

from tracker.diary.book import Book
from tracker.diary.clinician.page import clinician_page
from tracker.diary.clinician.request import Request
from tracker.diary.output_files import path_of, write_out
from tracker.domain.problem import Problem
from tracker.domain.text import counted
from tracker.exchange.page_html import write_html
from tracker.exchange.page_markdown import write_markdown
from tracker.exchange.page_pdf import write_pdf
from tracker.exchange.page_text import ROWS_MAX, write_text


class Form(StrEnum):
    """What a page can be written as; the values are also the endings of files."""

    TEXT = "text"
    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"


ENDINGS: Final = {".txt": Form.TEXT, ".md": Form.MARKDOWN, ".html": Form.HTML, ".pdf": Form.PDF}


def written(book: Book, request: Request, form: Form) -> bytes | Problem:
    """Return the page as of now, as the bytes of a file."""
    page = clinician_page(book, request, on_paper=form in {Form.HTML, Form.PDF})
    match form:
        case Form.TEXT:
            return write_text(page).encode()
        case Form.MARKDOWN:
            return write_markdown(page).encode()
        case Form.HTML:
            return write_html(page).encode()
        case Form.PDF:
            found = write_pdf(page)
            return Problem("format", found) if isinstance(found, str) else found


def write_page(book: Book, typed: str) -> Path | Problem:
    """Write the page that the settings ask for to a file, as its ending says."""
    path = path_of(typed)
    if isinstance(path, Problem):
        return path
    form = ENDINGS.get(path.suffix.casefold())
    if form is None:
        return Problem("file", f"Let the name end with one of {', '.join(ENDINGS)}.")
    content = written(book, Request.of(book.settings), form)
    if isinstance(content, Problem):
        return content
    return write_out(book, {path: content}) or path


def too_long(text: bytes) -> str:
    """Say how to come to one page, "" where a text is one."""
    rows = len(text.decode().splitlines())
    if rows <= ROWS_MAX:
        return ""
    return (
        f"These are {counted(rows, 'line')}, more than the {ROWS_MAX} of one page."
        " Choose fewer weeks, or leave a part out: --parts=-tried."
    )
