"""Questions typed badly, asked of the starter notice: what is understood, and what is left alone."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest

from bench.mistyping import press_telex, press_vni
from index.local_index import load_index
from index.query import Query, understand
from index.settings import Settings
from index.tokens import Vocabulary
from ingest.spelling import fold

QUESTION_FILE = Path(__file__).parent.parent / "data" / "eval" / "notice.jsonl"
QUESTIONS = [json.loads(line) for line in QUESTION_FILE.read_text("utf-8").splitlines()]
WELL_TYPED = [
    row["question"] for row in QUESTIONS if row["kind"] == "accented" and fold(row["question"]) != row["question"]
]


@pytest.fixture(scope="session")
def notice(notice_settings: Settings) -> Vocabulary:
    """The words of the starter notice."""
    return load_index(notice_settings.index_folder).lexical


def show(query: Query) -> str:
    """What was understood, with what was changed in brackets."""
    shown, end = "", 0
    for start, stop in query.changed:
        shown += f"{query.understood[end:start]}[{query.understood[start:stop]}]"
        end = stop
    return shown + query.understood[end:]


def look_up(query: Query) -> str:
    """The first wording; a syllable that must match with its marks wears a star."""
    return " ".join(token.text + "*" * token.marked for token in query.wordings[0])


@pytest.mark.parametrize(
    ("typed", "shown", "wording"),
    [
        pytest.param("giam sat", "[giám sát]", "giam sat", id="bare"),
        pytest.param("Dang vien vi pham", "[Đảng viên vi phạm]", "dang vien vi pham", id="bare-with-a-capital"),
        pytest.param("KIEM TRA CO SO", "[KIỂM TRA CƠ SỞ]", "kiem tra co so", id="bare-capitals"),
        pytest.param("kiểm tra giam sat", "kiểm tra [giám sát]", "kiểm* tra giam sat", id="partly-bare"),
        pytest.param("cấp ủy co so", "cấp ủy [cơ sở]", "cấp* ủy* co so", id="partly-bare-at-the-end"),
        pytest.param("kiễm tra", "[kiểm] tra", "kiểm* tra", id="wrong-tone"),
        pytest.param("tổ chưc đảng", "tổ [chức] đảng", "tổ* chức* đảng*", id="missing-tone"),
        pytest.param("năng lưc lãnh dạo", "năng [lực] lãnh [đạo]", "năng* lực* lãnh* đạo*", id="missing-bar"),
        pytest.param("kiêm tra", "[kiểm] tra", "kiểm* tra", id="another-real-syllable"),
        pytest.param(
            "phản biên xã hội", "phản [biện] xã hội", "phản* biện* xã* hội*", id="a-real-syllable-nearly-as-common"
        ),
        pytest.param(
            "chỉnh đốn đãng", "chỉnh đốn [đảng]", "chỉnh* đốn* đảng*", id="a-real-syllable-the-library-has-not"
        ),
        pytest.param(
            "chỉnh đốn đáng kể", "chỉnh đốn đáng kể", "chỉnh* đốn* đáng* kể*", id="a-word-the-library-has-not"
        ),
        pytest.param("uỷ ban, khoá XII", "uỷ ban, khoá XII", "ủy* ban khóa* xii", id="older-tone-place"),
        pytest.param("qui định, kỉ luật", "qui định, kỉ luật", "quy định* kỷ* luật*", id="i-for-y"),
        pytest.param("kieemr tra", "[kiểm] tra", "kiểm* tra", id="telex"),
        pytest.param("DDanrg vieen vi phamj", "[Đảng viên vi phạm]", "đảng* viên* vi phạm*", id="telex-capital"),
        pytest.param("ban chir ddaoj", "ban [chỉ đạo]", "ban chỉ* đạo*", id="telex-that-could-be-english"),
        pytest.param("kie6m3 tra gia1m sa1t", "[kiểm tra giám sát]", "kiểm* tra giám* sát*", id="vni"),
        pytest.param("can1 bo65 chu3 cho61t", "[cán bộ chủ chốt]", "cán* bộ* chủ* chốt*", id="vni-tone-first"),
        pytest.param("tham nhũg vặt", "tham [nhũng] vặt", "tham nhũng* vặt*", id="missing-letter"),
        pytest.param("luân chyển cán bộ", "luân [chuyển] cán bộ", "luân* chuyển* cán* bộ*", id="another-missing"),
        pytest.param("dư luậng xã hội", "dư [luận] xã hội", "dư* luận* xã* hội*", id="letter-too-many"),
        pytest.param("hoạt độgn", "hoạt [động]", "hoạt* động*", id="swapped"),
        pytest.param("giám sáy", "giám [sát]", "giám* sát*", id="wrong-letter"),
        pytest.param("kiem tar giam sta", "[kiểm tra giám sát]", "kiem tra giam sat", id="swapped-and-bare"),
        pytest.param("xây dựg đảg", "xây [dựng đảng]", "xây* dựng* đảng*", id="two-slips-side-by-side"),
        pytest.param("kiểmtra", "[kiểm tra]", "kiểm* tra", id="joined"),
        pytest.param("kiemtra giamsat", "[kiểm tra giám sát]", "kiem tra giam sat", id="joined-and-bare"),
        pytest.param("đảngviên", "[đảng viên]", "đảng* viên*", id="joined-marked"),
        pytest.param("năm2018", "[năm 2018]", "năm* 2018*", id="joined-with-a-number"),
        pytest.param("đảng viên viphạm", "đảng viên [vi phạm]", "đảng* viên* vi phạm*", id="one-joined-among-others"),
        pytest.param("sinh hoạt chi bọ", "sinh hoạt chi [bộ]", "sinh hoạt* chi bộ*", id="missing-hat"),
        pytest.param(
            "cáp ủy thục hiẹn kiẻm tra và giám sát",
            "[cấp] ủy [thực hiện kiểm] tra và giám sát",
            "cấp* ủy* thực* hiện* kiểm* tra và* giám* sát*",
            id="tones-without-a-hat",
        ),
        pytest.param("tổ chức đảgn", "tổ chức [đảng]", "tổ* chức* đảng*", id="swapped-beside-a-letter-with-marks"),
        pytest.param(
            "Tổ chức đảng phair kiểm tra",
            "Tổ chức đảng [phải] kiểm tra",
            "tổ* chức* đảng* phải* kiểm* tra",
            id="one-word-in-telex",
        ),
        pytest.param(
            "Ban thường vụ nao2 kiểm tra",
            "Ban thường vụ [nào] kiểm tra",
            "ban thường* vụ* nào* kiểm* tra",
            id="one-word-in-vni",
        ),
        pytest.param("kieemr tra thoongs ddaats", "[kiểm tra thống đất]", None, id="keys-of-a-word-it-does-not-know"),
        pytest.param("phan I, muc 2", "[phần I, mục] 2", "phan i muc 2*", id="a-part-and-its-number"),
        pytest.param("qd 102 cua bct", "[quyết định] 102 [của Bộ Chính trị]", None, id="abbreviations-and-bare"),
        pytest.param("NQ18", "[nghị quyết] 18", "nghị* quyết* 18*", id="abbreviation-with-a-number"),
        pytest.param("nq tw4 k12", "[nghị quyết Trung ương] 4 [khóa] 12", None, id="abbreviations"),
    ],
)
def test_what_was_typed_badly_is_understood(notice: Vocabulary, typed: str, shown: str, wording: str | None) -> None:
    query = understand(typed, notice)
    assert show(query) == shown
    assert wording is None or look_up(query) == wording


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("Đảng", id="a-known-word"),
        pytest.param("đang", id="one-that-differs-by-its-marks"),
        pytest.param("102-QĐ/TW", id="a-sign"),
        pytest.param("quy định 102-qđ/tw", id="a-sign-in-small-letters"),
        pytest.param("80/2015/QH13", id="a-law-s-sign"),
        pytest.param("đồng chí Huỳnh Thanh Cảnh", id="a-name-of-the-library"),
        pytest.param("ông Trần Văn Khánh Toàn là ai", id="a-name-it-does-not-know"),
        pytest.param("hộ chiếu phổ thông", id="words-it-does-not-know"),
        pytest.param("thuế thu nhập cá nhân", id="more-such-words"),
        pytest.param("cách nấu phở bò", id="what-it-has-nothing-about"),
        pytest.param("thông tin xấu trên internet", id="a-foreign-word-it-knows"),
        pytest.param("kiểm tra website, facebook", id="foreign-words-it-does-not-know"),
        pytest.param("nghị quyết đại hội", id="an-ordinary-question"),
        pytest.param("covid19", id="letters-with-a-number"),
        pytest.param("tổ 1, khu phố 2", id="numbers"),
        pytest.param("khoai xoong", id="bare-and-unknown"),
        pytest.param("có thông báo h", id="one-letter"),
    ],
)
def test_what_is_no_slip_is_left_as_typed(notice: Vocabulary, typed: str) -> None:
    query = understand(typed, notice)
    assert (query.understood, query.changed) == (typed, ())


@pytest.mark.parametrize(
    ("typed", "said"), [pytest.param("dang", "đảng", id="dang"), pytest.param("uy", "ủy", id="uy")]
)
def test_a_bare_word_alone_is_what_the_library_says_most(notice: Vocabulary, typed: str, said: str) -> None:
    assert understand(typed, notice).understood == said


def test_a_bare_word_alone_keeps_its_other_readings(notice: Vocabulary) -> None:
    assert understand("nhan", notice).meanings == ("nhân", "nhận", "nhấn")


def test_a_word_with_its_marks_is_nothing_else(notice: Vocabulary) -> None:
    query = understand("Đảng", notice)
    assert (query.meanings, look_up(query)) == (("Đảng",), "đảng*")


def test_a_sentence_in_capitals_is_embedded_in_small_letters(notice: Vocabulary) -> None:
    query = understand("KIEM TRA CO SO DANG", notice)
    assert (query.understood, query.meanings[0]) == ("KIỂM TRA CƠ SỞ ĐẢNG", "kiểm tra cơ sở đảng")


@pytest.mark.parametrize("typed", ["kiem tra giam sat", "kieemr tra", "kiểmtra", "NQ18", "grassroots inspection"])
def test_it_can_be_taken_as_typed(notice: Vocabulary, typed: str) -> None:
    query = understand(typed, notice, literal=True)
    assert (query.understood, query.changed, query.meanings) == (typed, (), (typed,))


def test_a_question_typed_well_comes_through_unchanged(notice: Vocabulary) -> None:
    changed = [show(query) for query in (understand(one, notice) for one in WELL_TYPED) if query.changed]
    assert len(WELL_TYPED) > 30
    assert len(changed) <= 0.01 * len(WELL_TYPED), changed


@pytest.mark.skipif("VANKIEN_CORPUS" not in os.environ, reason="the folder of the laws is not given")
def test_law_questions_typed_well_are_not_touched_by_the_words_of_the_notice(notice: Vocabulary) -> None:
    file = Path(os.environ["VANKIEN_CORPUS"]) / "questions-dev.jsonl"
    typed = [json.loads(line)["question"] for line in file.read_text("utf-8").splitlines()]
    changed = [show(query) for query in (understand(one, notice) for one in typed) if query.changed]
    assert len(changed) <= 0.03 * len(typed), "\n".join(changed)  # some are slips in the questions themselves


def press(question: str, telex: bool) -> str:
    return " ".join((press_telex if telex else press_vni)(word) for word in question.lower().split())


@pytest.mark.parametrize("telex", [pytest.param(True, id="telex"), pytest.param(False, id="vni")])
def test_the_same_questions_in_raw_keys_are_nearly_all_understood(notice: Vocabulary, telex: bool) -> None:
    plain = [" ".join("".join(c if c.isalnum() else " " for c in one).split()).lower() for one in WELL_TYPED]
    right = sum(fold(understand(press(one, telex), notice).understood) == fold(one) for one in plain)
    assert right >= 0.9 * len(plain)


def test_decomposed_letters_are_the_same_question(notice: Vocabulary) -> None:
    for typed in WELL_TYPED:
        assert understand(unicodedata.normalize("NFD", typed), notice) == understand(typed, notice)


def test_accents_are_restored_from_the_words_of_the_library(notice: Vocabulary) -> None:
    pairs = [(typed, understand(fold(typed), notice).understood) for typed in WELL_TYPED]
    words = [(a, b) for typed, said in pairs for a, b in zip(typed.lower().split(), said.split(), strict=True)]
    assert sum(a == b for a, b in words) >= 0.9 * len(words)


@pytest.mark.parametrize("typed", WELL_TYPED)
def test_a_well_typed_question_in_capitals_changes_only_its_case(notice: Vocabulary, typed: str) -> None:
    assert understand(typed.upper(), notice).understood.upper() == understand(typed, notice).understood.upper()
