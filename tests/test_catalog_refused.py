"""What cannot be is no record: each fault is told with its file, the field and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.catalog import read_catalog
from ingest.errors import CatalogError
from tests.test_catalog import OTHER, WHOLE, read

RELATION = """
[[relations]]
kind = "based_on"
type = "Quy định"
number = "08-QĐ/TW"
date = 2020-02-01
mark = "S"
"""
TITLE, DAY, KIND = 'title = "Một việc"', "date = 2018-08-28", 'type = "Quy định"'
DIGEST = '[[digest]]\nheading = "Nội dung"\ntext = "Hai."'
FACT = 'fields = ["title"'


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        pytest.param({TITLE: 'colour = "đỏ"'}, "colour", id="unknown-field"),
        pytest.param({f"{KIND}\n{TITLE}": TITLE}, "type", id="missing-field"),
        pytest.param({DAY: 'date = "28/8/2018"'}, "date", id="day-as-text"),
        pytest.param({DAY: f"{DAY}T10:00:00"}, "date", id="day-with-hour"),
        pytest.param({DAY: "date = 2018-02-30"}, "toàn tệp", id="no-such-day"),
        pytest.param({TITLE: "title = 7"}, "title", id="number-for-text"),
        pytest.param({TITLE: 'title = ""'}, "title", id="empty-text"),
        pytest.param({TITLE: 'title = "  "'}, "title", id="blank-text"),
        pytest.param({TITLE: 'other_names = "Tên"'}, "other_names", id="text-for-list"),
        pytest.param({TITLE: "other_names = [1]"}, "other_names", id="list-of-numbers"),
        pytest.param({TITLE: f'{TITLE}\nsigner = "A"'}, "signer", id="fact-without-evidence"),
        pytest.param({FACT: f'{FACT}, "term"'}, "evidence, fields", id="evidence-without-fact"),
        pytest.param({FACT: f'{FACT}, "type"'}, "evidence, fields", id="evidence-given-twice"),
        pytest.param({'mark = "MK"': 'mark = "sure"'}, "evidence 2, mark", id="unknown-mark"),
        pytest.param({'mark = "MK"': 'mark = "V"'}, "evidence 2, pages", id="seen-on-no-page"),
        pytest.param({"https://example.org/mot": "báo Nhân dân"}, "evidence 1, pages", id="a-page-that-is-none"),
        pytest.param({'number = "07-QĐ/TW"': 'number = "07 QĐ/TW"'}, "number", id="sign-not-as-we-write-it"),
        pytest.param({'number = "07-QĐ/TW"': 'number = "bảy"'}, "number", id="no-sign"),
        pytest.param({KIND: 'type = "Nghị quyết"'}, "type", id="type-not-of-the-sign"),
        pytest.param({TITLE: 'term = "XI"', FACT: 'fields = ["term"'}, "term", id="term-of-other-years"),
        pytest.param({TITLE: 'term = "12"', FACT: 'fields = ["term"'}, "term", id="term-not-in-roman-figures"),
        pytest.param(
            {TITLE: "effective = 2018-08-27", FACT: 'fields = ["effective"'}, "effective", id="in-force-before-its-day"
        ),
        pytest.param({TITLE: f"{TITLE}\nchecked = 2017-01-01"}, "checked", id="looked-for-before-its-day"),
        pytest.param({'"replaced_by"': '"eaten_by"'}, "relations 1, kind", id="unknown-relation"),
        pytest.param({"date = 2020-02-01": "date = 2010-02-01"}, "relations", id="replaced-by-an-older-one"),
        pytest.param({"08-QĐ/TW": "07-QĐ/TW", "date = 2020-02-01": DAY}, "relations", id="related-to-itself"),
        pytest.param({'"08-QĐ/TW"': '"09-QĐ/TW"'}, "relations", id="related-to-what-has-no-record"),
        pytest.param({"replaced_by": "same_sign"}, "relations", id="same-sign-that-is-another"),
        pytest.param(
            {"[[headings]]": f"{RELATION.replace('based_on', 'replaced_by')}[[headings]]"}, "relations", id="said-twice"
        ),
        pytest.param(
            {f"{KIND}\nnumber": 'type = "Quyết định"\nnumber'}, "relations, type", id="type-not-of-its-record"
        ),
        pytest.param(
            {'place = "Điều 1"': 'place = "Điều 1"\nnote = "x"'}, "headings 1, note", id="unknown-field-of-one"
        ),
        pytest.param({'text = "Nói về một việc."': ""}, "digest 1, text", id="digest-without-words"),
        pytest.param({'heading = "Nội dung"': 'heading = "Toàn văn"'}, "digest, heading", id="digest-of-another-kind"),
        pytest.param({"Nói về một việc": "Ghi rõ: “một việc”"}, "digest, text", id="digest-that-quotes"),
        pytest.param({"[[digest]]": f"{DIGEST}\n\n[[digest]]"}, "digest", id="digest-said-twice"),
        *(
            pytest.param(
                {TITLE: f'{TITLE}\naddresses = ["{address}"]', FACT: f'{FACT}, "addresses"'}, "addresses", id=said
            )
            for address, said in (
                ("https://example.org/mot", "fetched-where-it-was-only-seen"),
                ("http://vbpl.vn/a", "fetched-without-https"),
                ("https://vbpl.vn.example.org/a", "fetched-from-a-false-portal"),
                ("https://ai@vbpl.vn/a", "fetched-with-a-login"),
                ("https://[vbpl.vn/a", "fetched-from-no-address"),
            )
        ),
    ],
)
def test_a_record_that_cannot_be_is_refused_with_its_file_the_field_and_what_to_do(
    tmp_path: Path, changes: dict[str, str], field: str
) -> None:
    toml = WHOLE
    for before, after in changes.items():
        assert before in toml
        toml = toml.replace(before, after, 1)
    with pytest.raises(
        CatalogError, match=rf"^Hồ sơ danh mục mot\.toml, mục {field}: .+\. .*(?:[Hh]ãy|chỉ dùng) .+\.$"
    ):
        read(tmp_path, toml)


@pytest.mark.parametrize("kind", ["based_on", "replaces", "amends", "guides", "continues", "reviews", "follows"])
def test_nothing_rests_on_or_replaces_what_came_after_it(tmp_path: Path, kind: str) -> None:
    with pytest.raises(CatalogError, match="ngày của hai văn bản không cho phép"):
        read(tmp_path, WHOLE + RELATION.replace("based_on", kind))


def test_no_document_has_two_records(tmp_path: Path) -> None:
    (tmp_path / "ba.toml").write_text(OTHER, encoding="utf-8")
    with pytest.raises(CatalogError, match=r"08-QĐ/TW@2020-02-01 đã có hồ sơ ở một tệp khác"):
        read(tmp_path, WHOLE)


def test_documents_of_one_day_do_not_replace_each_other_in_a_circle(tmp_path: Path) -> None:
    signs = ("01-QĐ/TW", "02-QĐ/TW", "03-QĐ/TW")
    for sign, following in zip(signs, (*signs[1:], signs[0]), strict=True):
        toml = (OTHER + RELATION.replace("based_on", "replaces").replace("08-QĐ/TW", following)).replace(
            "08-QĐ/TW", sign
        )
        (tmp_path / f"{sign[:2]}.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(CatalogError, match="theo vòng tròn"):
        read_catalog(tmp_path)


def test_a_file_that_is_no_text_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "mot.toml").write_bytes('title = "Một việc"'.encode("utf-16"))
    with pytest.raises(CatalogError, match=r"mot\.toml, mục toàn tệp: không đọc được"):
        read_catalog(tmp_path)
