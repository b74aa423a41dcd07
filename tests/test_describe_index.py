"""Answers and hits in words, and in the stable JSON forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.answer import NOT_FOUND, Answer
from index.answering.explain import RAISED, Share
from index.describe import MEANING_ONLY, answer_to_json, hits_to_json, list_hits, say
from index.digests.find import DigestHit
from index.naming.conditions import Condition
from index.query import Query
from index.quotes import Copy, Quote, Slice
from index.search import Hit
from index.tokens import Unit, read_token
from ingest.catalog import read_catalog
from ingest.describe_record import DIGEST_LABEL
from ingest.models import Metadata, Passage
from tests.fakes import REPLACED, REPLACED_WORDS

NOTICE = Metadata(type="Thông báo", title="Ý kiến kết luận", event_date=date(2018, 1, 26), source="tb.txt")
RULE = Metadata(type="Quy định", number="102-QĐ/TW", title="Về xử lý kỷ luật", date=date(2017, 11, 15))
WORDS = "5. Quán triệt <b>Quy định</b>; *tiếp tục* kiểm tra."
QUOTE = Quote("thong-bao~1", NOTICE, "II.5", 7100, 7100 + len(WORDS), WORDS, ((7100, 7120), (7122, 7140)))
ANSWER = Answer("kiểm tra?", "kiểm tra?", True, "cao", "Theo mục II.5 Thông báo Ý kiến kết luận", (QUOTE,), ())
DECLINED = Answer("phở?", "phở?", False, None, NOT_FOUND, (), (QUOTE,))
NO_STANDING: dict[str, object] = {"status": None, "standing": "unknown", "since": None, "sure": True}
NO_STANDING |= {"disputed": False, "changes": [], "coming": [], "begins": None}
NO_STANDING |= {"serves_ended": None, "enclosed_with": None}
QUOTE_FORM = {
    "document": "thong-bao~1",
    "title": "Ý kiến kết luận",
    "date": None,
    "secrecy": None,
    "address": "II.5",
    "start": 7100,
    "end": 7100 + len(WORDS),
    "text": WORDS,
    "table_header": None,
    "sentences": [[7100, 7120], [7122, 7140]],
    "page": None,
    "anchor": None,
    "link": None,
    "doubtful": False,
    **NO_STANDING,
}
UNITS = (Unit(((read_token("kiểm"), read_token("tra")),)),)
QUERY = Query("kiem tra", "kiểm tra", (), UNITS, ("kiểm tra",), 1.0, None, changed=((0, 4),))
YEAR, BEFORE = Condition("nam:2018"), Condition("truoc:2020", binding=True)
PARTS = (Share("syllables", 3.5, 0.5, 1.0), Share("meaning", 0.8125, 0.25, 1.2), Share(RAISED, 0.45, 0.45, 1.0))
ONLY_OF_QUOTES: dict[str, object] = {"lead": [], "items": [], "more": 0, "also": [], "cautions": []}
LIST = "Ba việc:\n\na) Một.\n\nb) Hai."
LISTED = Quote(
    "102-QĐ/TW@2017-11-15",
    RULE,
    "dieu-5.khoan-2",
    20,
    28,
    LIST[:8],
    ((20, 28),),
    lead=(Slice("dieu-5", 0, 10, "Điều 5. Xử"),),
    items=(Slice("dieu-5.khoan-2.diem-a", 30, 37, "a) Một.", ((30, 37),)),),
    more=1,
    also=(Copy("thong-bao~1", NOTICE, "II.3", 7, 15, "Ba việc:"),),
    standing=REPLACED,
)
HIT = Hit(7, Passage("102-QĐ/TW@2017-11-15", "dieu-5.khoan-2", (), 3, 3 + len(WORDS), WORDS), RULE, 1.25, 3.5, 0.8125)


def test_an_answer_is_said_with_its_place_document_and_date() -> None:
    assert say(ANSWER).splitlines() == [
        "kiểm tra?",
        "Theo mục II.5 Thông báo Ý kiến kết luận (độ tin cậy: cao):",
        "",
        f"    {WORDS}",
        "    — mục II.5 [II.5], Thông báo Ý kiến kết luận (ngày họp 26/01/2018), thong-bao~1",
        "      Chưa rõ hiệu lực.",
    ]


def test_a_quote_is_said_under_its_lead_with_its_list_and_where_else_it_stands() -> None:
    answer = Answer("việc?", "việc?", True, "cao", "Theo khoản 2 Điều 5", (LISTED,), ())
    assert say(answer).splitlines()[3:] == [
        "    Trong: Điều 5. Xử",
        "    Ba việc:",
        "      a) Một.",
        "      … còn 1 mục nữa, mở văn bản để xem hết.",
        "    — khoản 2 Điều 5 [dieu-5.khoan-2], Quy định số 102-QĐ/TW về xử lý kỷ luật (15/11/2017), "
        "102-QĐ/TW@2017-11-15",
        f"      {REPLACED_WORDS}",
        "      Cũng có tại: mục II.3 [II.3], Thông báo Ý kiến kết luận (ngày họp 26/01/2018), thong-bao~1",
    ]


def test_a_mark_of_secrecy_stands_beside_the_name_of_what_is_quoted() -> None:
    secret = replace(ANSWER.quotes[0], metadata=replace(NOTICE, secrecy="Mật"))
    answer = replace(ANSWER, quotes=(secret,))
    assert "Thông báo Ý kiến kết luận [Mật] (ngày họp 26/01/2018)" in say(answer)
    assert answer_to_json(answer)["quotes"][0]["secrecy"] == "Mật"


def test_lead_list_and_copies_have_their_stable_form() -> None:
    (form,) = answer_to_json(Answer("việc?", "việc?", True, "cao", "", (LISTED,), ()))["quotes"]
    assert {name: form[name] for name in ONLY_OF_QUOTES} == {
        "lead": [{"address": "dieu-5", "start": 0, "end": 10, "text": "Điều 5. Xử"}],
        "items": [
            {
                "address": "dieu-5.khoan-2.diem-a",
                "start": 30,
                "end": 37,
                "text": "a) Một.",
                "sentences": [[30, 37]],
            }
        ],
        "more": 1,
        "also": [
            {
                "document": "thong-bao~1",
                "title": "Ý kiến kết luận",
                "date": None,
                "secrecy": None,
                "address": "II.3",
                "start": 7,
                "end": 15,
                "text": "Ba việc:",
            }
        ],
        "cautions": [],
    }


def test_what_was_understood_is_said_where_it_is_not_what_was_typed() -> None:
    answer = Answer("inspection", "kiểm tra", True, "thấp", "Theo mục II.5", (QUOTE,), ())
    assert say(answer).splitlines()[:2] == ["inspection", "Đã hiểu: kiểm tra"]
    assert "Đã hiểu" not in say(ANSWER)


def test_a_refusal_says_the_next_step_and_offers_the_nearest_apart() -> None:
    assert say(DECLINED).splitlines()[:5] == [
        "phở?",
        "Không tìm thấy căn cứ trong thư viện. Hãy hỏi bằng từ khác, hoặc thêm văn bản vào thư viện.",
        "",
        "Các đoạn gần nhất (có thể không trả lời câu hỏi):",
        "",
    ]
    assert WORDS in say(DECLINED)


def test_a_refusal_with_nothing_near_offers_nothing() -> None:
    assert "gần nhất" not in say(Answer("phở?", "phở?", False, None, NOT_FOUND, (), ()))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(
            ANSWER,
            {"answered": True, "confidence": "cao", "quotes": [QUOTE_FORM | ONLY_OF_QUOTES], "nearest": []},
            id="answered",
        ),
        pytest.param(
            DECLINED,
            {"answered": False, "confidence": None, "quotes": [], "nearest": [QUOTE_FORM | ONLY_OF_QUOTES]},
            id="declined",
        ),
    ],
)
def test_an_answer_has_its_stable_form(answer: Answer, expected: dict[str, object]) -> None:
    form = answer_to_json(answer)
    beside: dict[str, object] = {"changed": [], "conditions": [], "digests": [], "notes": []}
    beside |= {"listing": None, "sides": [], "relations": [], "as_of": None, "ways": []}
    assert form == {"question": answer.question, "understood": answer.understood, **expected, **beside}
    assert list(form)[:6] == ["question", "understood", "answered", "confidence", "quotes", "nearest"]


def test_what_stands_beside_the_quotes_has_its_form() -> None:
    record = read_catalog()[0]
    digest = DigestHit(record, "Nội dung", "Lời tóm lược.", 0.75)
    answer = replace(ANSWER, changed=((0, 4),), conditions=(YEAR,), digests=(digest,), notes=("Chưa có văn bản ấy.",))
    form = answer_to_json(answer)
    assert form["changed"] == [[0, 4]]
    assert form["conditions"] == [{"key": "nam:2018", "words": "ban hành năm 2018", "binding": False}]
    assert form["notes"] == ["Chưa có văn bản ấy."]
    (told,) = form["digests"]
    assert told["label"] == DIGEST_LABEL
    assert (told["number"], told["date"]) == (record.number, record.date.isoformat())
    assert (told["heading"], told["text"]) == ("Nội dung", "Lời tóm lược.")


def test_every_line_of_a_quote_stands_further_in() -> None:
    quote = replace(QUOTE, text="Dòng một\n\ndòng hai", sentences=())
    lines = say(replace(ANSWER, quotes=(quote,))).splitlines()
    assert lines[lines.index("    Dòng một") + 2] == "    dòng hai"


def test_conditions_are_offered_with_their_key_and_said_where_they_hold() -> None:
    offered = 'Muốn chỉ tìm ban hành năm 2018, hãy thêm: --only "nam:2018"'
    held = ["Chỉ tìm: ban hành năm 2018", "Chỉ tìm: ban hành trước năm 2020"]
    asked = replace(QUERY, typed="kiểm tra", conditions=(YEAR, BEFORE))
    assert list_hits(asked, [HIT]).splitlines()[:2] == [offered, held[1]]
    assert list_hits(asked, [HIT], chosen=["nam:2018"]).splitlines()[:2] == held
    assert say(replace(ANSWER, conditions=(YEAR, BEFORE)), ["nam:2018"]).splitlines()[1:3] == held
    assert say(replace(ANSWER, conditions=(YEAR, BEFORE))).splitlines()[1:3] == [offered, held[1]]


def test_hits_have_the_fields_of_a_quote_and_their_scores() -> None:
    at = 3 + WORDS.index("kiểm tra")
    form = hits_to_json(replace(QUERY, conditions=(YEAR,)), "kiem  tra", [HIT], [PARTS[:1]])
    assert form == {
        "question": "kiem  tra",
        "understood": "kiểm tra",
        "hits": [
            {
                "document": "102-QĐ/TW@2017-11-15",
                "title": "Về xử lý kỷ luật",
                "date": "2017-11-15",
                "secrecy": None,
                "address": "dieu-5.khoan-2",
                "start": 3,
                "end": 3 + len(WORDS),
                "text": WORDS,
                "table_header": None,
                "sentences": [[3, 3 + len(WORDS)]],
                "page": None,
                "anchor": None,
                "link": None,
                "doubtful": False,
                **NO_STANDING,
                "score": 1.25,
                "parts": {
                    "lexical": 3.5,
                    "semantic": 0.8125,
                    "signals": {"syllables": {"raw": 3.5, "standardised": 0.5, "weight": 1.0, "contribution": 0.5}},
                },
                "matched": [[at, at + len("kiểm tra")]],
            }
        ],
        "changed": [[0, 4]],
        "conditions": [{"key": "nam:2018", "words": "ban hành năm 2018", "binding": False}],
        "as_of": None,
    }


def test_a_document_without_a_title_goes_by_its_name() -> None:
    nameless = Quote("van-ban~1", Metadata(source="tep.txt"), "1", 0, 1, "a", ())
    assert answer_to_json(Answer("a", "a", True, "cao", "", (nameless,), ()))["quotes"][0]["title"] == "tep.txt"


def test_hits_are_listed_with_their_scores_words_and_what_they_share_with_the_question() -> None:
    lines = list_hits(QUERY, [HIT, HIT]).splitlines()
    assert lines[:6] == [
        "Đã hiểu: kiểm tra",
        "1. khoản 2 Điều 5 [dieu-5.khoan-2], Quy định số 102-QĐ/TW về xử lý kỷ luật, 102-QĐ/TW@2017-11-15",
        "   điểm 1,25 (từ ngữ 3,50, nghĩa 0,81)",
        "   Trùng từ: kiểm tra",
        "   Chưa rõ hiệu lực.",
        f"   {WORDS}",
    ]
    assert lines[7].startswith("2. ")


def test_matched_words_are_bold_on_a_terminal_and_plain_elsewhere() -> None:
    bold = list_hits(QUERY, [HIT], bold=True)
    assert "tục* \x1b[1mkiểm tra\x1b[0m." in bold
    assert bold.replace("\x1b[1m", "").replace("\x1b[0m", "") == list_hits(QUERY, [HIT])


def test_a_hit_without_a_word_of_the_question_says_so() -> None:
    assert f"   {MEANING_ONLY}" in list_hits(replace(QUERY, units=()), [HIT]).splitlines()
    named = list_hits(replace(QUERY, units=()), [replace(HIT, named=True)]).splitlines()
    assert "   Ở đúng văn bản hoặc vị trí được hỏi" in named


def test_a_document_whose_record_does_not_say_what_is_asked_is_marked_so() -> None:
    assert (
        "   Trùng từ: kiểm tra; không rõ ngày"
        in list_hits(QUERY, [replace(HIT, unknown=("không rõ ngày",))]).splitlines()
    )


def test_the_parts_of_a_score_are_drawn_as_a_table_that_adds_up() -> None:
    table = list_hits(QUERY, [HIT], explained=[PARTS]).splitlines()[6:]
    assert [line.split() for line in table] == [
        ["đo", "được", "chuẩn", "hóa", "trọng", "số", "đóng", "góp"],
        ["âm", "tiết", "3,50", "0,50", "1,00", "0,50"],
        ["nghĩa", "0,81", "0,25", "1,20", "0,30"],
        ["được", "ưu", "tiên", "0,45"],
        ["tổng", "1,25"],
    ]
    assert len({len(line) for line in table}) == 1


def test_no_hit_says_the_next_step() -> None:
    asked = replace(QUERY, conditions=(YEAR,))
    assert "python -m index build" in list_hits(asked, [])
    assert "Hãy bỏ bớt điều kiện" in list_hits(asked, [], chosen=["nam:2018"])
