"""Last articles: what a document replaces, repeals and amends, and what only sounds like it."""

from __future__ import annotations

import datetime

import pytest

from ingest.relating.relation import LOOSE, PLAIN, TextRelation
from ingest.relating.relations import find_relations
from tests.relating_papers import closing, make_paper, tell, tell_mere


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Quy định này thay thế Quy định số 181-QĐ/TW, ngày 30/3/2013 và có hiệu lực từ ngày ký.",
            ["replaces 181-QĐ/TW since 2017-11-15"],
            id="from-signing",
        ),
        pytest.param(
            "Quy định này có hiệu lực kể từ ngày 01/01/2018, thay thế các Quy định số 181-QĐ/TW ngày 30/3/2013, "
            "số 94-QĐ/TW ngày 15/10/2007 và Hướng dẫn số 11-HD/UBKTTW.",
            [f"replaces {sign} since 2018-01-01" for sign in ("181-QĐ/TW", "94-QĐ/TW", "11-HD/UBKTTW")],
            id="a-list-of-two-types",
        ),
        pytest.param(
            "Quy định này có hiệu lực sau 15 ngày kể từ ngày ký và thay thế Quyết định số 15-QĐ/TU.",
            ["replaces 15-QĐ/TU since 2017-11-30"],
            id="days-after-signing",
        ),
        pytest.param(
            "Quy định này có hiệu lực sau 15 ngày, kể từ ngày đăng Công báo và thay cho Quyết định số 15-QĐ/TU.",
            ["replaces 15-QĐ/TU since a day not given"],
            id="from-the-gazette-no-day",
        ),
        pytest.param(
            "Quy định này thay thế các văn bản sau: Quyết định số 15-QĐ/TU; Quyết định số 16-QĐ/TU.",
            ["replaces 15-QĐ/TU", "replaces 16-QĐ/TU"],
            id="the-following",
        ),
        pytest.param(
            "Ban hành kèm theo Quy định này Quy chế làm việc thay thế Quy chế làm việc ban hành kèm theo "
            "Quyết định số 15-QĐ/TU.",
            ["replaces 15-QĐ/TU"],
            id="what-is-enclosed",
        ),
        pytest.param(
            "Quy định này bãi bỏ Quyết định số 15-QĐ/TU và thay thế Quyết định số 16-QĐ/TU.",
            ["repeals 15-QĐ/TU", "replaces 16-QĐ/TU"],
            id="two-verbs",
        ),
        pytest.param("Hủy bỏ Quyết định số 15-QĐ/TU.", ["repeals 15-QĐ/TU"], id="huy-bo"),
        pytest.param("Thu hồi và huỷ bỏ Thông báo số 15-TB/TU.", ["repeals 15-TB/TU"], id="taken-back-and-repealed"),
        pytest.param("Thu hồi Quyết định số 15-QĐ/TU.", ["repeals 15-QĐ/TU"], id="taken-back"),
        pytest.param("Chấm dứt thực hiện Quy chế số 15-QC/TU.", ["repeals 15-QC/TU"], id="carried-out-no-more"),
        pytest.param("Kết thúc việc thực hiện Chỉ thị số 15-CT/TU.", ["repeals 15-CT/TU"], id="its-end"),
        pytest.param("Quy định này thay Quyết định số 15-QĐ/TU.", ["replaces 15-QĐ/TU"], id="thay-alone"),
        pytest.param(
            "Mẫu 03 nêu tại Hướng dẫn số 15-HD/TU hết hiệu lực từ ngày 01/3/2018.",
            ["repeals 15-HD/TU in part since 2018-03-01"],
            id="a-form-of-it",
        ),
        pytest.param(
            "Bãi bỏ khoản 2 Điều 5 Quy định số 181-QĐ/TW.", ["repeals 181-QĐ/TW dieu-5.khoan-2"], id="a-clause"
        ),
        pytest.param(
            "Bãi bỏ Mục II Hướng dẫn số 05-HD/BTCTW.", ["repeals 05-HD/BTCTW muc-II"], id="a-section-of-a-guidance"
        ),
        pytest.param(
            "Bãi bỏ điểm a khoản 1 và điểm b khoản 2 Điều 5 Quyết định số 15-QĐ/TU.",
            ["repeals 15-QĐ/TU dieu-5.khoan-1.diem-a", "repeals 15-QĐ/TU dieu-5.khoan-2.diem-b"],
            id="two-clauses",
        ),
        pytest.param(
            "Bãi bỏ khoản 1 và thay thế khoản 2 Điều 5 Quyết định số 15-QĐ/TU.",
            ["repeals 15-QĐ/TU dieu-5.khoan-1", "replaces 15-QĐ/TU dieu-5.khoan-2"],
            id="two-verbs-for-clauses-of-one",
        ),
        pytest.param(
            "Thay thế mức thu quy định tại điểm 1.3, mục III, phần B Thông tư số 63/1998/TT-BTC; điểm 1.b, mục II, "
            "phần 2 Thông tư số 89/1999/TT-BTC.",
            [
                "replaces 63/1998/TT-BTC phan-B.muc-III.diem-1-3",
                "replaces 89/1999/TT-BTC phan-2.muc-II.diem-1-b",
            ],
            id="clauses-of-two",
        ),
        pytest.param(
            "Bãi bỏ Quy chế làm việc của Ban Thường vụ ban hành kèm theo Quyết định số 15-QĐ/TU.",
            ["repeals 15-QĐ/TU"],
            id="the-enclosed-goes",
        ),
        pytest.param(
            "Quyết định số 15-QĐ/TU và Quyết định số 16-QĐ/TU hết hiệu lực kể từ ngày Quy định này có hiệu lực.",
            ["repeals 15-QĐ/TU", "repeals 16-QĐ/TU"],
            id="lapse-together",
        ),
        pytest.param(
            "Kể từ ngày 01/01/2018, Quyết định số 15-QĐ/TU không còn hiệu lực.",
            ["repeals 15-QĐ/TU since 2018-01-01"],
            id="day-first",
        ),
        pytest.param(
            "Nghị định số 29/1998/NĐ-CP hết hiệu lực kể từ ngày 01/7/2018; Nghị định số 30/1998/NĐ-CP hết hiệu lực "
            "kể từ ngày 01/01/2019.",
            ["repeals 29/1998/NĐ-CP since 2018-07-01", "repeals 30/1998/NĐ-CP since 2019-01-01"],
            id="each-its-day",
        ),
        pytest.param(
            "Kể từ ngày Quy định này có hiệu lực, Quyết định số 15-QĐ/TU về quy chế làm việc và các quy định trước đây "
            "trái với Quy định này đều bị bãi bỏ.",
            ["repeals 15-QĐ/TU"],
            id="wholly-beside-what-is-contrary",
        ),
        pytest.param(
            "Những quy định trước đây tại Quyết định số 15-QĐ/TU trái với Quy định này đều bãi bỏ.",
            ["repeals 15-QĐ/TU in part"],
            id="only-what-is-contrary",
        ),
        pytest.param(
            "Những quy định của Quyết định số 15-QĐ/TU và các văn bản khác trái với Quy định này đều bãi bỏ.",
            ["repeals 15-QĐ/TU in part"],
            id="what-is-contrary-in-it-and-others",
        ),
        pytest.param(
            "Quyết định số 15-QĐ/TU hết hiệu lực, trừ khoản 2 Điều 5.",
            ["repeals 15-QĐ/TU in part"],
            id="but-for-a-clause",
        ),
        pytest.param(
            "Quy định này thay thế Quy định số 181-QĐ/TW; những quy định tại Quyết định số 15-QĐ/TU trái với "
            "Quy định này hết hiệu lực.",
            ["replaces 181-QĐ/TW", "repeals 15-QĐ/TU in part"],
            id="a-clause-of-its-own",
        ),
        pytest.param(
            "Các Thông tư sau đây của Bộ Tài chính không còn hiệu lực kể từ ngày 01/01/2018:\n"
            "a) Thông tư số 90 TC/TCT ngày 10/11/1993 hướng dẫn về thuế\n"
            "b) Thông tư số 04 TC/TCT ngày 23/4/1997 hướng dẫn thi hành Luật Đất đai.",
            [
                "repeals 90TC/TCT since 2018-01-01",
                "repeals 04TC/TCT since 2018-01-01",
                "04TC/TCT: guides Luật Đất đai",
            ],
            id="a-list-below",
        ),
        pytest.param(
            "Bãi bỏ các văn bản sau:\n- Quyết định số 15-QĐ/TU;\n- Chỉ thị số 7-CT/TU.",
            ["repeals 15-QĐ/TU", "repeals 7-CT/TU"],
            id="an-active-list-below",
        ),
        pytest.param(
            "Thay thế cụm từ “Sở Văn hóa” bằng cụm từ “Sở Du lịch” tại Điều 5 Quyết định số 15-QĐ/TU.",
            ["amends 15-QĐ/TU dieu-5"],
            id="words-are-exchanged",
        ),
        pytest.param(
            "Khoản 2 Điều 5 Quyết định số 15-QĐ/TU được sửa đổi như sau: “2. Đảng viên vi phạm.”",
            ["amends 15-QĐ/TU dieu-5.khoan-2"],
            id="amended-as-follows",
        ),
        pytest.param(
            "Các quy định tại Thông tư số 06/2003/TT-NHNN theo Quyết định số 193/2001/QĐ-TTg của\n"
            "Thủ tướng Chính phủ và Nghị quyết số 02/2003/NQ-CP của\nChính phủ, hết hiệu lực thi hành.",
            ["repeals 06/2003/TT-NHNN"],
            id="lines-broken-by-a-printer",
        ),
    ],
)
def test_says_what_the_document_changes_and_ends(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Quyết định số 15-QĐ/TU vẫn còn hiệu lực.", id="still-in-force"),
        pytest.param("Quy định này không thay thế Quy định số 15-QĐ/TU.", id="does-not-replace"),
        pytest.param(
            "Trường hợp Quyết định số 15-QĐ/TU được sửa đổi, bổ sung hoặc thay thế thì áp dụng văn bản mới.",
            id="if-changed",
        ),
        pytest.param("Trước khi Quyết định số 15-QĐ/TU hết hiệu lực, hồ sơ được giải quyết.", id="before-it-lapses"),
        pytest.param("Giao Ban Tổ chức nghiên cứu sửa đổi, bổ sung Quyết định số 15-QĐ/TU cho phù hợp.", id="a-task"),
        pytest.param("Đề nghị Bộ Chính trị bãi bỏ Quyết định số 15-QĐ/TU.", id="a-proposal"),
        pytest.param("Việc sửa đổi, bổ sung Quyết định số 15-QĐ/TU do Ban Thường vụ quyết định.", id="whose-business"),
        pytest.param("Người vi phạm Quyết định số 15-QĐ/TU thì giấy phép bị hủy bỏ.", id="a-licence-is-revoked"),
        pytest.param("Các đơn vị tiếp tục thực hiện Quyết định số 15-QĐ/TU đến hết năm.", id="goes-on-for-a-while"),
        pytest.param("Các văn bản hướng dẫn thi hành Quyết định số 15-QĐ/TU được áp dụng.", id="what-guides-it"),
        pytest.param("Giao Ủy ban Kiểm tra hướng dẫn thực hiện Quyết định số 15-QĐ/TU.", id="others-will-guide"),
        pytest.param("Hồ sơ làm theo hướng dẫn tại Quyết định số 15-QĐ/TU.", id="as-it-says"),
        pytest.param("Các quy định trái với Quyết định số 15-QĐ/TU đều bãi bỏ.", id="what-is-contrary-to-it"),
        pytest.param("Nội dung khác được thực hiện theo Quyết định số 15-QĐ/TU.", id="else-by-it"),
        pytest.param(
            "Sau khi kết thúc việc thực hiện Quyết định số 15-QĐ/TU, các đơn vị báo cáo.", id="once-it-has-ended"
        ),
        pytest.param("Thu hồi đất theo Quyết định số 15-QĐ/TU.", id="land-is-taken-back"),
        pytest.param("Các đơn vị chấm dứt thực hiện Quyết định số 15-QĐ/TU.", id="others-end-it"),
        pytest.param("Hồ sơ cũ được thay thế bằng hồ sơ theo Quyết định số 15-QĐ/TU.", id="a-file-is-replaced"),
    ],
)
def test_what_only_sounds_like_it_is_a_mere_reference(sentence: str) -> None:
    paper = closing(sentence)

    assert tell(paper) == []
    assert tell_mere(paper) == ["refers_to 15-QĐ/TU"]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Các quy định trước đây trái với Quy định này đều bãi bỏ.", id="contrary"),
        pytest.param(
            "Trường hợp các văn bản được dẫn chiếu tại Quy định này được sửa đổi, bổ sung hoặc thay thế thì áp dụng "
            "theo văn bản mới.",
            id="cited-here",
        ),
    ],
)
def test_without_a_name_there_is_no_relation(sentence: str) -> None:
    assert find_relations(closing(sentence)) == ()


def test_a_proposal_changes_nothing_even_in_its_body() -> None:
    paper = make_paper(
        "về công tác cán bộ", "1. Bãi bỏ Quyết định số 15-QĐ/TU.\n2. Giao Ban Tổ chức rà soát.", "TỜ TRÌNH"
    )

    assert tell(paper) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("Sửa đổi, bổ sung Quyết định số 15-QĐ/TU cho phù hợp.", [], id="a-task"),
        pytest.param(
            "Sửa đổi Điều 5 Quyết định số 15-QĐ/TU như sau: “5. Mới.”", ["amends 15-QĐ/TU dieu-5"], id="an-act"
        ),
        pytest.param("Bãi bỏ Quyết định số 15-QĐ/TU.", ["repeals 15-QĐ/TU"], id="an-end"),
    ],
)
def test_a_conclusion_sets_tasks_unless_it_gives_the_new_words(sentence: str, told: list[str]) -> None:
    assert tell(make_paper("về công tác cán bộ", f"1. Giao Ban Tổ chức rà soát.\n2. {sentence}", "KẾT LUẬN")) == told


def test_the_words_that_say_so_are_a_slice_from_verb_to_name() -> None:
    paper = closing("Quy định này có hiệu lực từ ngày ký và thay thế Quy định số 181-QĐ/TW, ngày 30/3/2013.")
    (found,) = find_relations(paper)

    assert paper.text[found.start : found.end] == "thay thế Quy định số 181-QĐ/TW, ngày 30/3/2013"
    assert found.certainty == PLAIN


def test_what_is_only_contrary_is_less_certain() -> None:
    (found,) = find_relations(closing("Những quy định tại Quyết định số 15-QĐ/TU trái với Quy định này đều bãi bỏ."))

    assert found.certainty == LOOSE


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"kind": "likes"}, id="unknown-kind"),
        pytest.param({"cited": None}, id="to-itself"),
        pytest.param({"end": 3}, id="empty-slice"),
        pytest.param({"certainty": 1.5}, id="too-certain"),
        pytest.param({"clause": "dieu-5"}, id="a-clause-is-no-whole"),
    ],
)
def test_an_impossible_relation_is_refused(fields: dict[str, object]) -> None:
    sound = {"kind": "replaces", "cited": 5, "start": 3, "end": 9, "clause": None, "certainty": PLAIN}
    sound["since"] = datetime.date(2018, 1, 1)
    TextRelation(**sound)  # type: ignore[arg-type]

    with pytest.raises(ValueError, match=r"no such relation|: 3, "):
        TextRelation(**{**sound, **fields})  # type: ignore[arg-type]
