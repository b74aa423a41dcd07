"""The catalogue: every file is read strictly, every fact says how it is known, and what is not verified is marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.catalog import find_record, find_record_by_name, find_records, read_catalog
from ingest.describe_record import describe_headings, describe_pages, describe_record, say_record
from ingest.records import INVERSES, MARKS, NOTICE, SEEN, Evidence, Record

ABOUT = "Nội dung"
GOLDEN = Path(__file__).parent / "golden" / "notice.json"
WHOLE = """
number = "07-QĐ/TW"
date = 2018-08-28
type = "Quy định"
title = "Một việc"

[[evidence]]
fields = ["number", "date", "type"]
mark = "V"
pages = ["https://example.org/mot"]

[[evidence]]
fields = ["title"]
mark = "MK"

[[relations]]
kind = "replaced_by"
type = "Quy định"
number = "08-QĐ/TW"
date = 2020-02-01
mark = "S"

[[headings]]
place = "Điều 1"
words = "Phạm vi"
mark = "I"

[[digest]]
heading = "Nội dung"
text = "Nói về một việc."
"""


OTHER = """
number = "08-QĐ/TW"
date = 2020-02-01
type = "Quy định"

[[evidence]]
fields = ["number", "date", "type"]
mark = "S"
"""


def read(folder: Path, toml: str) -> Record:
    """The record of *toml*, beside that of the document it names."""
    (folder / "mot.toml").write_text(toml, encoding="utf-8")
    (folder / "hai.toml").write_text(OTHER, encoding="utf-8")
    return read_catalog(folder)[1]


def test_a_file_is_read_into_typed_values(tmp_path: Path) -> None:
    record = read(tmp_path, WHOLE)
    assert (record.id, record.name) == ("07-QĐ/TW@2018-08-28", "Quy định số 07-QĐ/TW")
    assert record.evidence_of("title") == Evidence("MK")
    assert record.replaced_by is not None
    assert record.replaced_by.id == "08-QĐ/TW@2020-02-01"
    assert [one.place for one in record.headings] == ["Điều 1"]
    assert [one.text for one in record.digest] == ["Nói về một việc."]


def test_what_is_not_verified_is_said_to_be_so_and_what_is_verified_is_not(tmp_path: Path) -> None:
    record = read(tmp_path, WHOLE)
    cautions = {row.label: row.caution for row in (*describe_record(record), *describe_headings(record))}
    assert cautions == {
        "Loại": "",
        "Số, ký hiệu": "",
        "Trích yếu": "chưa kiểm chứng",
        "Ngày ban hành": "",
        "Được thay thế bởi": "chưa kiểm chứng",
        "Điều 1": "chưa kiểm chứng",
    }
    assert describe_pages(record) == [("https://example.org/mot", "Số, ký hiệu, Ngày ban hành, Loại")]


# --- what we ship --------------------------------------------------------------------------------------------


def test_every_document_that_the_notice_cites_has_a_record_and_a_digest() -> None:
    cited = json.loads(GOLDEN.read_text("utf-8"))["citations"]
    for citation in cited:
        named = [find_record_by_name(citation["name"])] if citation["name"] else find_records(citation["number"])
        assert any(record and record.digest for record in named), citation
    assert len({record.id for record in read_catalog()}) == len(read_catalog())


def test_a_record_has_a_digest_unless_nothing_of_it_is_verified() -> None:
    """Our own words are of verified facts only: where there are none, there is nothing to say."""
    undigested = {record.id for record in read_catalog() if not record.digest}
    unverified = {
        record.id
        for record in read_catalog()
        if not {SEEN, NOTICE} & {evidence.mark for _, evidence in record.evidence}
    }
    assert undigested == unverified
    assert "212-QĐ/TW@2026-08-17" in undigested


@pytest.mark.parametrize("record", [pytest.param(record, id=record.id) for record in read_catalog()])
def test_a_digest_says_what_it_is_about_and_its_place(record: Record) -> None:
    """A question on a subject is held against what is not of other documents: there must be some."""
    assert [one.heading for one in record.digest if one.heading == ABOUT] == [ABOUT] * bool(record.digest)
    assert {one.heading for one in record.digest} <= {ABOUT, "Đối tượng", "Yêu cầu", "Vị trí và hiệu lực"}


@pytest.mark.parametrize("record", [pytest.param(record, id=record.id) for record in read_catalog()])
def test_a_relation_that_is_verified_shows_no_sign_and_no_day_that_are_not(record: Record) -> None:
    records = {one.id: one for one in read_catalog()}
    for relation in record.relations:
        other = records[relation.id]
        if relation.evidence.verified and not relation.name:
            assert {other.evidence_of(fact).mark for fact in ("number", "date")} <= {SEEN, NOTICE}, relation


def test_the_chains_of_relations_are_whole() -> None:
    """Whatever a record names by relation has a record of its own, and says the same seen from there."""
    records = {record.id: record for record in read_catalog()}
    for record in records.values():
        for one in record.relations:
            assert one.id in records, (record.id, one)
            assert (INVERSES[one.kind], record.id) in {(back.kind, back.id) for back in records[one.id].relations}


@pytest.mark.parametrize("record", [pytest.param(record, id=record.id) for record in read_catalog()])
def test_every_shipped_fact_that_is_not_seen_carries_a_caution(record: Record) -> None:
    marks = [evidence.mark for _, evidence in record.evidence]
    marks += [one.evidence.mark for one in record.relations] + [one.evidence.mark for one in record.headings]
    rows = [*describe_record(record), *describe_headings(record)]
    assert set(marks) <= set(MARKS)
    assert sum(bool(row.caution) for row in rows) == sum(mark != SEEN for mark in marks)


@pytest.mark.parametrize(
    ("given", "number"),
    [
        pytest.param("102-QĐ/TW", "102-QĐ/TW", id="sign"),
        pytest.param("102 – qđ/tw", "102-QĐ/TW", id="sign-as-typed"),
        pytest.param("102-QĐ/TW@2017-11-15", "102-QĐ/TW", id="id"),
        pytest.param("nghị quyết  trung ương 4 khóa xi", "12-NQ/TW", id="name"),
        pytest.param("Quy định số 217-QĐ/TW", "217-QĐ/TW", id="name-in-error"),
        pytest.param("18-NQ/TW@2022-06-16", "18-NQ/TW", id="id-of-another-day"),
        pytest.param("18-NQ/TW@2022-06-17", None, id="no-such-day"),
        pytest.param("18-NQ/TW", None, id="a-sign-that-two-bear"),
        pytest.param("05-CT/TU", "05-CT/TU", id="a-province-is-not-the-centre"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_record_is_found_by_what_people_call_it(given: str, number: str | None) -> None:
    found = find_record(given)
    assert (found.number if found else None) == number


@pytest.mark.parametrize(
    ("sign", "facts"),
    [
        pytest.param(
            "18-NQ/TW@2017-10-25",
            {
                "Khóa: XII",
                "Người ký: Nguyễn Phú Trọng, Tổng Bí thư",
                "Được tổng kết tại: Kết luận số 121-KL/TW, ngày 24/01/2025",
            },
            id="18",
        ),
        pytest.param(
            "102-QĐ/TW",
            {"Gồm: 5 chương, 37 điều", "Căn cứ: Quy định số 29-QĐ/TW, ngày 25/7/2016", "Có hiệu lực từ: 15/11/2017"},
            id="102",
        ),
        pytest.param(
            "217-QĐ/TW",
            {
                "Gồm: Quyết định 3 điều; Quy chế kèm theo 5 chương, 19 điều",
                "Căn cứ: Nghị quyết Trung ương 4 khóa XI",
                "Được tiếp tục bởi: Chỉ thị số 18-CT/TW, ngày 26/10/2022",
            },
            id="217",
        ),
        pytest.param(
            "218-QĐ/TW",
            {
                "Gồm: Quyết định 3 điều; Quy định kèm theo 5 chương, 21 điều",
                "Căn cứ: Nghị quyết Trung ương 4 khóa XI (chưa kiểm chứng)",
                "Người ký: Lê Hồng Anh, thay mặt Bộ Chính trị",
            },
            id="218",
        ),
    ],
)
def test_the_records_of_the_four_directives_say_what_is_known(sign: str, facts: set[str]) -> None:
    record = find_record(sign)
    assert record
    assert facts <= {str(row) for row in describe_record(record)}


def test_every_one_of_three_documents_of_one_sign_names_the_two_others() -> None:
    three = find_records("12-NQ/TW")
    assert [len([one for one in record.relations if one.kind == "same_sign"]) for record in three] == [2, 2, 2]


def test_a_record_tells_facts_and_leaves_it_to_others_whether_the_document_stands() -> None:
    replaced, standing = find_record("102-QĐ/TW"), find_record("217-QĐ/TW")
    assert replaced
    assert standing
    told = ["\n".join(map(str, describe_record(one))) for one in (replaced, standing)]
    assert "Được thay thế bởi: Quy định số 69-QĐ/TW, ngày 06/7/2022" in told[0]
    assert all("Đã tra văn bản về sau đến ngày: 23/11/2026" in one for one in told)
    assert not any("hiệu lực" in one.replace("Có hiệu lực từ", "") or "chưa thấy" in one for one in told)
    assert say_record(standing, ()).endswith("python -m index related 217-QĐ/TW@2013-12-12")
    assert "69-QĐ/TW" in replaced.digest[-1].text


def test_an_uncertain_number_is_no_name_and_no_sign_of_a_mention() -> None:
    record = find_record_by_name("Nghị quyết Trung ương 4 khóa XI")
    assert record
    assert record.name == "Nghị quyết Trung ương 4 khóa XI"
    assert record.metadata.number is None


def test_a_day_over_which_sources_differ_is_not_shown_as_sure() -> None:
    record = find_record("03-CT/TW")

    assert record is not None
    assert record.metadata.date is None
    assert len(record.evidence_of("date").pages) > 1
