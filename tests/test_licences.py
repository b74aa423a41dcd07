"""Every package's licence is known and asks no more than to keep the notices; the page of licences says the same."""

from __future__ import annotations

from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from bench.audit import find_licence_faults
from bench.licences import DECLARED, PAGE, find_licence, is_allowed, make_page, read_licence
from bench.pins import ALL, Pin, read_pins


def make_package(folder: Path, *lines: str) -> PathDistribution:
    place = folder / "goi-1.dist-info"
    place.mkdir()
    (place / "METADATA").write_text("\n".join(["Metadata-Version: 2.4", "Name: goi", "Version: 1", *lines]), "utf-8")
    return PathDistribution(place)


def test_every_pinned_package_has_a_licence_that_is_allowed() -> None:
    pins = read_pins(ALL)

    assert len(pins) > 100
    assert list(find_licence_faults(pins.values())) == []


def test_the_page_of_licences_is_the_one_that_the_packages_give() -> None:
    assert PAGE.read_text("utf-8") == make_page(read_pins(ALL)), "run python -m bench.licences --write"


def test_what_a_person_read_is_of_packages_that_are_pinned() -> None:
    assert DECLARED.keys() - read_pins(ALL).keys() == set()


@pytest.mark.parametrize(
    ("lines", "licence"),
    [
        pytest.param(["License-Expression: MIT", "License: GPL"], "MIT", id="the-newer-field-first"),
        pytest.param(["License: Apache 2.0"], "Apache-2.0", id="in-words"),
        pytest.param(["License: see file", "Classifier: License :: OSI Approved :: MIT License"], "MIT", id="by-class"),
        pytest.param(["License: GPL-3.0-or-later"], "GPL-3.0-or-later", id="copyleft"),
        pytest.param(["License: as you please"], "", id="of-their-own"),
        pytest.param([], "", id="nothing"),
    ],
)
def test_a_licence_is_read_from_what_the_authors_declare(tmp_path: Path, lines: list[str], licence: str) -> None:
    assert read_licence(make_package(tmp_path, *lines)) == licence


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        pytest.param("MIT", True, id="permissive"),
        pytest.param("BSD-3-Clause AND 0BSD AND MIT", True, id="all-of-them"),
        pytest.param("GPL-2.0-only OR MIT", True, id="a-choice"),
        pytest.param("MIT AND GPL-2.0-only", False, id="one-of-them-is-not"),
        pytest.param("AGPL-3.0-only", False, id="network-copyleft"),
        pytest.param("LGPL-2.1-or-later", False, id="library-copyleft"),
        pytest.param("GPL-2.0-only WITH Classpath-exception-2.0", False, id="with-an-exception-unknown-to-us"),
        pytest.param("(MIT OR GPL-2.0-only) AND BSD-3-Clause", False, id="brackets-are-taken-strictly"),
        pytest.param("LicenseRef-Proprietary", False, id="of-their-own"),
    ],
)
def test_only_what_asks_to_keep_the_notices_is_allowed(expression: str, allowed: bool) -> None:
    assert is_allowed(expression) is allowed


def test_a_package_that_nobody_knows_has_no_licence() -> None:
    assert find_licence("goi-khong-co") == ""
    assert list(find_licence_faults([Pin("goi-khong-co", "1")])) == ["goi-khong-co 1: không rõ giấy phép"]
