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


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("12/CP", "12/CP", id="body-alone"),
        pytest.param("77-CP", "77/CP", id="body-behind-a-hyphen"),
        pytest.param("814/TTg", "814/TTg", id="prime-minister"),
        pytest.param("1440/CP-KTTH", "1440/CP-KTTH", id="body-and-office"),
        pytest.param("29/TTLB", "29/TTLB", id="joint-circular-of-1991"),
        pytest.param("08/TT-LB", "08/TT-LB", id="joint-circular-of-1976"),
        pytest.param("1062TC/QĐ/CSTC", "1062TC/QĐ/CSTC", id="marked-by-the-ministry"),
        pytest.param("90 TC/TCT", "90TC/TCT", id="mark-apart"),
        pytest.param("166/1999/QĐ/BTC", "166/1999/QĐ-BTC", id="slash-for-hyphen"),
        pytest.param("14/2005/TTLT/BLĐTBXH-BYT-TLĐLĐVN", "14/2005/TTLT-BLĐTBXH-BYT-TLĐLĐVN", id="three-bodies"),
        pytest.param("176/1998/TTLT-BTC - BCN - TCHQ", "176/1998/TTLT-BTC-BCN-TCHQ", id="three-bodies-spaced"),
        pytest.param("45/1998/NQ-UBTVQH10", "45/1998/NQ-UBTVQH10", id="standing-committee"),
        pytest.param("522/2002/QĐ.UB", "522/2002/QĐ.UB", id="period-is-no-hyphen"),
        pytest.param("522/2002/QĐ-UB", "522/2002/QĐ-UB", id="hyphen-is-no-period"),
        pytest.param("1330/QĐ-CT.UB", "1330/QĐ-CT.UB", id="period-in-the-body"),
        pytest.param("11/1998/QĐ-TC.CCVC", "11/1998/QĐ-TC.CCVC", id="party-central-office"),
        pytest.param("66/TTr-SNN", "66/TTr-SNN", id="mixed-case"),
        pytest.param("22/2009/TT-BGDĐT-GDTrH", "22/2009/TT-BGDĐT-GDTrH", id="small-letters-inside"),
        pytest.param("2231/SNV-CCHC&PC", "2231/SNV-CCHC&PC", id="ampersand"),
        pytest.param("01/QCPH/UBND-UBMTTQ", "01/QCPH-UBND-UBMTTQ", id="joint-rules"),
        pytest.param("03/VBHN-VPQH", "03/VBHN-VPQH", id="consolidated"),
        pytest.param("28/1998/ND-CP", "28/1998/NĐ-CP", id="bar-lost"),
        pytest.param("29/200 3/CT-TTg", "29/2003/CT-TTg", id="year-split"),
        pytest.param("99/ 1998/TT-BTC", "99/1998/TT-BTC", id="space-before-the-year"),
        pytest.param("28 /2003/NĐ-CP", "28/2003/NĐ-CP", id="space-behind-the-number"),
        pytest.param("05…./2006/ QĐ-UBND", "05/2006/QĐ-UBND", id="dotted-line-filled-in"),
        pytest.param("03/1998/QH 10", "03/1998/QH10", id="space-in-the-assembly"),
        pytest.param("30a/2008/NQ-CP", "30a/2008/NQ-CP", id="letter-behind-the-number"),
        pytest.param("05b-CT/TU", "05b-CT/TU", id="letter-in-a-sign-of-the-party"),
        pytest.param("12-CTHĐ/TU", "12-CTHĐ/TU", id="programme-of-action"),
        pytest.param("07-QĐI/TW", "07-QĐi/TW", id="capitals-for-mixed-case"),
    ],
)
def test_reads_signs_of_every_era_and_reads_them_back(raw: str, expected: str) -> None:
    number = parse_number(raw)
    assert str(number) == expected
    assert parse_number(expected) == number


@given(
    ordinal=st.integers(1, 9999),
    kind=st.sampled_from(["NQ", "QĐ", "CT", "KL", "QĐi", "HD", "CTr"]),
    body=st.sampled_from(["TW", "TU", "HU", "ĐU", "UBKTTW", "VPTW"]),
)
def test_a_normalised_number_reads_back_as_itself(ordinal: int, kind: str, body: str) -> None:
    sign = f"{ordinal:02d}-{kind}/{body}"
    assert str(parse_number(sign)) == sign


CODES = [
    "TW",
    "TU",
    "ĐU",
    "UBKTTW",
    "CP",
    "TTg",
    "UBND",
    "CT.UB",
    "VPCP-KTTH",
    "BTC-BCN",
    "QH11",
    "SNV-CCHC&PC",
    "HĐBT",
]


@given(
    ordinal=st.integers(1, 99999).map("{:02d}".format),
    year=st.sampled_from(["", "/1998", "/2021", "/ 200 6"]),
    joint=st.sampled_from(["-", "/", " - ", " ", "TC/", " TC/"]),
    kind=st.sampled_from(["", "NQ-", "QĐ/", "TT-", "TTLT/", "CT - ", "QĐ.", "QĐi/", "CTr/", "TTr-"]),
    body=st.sampled_from(CODES),
)
def test_whatever_sign_is_read_reads_back_as_itself(ordinal: str, year: str, joint: str, kind: str, body: str) -> None:
    try:
        number = parse_number(f"{ordinal}{year}{joint}{kind}{body}")
    except ValueError:
        return
    assert parse_number(str(number)) == number
    assert (number.ordinal, "TU" in number.body) == (ordinal, body == "TU")
