"""What a new version changed is told once, and only to whoever had the one before."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker import __version__
from tracker.diary.book import Book, open_book
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry
from tracker.diary.whats_new import changelog, mark_news_read, unread_news
from tracker.domain.site import PainSite, Side, Site
from tracker.rules.wording import forbidden_words

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
SCORED = CheckInEntry(scores={PainSite(Site.LOW_BACK, Side.CENTRE): 3})


def opened(path: Path) -> Book:
    found = open_book(path, lambda: NOW)
    assert isinstance(found, Book)
    return found


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """Give a diary as the version before left it: its first line doesn't say who began it."""
    path = tmp_path / "diary.json"
    save_check_in(opened(path), SCORED)
    path.write_bytes(re.sub(rb'"begun_with":"[^"]*",', b"", path.read_bytes()))
    assert b"begun_with" not in path.read_bytes()
    return path


def test_a_fresh_diary_is_told_nothing(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    assert unread_news(opened(path)) == ()
    save_check_in(opened(path), SCORED)
    assert unread_news(opened(path)) == ()


def test_an_older_diary_is_told_once_what_changed_and_why(older: Path) -> None:
    diary = opened(older)
    [news] = unread_news(diary)

    assert news.version == __version__ == changelog()[0].version
    assert news.lines == changelog()[0].lines
    assert news.why
    assert mark_news_read(diary) is None
    assert unread_news(opened(older)) == ()


def test_reading_changes_no_record_and_is_nothing_to_undo(older: Path) -> None:
    before = json.loads(older.read_bytes())
    diary = opened(older)
    mark_news_read(diary)
    after = json.loads(older.read_bytes())

    assert after["checkins"] == before["checkins"]
    assert "begun_with" not in after["_meta"]["1"]
    assert "check-in" in diary.undo().message


def test_the_first_line_keeps_saying_which_version_began_the_file(tmp_path: Path) -> None:
    path = tmp_path / "diary.json"
    for _ in range(2):
        save_check_in(opened(path), SCORED)

    assert json.loads(path.read_bytes())["_meta"]["1"]["begun_with"] == __version__


def test_no_line_of_the_changelog_uses_a_forbidden_word_r_txt_03() -> None:
    texts = [text for news in changelog() for text in (news.title, news.why, *news.lines)]
    assert [text for text in texts if forbidden_words(text)] == []
    assert all(len(line) <= 70 for line in changelog()[0].lines)
    assert len(changelog()[0].lines) <= 5
