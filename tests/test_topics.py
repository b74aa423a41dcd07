"""Topics to fit the confidence on: headings that one law has, and our own on the notice."""

from __future__ import annotations

from pathlib import Path

from bench.topics import read_law_topics, read_notice_topics
from index.measuring.suites import Suite
from index.settings import Settings
from ingest.documents import read_document
from ingest.spelling import fold

LAWS = {
    "Luật Du lịch.txt": "Luật Du lịch\n\nĐiều 1. Phạm vi điều chỉnh của luật.\n\nĐiều 2. Phát triển các khu nghỉ\ny.",
    "Luật Cư trú.txt": "Luật Cư trú\n\nĐiều 1. Phạm vi điều chỉnh của luật.\n\nĐiều 2. Thường trú\ny.",
}
NOTICE = Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt"


def test_a_topic_is_a_heading_of_some_words_that_no_other_law_has_alike(tmp_path: Path) -> None:
    laws = Suite("laws", (), LAWS, Settings(tmp_path, "x"))
    (topic,) = read_law_topics(laws, marked=True).cases
    assert (topic.question, topic.relevant) == ("Phát triển các khu nghỉ", frozenset({"Luật Du lịch@2"}))
    (bare,) = read_law_topics(laws, marked=False).cases
    assert (bare.question, bare.relevant) == (fold(topic.question), topic.relevant)


def test_topics_of_the_notice_stand_where_they_say_and_are_asked_both_ways() -> None:
    topics = read_notice_topics()
    notice = read_document(NOTICE.read_text(encoding="utf-8"), NOTICE)
    assert {fold(one.question) for one in topics} == {one.question for one in topics if one.kind == "no-accents"}
    assert all(notice.find_provision(place) for one in topics for place in one.places)
    assert {bool(one.places) for one in topics} == {True, False}
