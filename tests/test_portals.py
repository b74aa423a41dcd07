"""Saved pages of eight portals: the document comes out whole, and nothing of the page around it.

``golden/portals/NAME.html`` is a page, ``NAME.txt`` its right lines, written before any reader saw it; a line that
begins with ``? `` may stay or go. The pages are made up; how they are built is how such portals build theirs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers import read_content

PORTALS = Path(__file__).parent / "golden" / "portals"
NAMES = sorted(file.stem for file in PORTALS.glob("*.html"))
OPTIONAL = "? "


def lines_of(name: str) -> list[str]:
    """What the reader gives of a page, line for line."""
    file = PORTALS / f"{name}.html"
    text = read_content(file.read_bytes(), file).text.replace("\u00a0", " ")
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_gives_the_lines_of_its_document_and_no_other(name: str) -> None:
    labels = (PORTALS / f"{name}.txt").read_text("utf-8").splitlines()
    right = [line for line in labels if not line.startswith(OPTIONAL)]
    optional = [line.removeprefix(OPTIONAL) for line in labels if line.startswith(OPTIONAL)]

    assert [line for line in lines_of(name) if line not in optional] == right
