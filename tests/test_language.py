"""What the pages say: Vietnamese first, English from one catalogue that lacks nothing and holds nothing idle."""

from __future__ import annotations

import string
import tomllib

import pytest

from ingest.language import Entry, current_language, read_catalog, speaking, tr, use_language
from ingest.retelling import KEPT
from tests.architecture import our_modules
from tests.spoken import NOT_SAID, find_filled, find_literals, find_said

SPOKEN: tuple[str, ...] = (
    "app.py",
    "index/aligning/comparison.py",
    "index/aligning/describe.py",
    "index/aligning/word_table.py",
    "index/answer.py",
    "index/answering/",
    "index/as_of.py",
    "index/ask.py",
    "index/build.py",
    "index/catalogued.py",
    "index/compare.py",
    "index/describe_changes.py",
    "index/describe_documents.py",
    "index/describe_quotes.py",
    "index/describe_relations.py",
    "index/describe_similar.py",
    "index/describe_trees.py",
    "index/describe_validity.py",
    "index/digests/",
    "index/doubts.py",
    "index/encode.py",
    "index/exporting/",
    "index/finding/",
    "index/local_index.py",
    "index/models/",
    "index/naming/conditions.py",
    "index/opening.py",
    "index/parts.py",
    "index/query.py",
    "index/referring.py",
    "index/related.py",
    "index/relation_files.py",
    "index/relation_table.py",
    "index/relation_words.py",
    "index/replying/",
    "index/search.py",
    "index/searching/",
    "index/suggest.py",
    "index/validity.py",
    "index/wording/abbreviations.py",
    "ingest/accepting.py",
    "ingest/accounts/",
    "ingest/adding.py",
    "ingest/archives.py",
    "ingest/audit.py",
    "ingest/audit_lines.py",
    "ingest/audit_reading.py",
    "ingest/bearers.py",
    "ingest/catalog.py",
    "ingest/corrections.py",
    "ingest/days.py",
    "ingest/describe.py",
    "ingest/describe_adding.py",
    "ingest/describe_audit.py",
    "ingest/describe_record.py",
    "ingest/describe_report.py",
    "ingest/desk/",
    "ingest/documents.py",
    "ingest/errors.py",
    "ingest/fetch.py",
    "ingest/fetch_connection.py",
    "ingest/fetch_rules.py",
    "ingest/fetching.py",
    "ingest/miscalled.py",
    "ingest/missing.py",
    "ingest/models.py",
    "ingest/owner.py",
    "ingest/possible.py",
    "ingest/readers/apart.py",
    "ingest/readers/kinds.py",
    "ingest/readers/legacy/restoring.py",
    "ingest/readers/printed/images.py",
    "ingest/readers/printed/ocr.py",
    "ingest/readers/printed/pages.py",
    "ingest/readers/printed/pdf.py",
    "ingest/readers/printed/picture.py",
    "ingest/readers/recognise.py",
    "ingest/readers/sheets/",
    "ingest/readers/text/",
    "ingest/readers/web/",
    "ingest/readers/word/doc.py",
    "ingest/readers/word/docx.py",
    "ingest/readers/word/docx_package.py",
    "ingest/readers/word/office.py",
    "ingest/readers/word/rtf.py",
    "ingest/readers/word/second.py",
    "ingest/records.py",
    "ingest/reference.py",
    "ingest/retelling.py",
    "ingest/review.py",
    "ingest/safekeeping/",
    "ingest/sources.py",
    "ingest/store/",
    "ingest/system.py",
    "ui/",
)
"""Modules, and rooms, whose words a reader reads."""


def _spoken() -> list[tuple[str, str]]:
    return [(str(one.path), one.source) for one in our_modules() if str(one.path).startswith(SPOKEN)]


def test_every_word_that_a_reader_reads_stands_in_the_catalogue() -> None:
    known = read_catalog()
    lacking = [
        f"{path}:{said.line}: {'a template, not an f-string: ' if said.mixed else ''}{said.words!r}"
        for path, source in _spoken()
        for said in find_said(source)
        if said.mixed or said.words not in known
    ]

    assert lacking == [], "\n".join(lacking)


def test_the_catalogue_holds_nothing_that_nobody_says() -> None:
    said = {words for module in our_modules() for words in find_literals(module.source)}

    assert sorted(read_catalog().keys() - said) == []


def test_what_is_kept_with_its_values_is_found_again() -> None:
    kept = tomllib.loads(KEPT.read_text(encoding="utf-8")).keys()
    filled = {words for module in our_modules() for words in find_filled(module.source)}

    assert sorted(filled - kept) == []


def _fields(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


@pytest.mark.parametrize(
    ("vietnamese", "english"), [pytest.param(*pair, id=pair[0][:40]) for pair in read_catalog().items()]
)
def test_an_entry_keeps_the_values_of_its_words(vietnamese: str, english: Entry) -> None:
    one, other = (english, english) if isinstance(english, str) else (english["one"], english["other"])

    assert one.strip()
    assert _fields(other) == _fields(vietnamese)
    assert _fields(one) | {"count"} == _fields(vietnamese) | {"count"}


def test_speaks_vietnamese_until_told_otherwise() -> None:
    assert current_language() == "vi"
    assert tr("Hỏi đáp") == "Hỏi đáp"


def test_speaks_english_where_asked_and_vietnamese_again_after() -> None:
    with speaking("en"):
        assert tr("Hỏi đáp") == "Ask"
    assert tr("Hỏi đáp") == "Hỏi đáp"


def test_a_language_holds_for_its_own_thread_alone() -> None:
    with speaking("en"):
        use_language("vi")
        assert tr("Hỏi đáp") == "Hỏi đáp"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param('x = "Văn bản"', [("Văn bản", False)], id="a-word"),
        pytest.param('x = f"Văn bản {y}"', [("Văn bản ", True)], id="values-inside"),
        pytest.param('"""Văn bản."""\n\ndef f():\n    """Văn bản."""', [], id="docstrings"),
        pytest.param(f'x = "Quyết định"  {NOT_SAID} a type as printed', [], id="words-of-documents"),
        pytest.param('x = "plain"', [], id="no-vietnamese"),
        pytest.param('x = tr("Xem" if y else "Trang")', [("Xem", False), ("Trang", False)], id="no-sign-on-it"),
    ],
)
def test_finds_vietnamese_in_code(source: str, found: list[tuple[str, bool]]) -> None:
    assert [(one.words, one.mixed) for one in find_said(source)] == found
