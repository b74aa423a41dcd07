"""How much of a question's content a text holds: rare words weigh more, pairs count, places differ in worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answering.coverage import Scale, Worths
from index.query import Query, understand
from index.tokens import Token, Unit
from tests.fakes import FakeVocabulary

HELD = FakeVocabulary("kiểm tra cơ sở", "dân vận cơ sở", "tổ chức cơ sở", "kiểm điểm cơ sở")
SYLLABLES = ["kiểm", "tra", "cơ", "sở", "dân", "vận", "hộ", "chiếu"]


def ask(*wordings: str, marked: bool = True) -> Scale:
    """A scale of one unit a wording; ``"a|b"`` is one unit in two wordings."""
    units = tuple(
        Unit(tuple(tuple(Token(syllable, marked) for syllable in one.split()) for one in wording.split("|")))
        for wording in wordings
    )
    return Scale(Query("", "", (), units, (), 1.0, None), HELD)


def measure(scale: Scale, *texts: str) -> float:
    return scale.measure(Worths(tuple((text, 1.0) for text in texts)))


def test_a_text_that_holds_everything_covers_everything() -> None:
    assert measure(ask("kiểm tra", "cơ sở"), "Tăng cường kiểm tra ở cơ sở.") == pytest.approx(1.0)


def test_a_text_that_holds_nothing_covers_nothing() -> None:
    assert measure(ask("kiểm tra"), "Công tác dân vận") == 0.0
    assert measure(ask("kiểm tra")) == 0.0


def test_a_question_without_content_is_covered_by_nothing() -> None:
    assert measure(ask(), "Công tác dân vận") == 0.0


def test_a_rare_word_weighs_more_than_a_common_one_and_an_unknown_one_most() -> None:
    scale = ask("cơ", "dân", "phở")
    common, rare, unknown = (measure(scale, text) for text in ("cơ", "dân", "phở"))
    assert 0 < common < rare < unknown
    assert common + rare + unknown == pytest.approx(1.0)


def test_syllables_that_stand_apart_are_worth_less_than_the_pair() -> None:
    assert measure(ask("kiểm tra"), "tra cứu và kiểm điểm") < measure(ask("kiểm tra"), "kiểm tra") == pytest.approx(1.0)


def test_the_best_wording_counts_and_the_others_take_nothing_away() -> None:
    assert measure(ask("ủy ban|cấp ủy|ban"), "Ban chỉ đạo") == pytest.approx(1.0)
    assert measure(ask("ủy ban|cấp ủy|ban", "kiểm tra"), "Ban kiểm tra") == pytest.approx(1.0)


def test_a_bare_syllable_matches_every_marked_one_and_a_marked_one_only_itself() -> None:
    assert measure(ask("co so", marked=False), "cơ sở") == pytest.approx(1.0)
    assert measure(ask("cờ sổ"), "cơ sở") == 0.0


def test_the_best_place_of_a_word_counts() -> None:
    places = (("kiểm tra", 0.5), ("kiểm tra", 1.0), ("kiểm tra", 0.8))
    assert ask("kiểm tra").measure(Worths(places)) == pytest.approx(1.0)
    assert ask("kiểm tra").measure(Worths(places[:1])) == pytest.approx(0.5)


def test_a_pair_does_not_reach_across_two_places() -> None:
    assert measure(ask("kiểm tra"), "kiểm", "tra") < 1.0


@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=6), st.lists(st.sampled_from(SYLLABLES), max_size=8))
def test_coverage_is_a_share_and_more_text_never_lowers_it(asked: list[str], text: list[str]) -> None:
    query = understand(" ".join(asked), HELD)
    shares = [measure(Scale(query, HELD), " ".join(text[:length])) for length in range(len(text) + 1)]
    assert shares == sorted(shares)
    assert all(0.0 <= share <= 1.0 + 1e-9 for share in shares)
    assert measure(Scale(query, HELD), " ".join([*text, *asked])) == pytest.approx(1.0)
