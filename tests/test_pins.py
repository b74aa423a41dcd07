"""What pins a package: one version, the hash of every build; and how the hashes are listed anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.hashes import merge
from bench.pins import Pin, PinError, parse_pins, write_pins

OLD, NEW, OWN = "0" * 64, "1" * 64, "2" * 64
FILE = f"""# What this is.
numpy==2.4.6 \\
    --hash=sha256:{OLD} \\
    --hash=sha256:{NEW}
colorama==0.4.6 ; sys_platform == "win32" \\
    --hash=sha256:{OWN}
"""


def test_a_pin_is_read_with_its_marker_and_all_its_hashes() -> None:
    pins = parse_pins(FILE)

    assert pins["numpy"] == Pin("numpy", "2.4.6", "", frozenset({OLD, NEW}))
    assert pins["colorama"] == Pin("colorama", "0.4.6", 'sys_platform == "win32"', frozenset({OWN}))


def test_what_is_written_is_read_the_same_and_the_opening_words_stay(tmp_path: Path) -> None:
    file = tmp_path / "pins.txt"
    file.write_text(FILE, "utf-8")
    write_pins(file, parse_pins(FILE).values())

    assert file.read_text("utf-8") == FILE


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("numpy>=2", id="a-range"),
        pytest.param("numpy", id="no-version"),
        pytest.param("numpy==2.*", id="a-star"),
        pytest.param("numpy==2,!=2.1", id="two-conditions"),
        pytest.param("numpy[extra]==2", id="an-extra"),
        pytest.param("numpy==2 --hash=sha256:12", id="half-a-hash"),
        pytest.param(f"numpy==2 --hash=md5:{OLD}", id="a-weak-hash"),
        pytest.param("numpy==1\nNumPy==2", id="twice"),
    ],
)
def test_a_line_that_pins_nothing_exactly_is_refused_with_the_next_step(line: str) -> None:
    with pytest.raises(PinError, match="make hashes"):
        parse_pins(line)


@pytest.mark.parametrize(
    ("pinned", "installed", "met"),
    [
        pytest.param("2.13.0", "2.13.0", True, id="the-same"),
        pytest.param("2.13.0", "2.13.0+cpu", True, id="a-build-of-it"),
        pytest.param("2.13.0+cpu", "2.13.0", False, id="another-build"),
        pytest.param("2.13.0", "2.13.1", False, id="another-version"),
        pytest.param("2.13.0", "2.13.0rc1", False, id="not-yet-the-version"),
    ],
)
def test_a_pin_is_met_by_its_version_and_by_builds_of_it(pinned: str, installed: str, met: bool) -> None:
    assert Pin("torch", pinned).is_met_by(installed) is met


@pytest.mark.parametrize(
    ("held", "here", "after"),
    [
        pytest.param({NEW, OWN}, {NEW}, {NEW, OWN}, id="what-another-machine-showed-stays"),
        pytest.param({OLD}, {NEW}, {NEW}, id="those-of-an-older-version-go"),
        pytest.param(set(), {OWN}, {NEW, OWN}, id="what-pip-would-take-here-is-listed"),
    ],
)
def test_hashes_stay_as_long_as_their_version_does(held: set[str], here: set[str], after: set[str]) -> None:
    pin = Pin("torch", "2.13.0", hashes=frozenset(held))
    listed = pin.with_hashes({NEW})

    assert merge(pin, listed, pin.with_hashes(here)).hashes == after
