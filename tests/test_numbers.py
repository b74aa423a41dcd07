"""Signs in all the ways people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.numbers import parse_number


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("102-QĐ/TW", "102-QĐ/TW", id="party"),
        pytest.param("102-QÐ/TW", "102-QĐ/TW", id="eth-for-dyet"),
        pytest.param("217/QĐ-TW", "217-QĐ/TW", id="slash-and-hyphen-swapped"),
        pytest.param("66/QĐ/TW", "66-QĐ/TW", id="two-slashes"),
        pytest.param("69-QĐ-TW", "69-QĐ/TW", id="two-hyphens"),
        pytest.param("86 - QĐ/TW", "86-QĐ/TW", id="spaces-around-the-hyphen"),
        pytest.param("217 QĐ/ TW", "217-QĐ/TW", id="space-for-hyphen"),
        pytest.param("102 – qđ/tw", "102-QĐ/TW", id="en-dash-lower-case"),
        pytest.param("05-CT/TƯ", "05-CT/TW", id="central-written-with-horn"),
        pytest.param("05-CT/T.Ư", "05-CT/TW", id="central-written-with-period"),
        pytest.param("05-CT/TU", "05-CT/TU", id="provincial-is-not-central"),
        pytest.param("07-QĐi/TW", "07-QĐi/TW", id="quy-dinh-of-2018"),
        pytest.param("04-HD/UBKTTW", "04-HD/UBKTTW", id="inspection-commission"),
        pytest.param("12-CTr/ĐU", "12-CTr/ĐU", id="mixed-case-kind"),
        pytest.param("34/2016/NĐ-CP", "34/2016/NĐ-CP", id="state"),
        pytest.param("80/2015/QH13", "80/2015/QH13", id="law"),
        pytest.param("05/CT-TTg", "05/CT-TTg", id="state-without-year"),
        pytest.param("2803/QĐ-UBND", "2803/QĐ-UBND", id="state-administrative"),
        pytest.param("55/2005/TTLT-BNV-VPCP", "55/2005/TTLT-BNV-VPCP", id="joint"),
    ],
)
def test_reads_the_ways_a_number_is_written(raw: str, expected: str) -> None:
    assert str(parse_number(raw)) == expected


@pytest.mark.parametrize("raw", ["", "26/01/2018", "QĐ/TW", "102-QĐ/TW và 217-QĐ/TW", "số 102-QĐ/TW", "102"])
def test_refuses_what_is_not_exactly_one_number(raw: str) -> None:
    with pytest.raises(ValueError, match="not a document number"):
        parse_number(raw)


@given(
    ordinal=st.integers(1, 9999),
    kind=st.sampled_from(["NQ", "QĐ", "CT", "KL", "QĐi", "HD", "CTr"]),
    body=st.sampled_from(["TW", "TU", "HU", "ĐU", "UBKTTW", "VPTW"]),
)
def test_a_normalised_number_reads_back_as_itself(ordinal: int, kind: str, body: str) -> None:
    sign = f"{ordinal:02d}-{kind}/{body}"
    assert str(parse_number(sign)) == sign
