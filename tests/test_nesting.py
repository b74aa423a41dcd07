"""Documents of both traditions, printed from a known tree in every style, come back as that tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.cleaning import clean_text
from ingest.layout import read_layout
from ingest.structure import read_structure

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
LETTERS = "abcdđeghik"
WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
SENTENCE = "Các cơ quan, đơn vị thực hiện đúng quy định."
# Level -> how its marker may be printed: {r} Roman, {n} figures, {l} a letter, {w} a word.
STYLES = {
    "phan": ("Phần {r}", "PHẦN THỨ {W}", "Phần {U}"),
    "chuong": ("Chương {r}", "CHƯƠNG {r}", "Chương {n}", "Chương thứ {w}"),
    "muc": ("Mục {n}", "MỤC {n}", "Mục {r}"),
    "dieu": ("Điều {n}. ", "Điều {n} : ", "ĐIỀU {n}: ", "Điều {n}.- "),
    "chu": ("{U}. ", "{U}- ", "{U}/ ", "{U} - "),
    "la-ma": ("{r}. ", "{r}- ", "{r}/ ", "{r} – "),
    "khoan": ("{n}. ", "{n}- ", "{n}/ ", "{n}) ", "{n}.- ", "({n}) ", "Khoản {n}. "),
    "diem": ("{l}) ", "{l}. ", "{l}/ ", "{l}- ", "{l} - ", "({l}) ", "Điểm {l}) "),
    "gach": ("- ", "– "),
    "cong": ("+ ",),
    "sao": ("* ", "• ", "o ", "\uf0b7 "),
}
TITLED = ("phan", "chuong", "muc")
BULLETS = ("gach", "cong", "sao")


@dataclass
class Provision:
    """A provision to print: its level, its place among its kind, what stands below it."""

    level: str
    place: int
    below: list[Provision] = field(default_factory=list)


@dataclass
class Paper:
    """A document to print: a style for each level, what leads in what is below a provision, the provisions."""

    styles: dict[str, str]
    lead: str
    provisions: list[Provision]


@st.composite
def papers(draw: st.DrawFn) -> Paper:
    """Of either tradition. Where a line says that a list follows, levels nest in any order."""
    lead = draw(st.sampled_from(["Nội dung gồm các việc sau đây:", "Về công tác cán bộ"]))
    bullets = draw(st.permutations(BULLETS))
    if lead.endswith(":"):
        state = ["phan", "chuong", "muc", "dieu", "khoan", *draw(st.permutations(["diem", *BULLETS]))]
        party = draw(st.permutations(["chu", "la-ma", "khoan", "diem", *BULLETS]))
    else:
        state = ["phan", "chuong", "muc", "dieu", "khoan", "diem", *bullets]
        party = [*draw(st.permutations(["chu", "la-ma"])), "khoan", "diem", *bullets]
    chain = draw(st.sampled_from([state, party]))
    kept = sorted(draw(st.sets(st.integers(0, len(chain) - 1), min_size=1, max_size=5)))
    styles = {level: draw(st.sampled_from(STYLES[level])) for level in chain}
    return Paper(styles, lead, _grow(draw, [chain[i] for i in kept], iter(range(1, 1000))))


def _grow(draw: st.DrawFn, levels: list[str], articles: Iterator[int]) -> list[Provision]:
    if not levels:
        return []
    grown = []
    for place in range(1, draw(st.integers(1, 3)) + 1):
        number = next(articles) if levels[0] == "dieu" else place
        deeper = levels[1:] if draw(st.booleans()) or levels[0] in TITLED else []
        grown.append(Provision(levels[0], number, _grow(draw, deeper, articles)))
    return grown


def write(paper: Paper, provisions: list[Provision]) -> Iterator[str]:
    """The lines of a document."""
    for one in provisions:
        marker = paper.styles[one.level].format(
            r=ROMAN[(one.place - 1) % 10],
            n=one.place,
            l=LETTERS[(one.place - 1) % 10],
            U=LETTERS[(one.place - 1) % 10].upper(),
            w=WORDS[(one.place - 1) % 10],
            W=WORDS[(one.place - 1) % 10].upper(),
        )
        if one.level in TITLED:
            yield from (marker, "TÊN GỌI CỦA PHẦN NÀY")
        else:
            yield marker + (paper.lead if one.below else SENTENCE)
        yield from write(paper, one.below)


def expect(styles: dict[str, str], provisions: list[Provision], parent: str = "") -> Iterator[str]:
    """The addresses of a document."""
    for one in provisions:
        prefix = f"{parent}." if parent else ""
        letter, in_article = LETTERS[(one.place - 1) % 10], "dieu-" in parent
        if one.level in TITLED:
            style = styles[one.level]
            ordinal = ROMAN[one.place - 1] if "{r}" in style else letter.upper() if "{U}" in style else one.place
            address = f"{prefix}{one.level}-{ordinal}"
        elif one.level == "dieu":
            address = f"dieu-{one.place}"
        elif one.level in BULLETS:
            address = f"{prefix}{one.level}-{one.place}"
        elif one.level == "khoan":
            address = f"{prefix}khoan-{one.place}" if in_article else f"{prefix}{one.place}"
        elif one.level == "diem":
            address = f"{prefix}diem-{letter}" if in_article else f"{prefix}{letter}"
        else:
            address = prefix + (ROMAN[one.place - 1] if one.level == "la-ma" else letter.upper())
        yield address
        yield from expect(styles, one.below, address)


@settings(max_examples=300)
@given(papers())
def test_a_printed_tree_comes_back(paper: Paper) -> None:
    text = clean_text("\n".join(write(paper, paper.provisions)))

    found = [node.address for root in read_structure(text, read_layout(text)) for node in root.walk()]
    assert found == list(expect(paper.styles, paper.provisions))
