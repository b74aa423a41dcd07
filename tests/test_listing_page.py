"""The page lists documents to be opened by one press, and sets those that are compared side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs

from streamlit.testing.v1 import AppTest

from index.answer import Answer
from index.answering.listing import Listed, Listing
from index.compare import Side
from index.digests.find import DigestHit
from index.graph import Node
from index.relations import Relations
from index.ways import Way
from ingest.catalog import read_catalog
from ingest.describe_record import DIGEST_LABEL
from ingest.models import Metadata
from tests.driver import ask, find_folded, html, words
from tests.fakes import NOTICE, REPLACED, REPLACED_WORDS, Desk, answered, declined, quote
from ui.listing import NONE_LISTED
from ui.margin import SIMILAR

RULE = Metadata(
    type="Quy định", number="102-QĐ/TW", title="Về <b>kỷ luật</b>", issuer="Bộ *CT*", date=date(2017, 11, 15)
)
HELD = Listed("102-QĐ/TW@2017-11-15", RULE, standing=REPLACED)
DATELESS = Listed("thong-bao-1", NOTICE, unknown="không rõ ngày")
CATALOGUED = Listed("218-QĐ/TW@2013-12-12", Metadata(type="Quyết định", number="218-QĐ/TW"), held=False)


def listed(*documents: Listed, catalogued: tuple[Listed, ...] = (), topic: str = "") -> Answer:
    listing = Listing("văn bản ban hành trước năm 2020", topic, documents, catalogued)
    return Answer("?", "?", bool(listing.fitting), None, listing.say(), (), (), listing=listing)


def links(app: AppTest) -> list[tuple[str, str]]:
    """Label and document of every link that opens one, in the order of the page."""
    found = [(link.proto.label, parse_qs(link.proto.query_string)) for link in app.get("page_link")]
    return [(label, query["doc"][0]) for label, query in found if "doc" in query]


def test_each_document_is_one_press_with_what_it_is_known_by(app: AppTest, desk: Desk) -> None:
    desk.reply = listed(HELD, DATELESS, catalogued=(CATALOGUED,))
    ask(app, "văn bản ban hành trước 2020")
    assert [document for _, document in links(app)] == [HELD.id, DATELESS.id, CATALOGUED.id]
    assert links(app)[0][0] == r"Quy định số 102\-QĐ/TW về \<b\>kỷ luật\</b\>"
    shown = words(app)
    order = [
        "số 102-QĐ/TW · ngày 15/11/2017 · Bộ *CT*",
        REPLACED_WORDS,
        "Không rõ ngày (1 văn bản)",
        "chưa có nguyên văn",
    ]
    assert [shown.index(one) for one in order] == sorted(shown.index(one) for one in order)
    assert "Thư viện có 1 văn bản ban hành trước năm 2020; 1 văn bản không rõ" in shown


def test_a_topic_is_repeated_as_it_was_typed(app: AppTest, desk: Desk) -> None:
    desk.reply = listed(HELD, topic="$x$ *và* :smile: [a](http://b.c)")
    ask(app, "văn bản ban hành trước 2020 nói về $x$ *và* :smile: [a](http://b.c)")
    heading = app.subheader[0].value
    assert r"\$x\$ \*và\* \:smile\: \[a\](http\://b.c)" in heading


def test_the_name_of_a_document_that_is_asked_about_is_shown_as_it_is_written(app: AppTest, desk: Desk) -> None:
    subject = Node("x", "Thông báo về *việc* $x$", None, None, None, None, "unknown")
    desk.reply = replace(declined("?"), relations=(Relations(subject, "out", (), ()),))
    ask(app, "văn bản này viện dẫn văn bản nào?")
    assert r"Thông báo về \*việc\* \$x\$" in app.subheader[0].value


def test_of_documents_no_passage_is_offered_below(app: AppTest, desk: Desk) -> None:
    desk.reply = listed(HELD)
    ask(app, "văn bản ban hành trước 2020")
    assert not find_folded(app)


def test_a_long_list_is_folded_and_opens_by_one_press(app: AppTest, desk: Desk) -> None:
    desk.reply = listed(*(replace(HELD, id=f"{number}-QĐ/TW") for number in range(23)))
    ask(app, "văn bản ban hành trước 2020")
    (rest,) = find_folded(app)
    assert rest.label == "Xem thêm 3 văn bản"
    assert len(rest.get("page_link")) == 3
    assert len(links(app)) == 23


def test_where_nothing_fits_the_page_says_what_to_do(app: AppTest, desk: Desk) -> None:
    desk.reply = listed()
    ask(app, "văn bản ban hành trước 2020")
    assert "Thư viện không có văn bản ban hành trước năm 2020" in words(app)
    assert NONE_LISTED in words(app)
    assert links(app) == []


def test_of_a_topic_each_document_stands_over_its_quote(app: AppTest, desk: Desk) -> None:
    reply = listed(replace(DATELESS, unknown=""), topic="năng lực")
    desk.reply = replace(reply, confidence="cao", quotes=answered("").quotes)
    ask(app, "văn bản nào nói về năng lực?")
    assert [label for label, _ in links(app)] == ["Thông báo Ý kiến kết luận", "Mở mục I.2 trong văn bản", SIMILAR]
    assert "Độ tin cậy: cao." in words(app)
    assert "<mark>năng lực;</mark>" in html(app)


def test_compared_documents_stand_side_by_side_and_nothing_is_compared(app: AppTest, desk: Desk) -> None:
    record = next(one for one in read_catalog() if one.number == "218-QĐ/TW")
    digest = DigestHit(record, "Nội dung", "Lời tóm lược.", 1.0, named=True)
    sides = (
        Side("Thông báo *một*", "thong-bao-1", quotes=(quote(),)),
        Side("Quyết định số 218-QĐ/TW", record.id, digests=(digest,), notes=("Thư viện chưa có nguyên văn.",)),
        Side("Quy định số 69-QĐ/TW", None, notes=("Chưa có hồ sơ.",)),
    )
    desk.reply = Answer("?", "?", True, None, "Chương trình không so sánh.", (quote(),), (), sides=sides)
    ask(app, "so sánh")
    assert len(app.columns) == 4
    shown = words(app)
    for told in ("Chương trình không so sánh.", "năng lực", DIGEST_LABEL, "Lời tóm lược.", "Chưa có hồ sơ."):
        assert told in shown
    assert (r"Thông báo \*một\*", "thong-bao-1") in links(app)
    assert "Khớp theo nghĩa" not in shown


def test_the_ways_to_where_it_stands_are_one_press_each(app: AppTest, desk: Desk) -> None:
    compare = Way("compare", "So sánh *A* với B", ("a-1", "b-2"))
    desk.reply = Answer("?", "?", True, None, "Trang So sánh đặt hai văn bản cạnh nhau.", (), (), ways=(compare,))
    ask(app, "A khác gì B")
    assert r"So sánh \*A\* với B" in [link.proto.label for link in app.get("page_link")]
    (link,) = [one.proto for one in app.get("page_link") if "với B" in one.proto.label]
    assert parse_qs(link.query_string) == {"old": ["a-1"], "new": ["b-2"]}
    assert "Trang So sánh đặt hai văn bản cạnh nhau." in words(app)


def test_a_quote_of_what_has_ended_says_so(app: AppTest, desk: Desk) -> None:
    cited = replace(quote("I.1", sentence="Kiểm tra"), cautions=("Quy định số 7 *đã* hết hiệu lực.",))
    desk.reply = replace(answered(""), quotes=(replace(quote(metadata=RULE), standing=REPLACED), cited))
    ask(app, "Năng lực?")
    assert REPLACED_WORDS in words(app)
    assert "Quy định số 7 *đã* hết hiệu lực." in words(app)


def test_where_nothing_held_comes_near_our_own_words_are_all_there_is(app: AppTest, desk: Desk) -> None:
    record = next(one for one in read_catalog() if one.digest)
    digest = DigestHit(record, record.digest[0].heading, record.digest[0].text, 0.9)
    desk.reply = replace(declined("?"), nearest=(), digests=(digest,))
    ask(app, "Giám sát?")
    assert DIGEST_LABEL in words(app)
    assert "Thư viện chưa có nguyên văn; tóm lược dưới đây" in words(app)
    assert "Không tìm thấy căn cứ" not in words(app)
