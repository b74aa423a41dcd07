"""The fuzzer's own parts: what it makes of any data, and that it sees a law that is broken."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import fuzz
from bench.fuzz import check_laws
from bench.fuzz_pieces import PIECES, build
from ingest.console import run
from ingest.documents import read_document, read_from
from ingest.errors import ReadingError
from ingest.models import Document, PageStart
from ingest.readers import find_kind

TEXT = "QUYẾT ĐỊNH\n\nĐiều 1. Theo Quyết định số 217-QĐ/TW.\n1. Một.\nĐiều 2. Hai."


def test_the_laws_hold_for_a_document() -> None:
    check_laws(read_document(TEXT, "a.txt"))


@pytest.mark.parametrize(
    ("spoil", "law"),
    [
        pytest.param(lambda one: replace(one, text=one.text + "\u200b"), "cleaning again", id="unclean"),
        pytest.param(lambda one: replace(one, text=one.text + "\nBa."), "do not cover", id="uncovered"),
        pytest.param(lambda one: replace(one, tree=(*one.tree, one.tree[-1])), "share an address", id="twice"),
        pytest.param(
            lambda one: replace(one, pages=tuple(reversed((*one.pages, replace(one.pages[0], start=9))))),
            "out of order",
            id="pages",
        ),
    ],
)
def test_a_broken_law_is_seen(spoil: Callable[[Document], Document], law: str) -> None:
    paged = replace(read_document(TEXT, "a.txt"), pages=(PageStart(1, 0, None),))
    with pytest.raises(AssertionError, match=law):
        check_laws(spoil(paged))


@pytest.mark.parametrize("target", PIECES)
@settings(max_examples=40)
@given(data=st.binary(max_size=60))
def test_any_data_is_a_file_of_its_kind_that_keeps_the_laws(target: str, data: bytes) -> None:
    content, name = build(target, data)
    if target in ("html", "rtf"):
        assert find_kind(content).lower() == target
    try:
        document = read_from(content, Path(name)).document
    except ReadingError:
        return
    check_laws(document)


def test_without_atheris_the_command_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert run(fuzz.main, []) == 2
    assert "pip install --target" in capsys.readouterr().err
