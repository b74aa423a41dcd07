"""The house stands as it was drawn: who may import whom, how large a room may be, what lies at the top level."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Collection
from pathlib import PurePosixPath

import pytest

from tests.architecture import (
    ROOT,
    RULES,
    Module,
    Rule,
    broad_handlers_give_their_reason,
    door_toolkits_stay_at_their_doors,
    doors_are_opened_when_asked,
    functions_are_at_most_40_lines,
    heavy_libraries_wait_in_functions,
    imports,
    ingest_knows_no_models,
    ingest_knows_no_network,
    inner_rooms_run_one_way,
    knowledge_runs_one_way,
    modules_are_under_300_lines,
    nothing_is_pickled,
    only_pages_know_streamlit,
    our_modules,
)

TOP_LEVEL = {
    *("pyproject.toml", "ingest", "index", "app.py", "data", "tests", "README.md"),
    *("ui", "bench", "Makefile", "constraints.txt", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
    *(".ci", ".streamlit", ".gitignore", "docs", "deploy"),
}
LIST_FILES = ("git", "-c", "safe.directory=*", "ls-files", "-z")


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.__name__) for rule in RULES])
def test_every_module_keeps_the_rule(rule: Rule) -> None:
    modules = our_modules()

    assert {module.room for module in modules} >= {"ingest", "index", "ui", "tests"}
    breaches = [f"{module.path}: {breach}" for module in modules for breach in rule(module)]
    assert not breaches, "\n".join(breaches)


def test_no_modules_import_each_other_in_a_circle() -> None:
    modules = {module.name.removesuffix(".__init__"): module for module in our_modules() if module.room != "tests"}
    below = {
        name: {found for one in imports(module) if (found := _origin(one.name, modules))} - {name}
        for name, module in modules.items()
    }
    while free := [name for name, wanted in below.items() if not wanted & below.keys()]:
        for name in free:
            del below[name]

    assert sorted(below) == []


def _origin(name: str, modules: Collection[str]) -> str | None:
    """The module of *modules* that an imported *name* comes from."""
    return next((one for one in (name, name.rpartition(".")[0]) if one in modules), None)


@pytest.mark.parametrize(
    ("rule", "path", "source"),
    [
        pytest.param(knowledge_runs_one_way, "ingest/a.py", "from index.search import Hit", id="ingest-looks-up"),
        pytest.param(knowledge_runs_one_way, "index/a.py", "def f():\n    import ui.words", id="index-looks-up"),
        pytest.param(knowledge_runs_one_way, "ui/a.py", "from tests import fakes", id="page-looks-at-tests"),
        pytest.param(inner_rooms_run_one_way, "index/wording/a.py", "from index.finding.aim import f", id="room-above"),
        pytest.param(ingest_knows_no_models, "ingest/a.py", "def f():\n    import torch", id="model-in-ingest"),
        pytest.param(ingest_knows_no_network, "ingest/a.py", "from urllib import request", id="network-in-ingest"),
        pytest.param(ingest_knows_no_network, "ingest/store/a.py", "import http.client as h", id="network-deeper"),
        pytest.param(only_pages_know_streamlit, "index/a.py", "def f():\n    import streamlit as st", id="st-in-index"),
        pytest.param(door_toolkits_stay_at_their_doors, "index/answer.py", "import fastapi", id="fastapi-elsewhere"),
        pytest.param(door_toolkits_stay_at_their_doors, "index/api.py", "import mcp.server", id="mcp-at-other-door"),
        pytest.param(doors_are_opened_when_asked, "index/__main__.py", "from . import api", id="door-always-open"),
        pytest.param(doors_are_opened_when_asked, "index/answer.py", "def f():\n    from .mcp import g", id="relative"),
        pytest.param(
            heavy_libraries_wait_in_functions, "index/a.py", "try:\n    import faiss\nfinally: 0", id="in-try"
        ),
        pytest.param(heavy_libraries_wait_in_functions, "index/a.py", "import torch.nn", id="submodule"),
        pytest.param(heavy_libraries_wait_in_functions, "index/a.py", "T = __import__('bm25s')", id="by-name"),
        pytest.param(
            heavy_libraries_wait_in_functions, "index/a.py", "from .models.bundled_model import f", id="as-heavy"
        ),
        pytest.param(nothing_is_pickled, "bench/a.py", "from pickle import loads", id="pickle"),
        pytest.param(modules_are_under_300_lines, "tests/a.py", "x = 1\n" * 300, id="long-module"),
        pytest.param(functions_are_at_most_40_lines, "ui/a.py", "def f():\n" + "    x = 1\n" * 40, id="long-function"),
        pytest.param(broad_handlers_give_their_reason, "ui/a.py", "try: f()\nexcept Exception: g()", id="broad"),
        pytest.param(broad_handlers_give_their_reason, "ui/a.py", "try: f()\nexcept: g('#')", id="bare"),
        pytest.param(
            broad_handlers_give_their_reason, "ui/a.py", "try: f()\nexcept (ValueError, Exception): 0", id="in-a-tuple"
        ),
    ],
)
def test_a_breach_is_seen(rule: Rule, path: str, source: str) -> None:
    assert len(list(rule(Module(PurePosixPath(path), source)))) == 1


@pytest.mark.parametrize(
    ("path", "source"),
    [
        pytest.param("ingest/fetch.py", "import http.client, urllib.request", id="fetch-has-the-network"),
        pytest.param("ingest/a.py", "from urllib.parse import quote\nfrom .models import Passage", id="quoting-a-link"),
        pytest.param("index/api.py", "import fastapi", id="a-door-has-its-toolkit"),
        pytest.param("index/__main__.py", "def serve():\n    from index import api", id="a-door-opened-when-asked"),
        pytest.param("index/a.py", "if TYPE_CHECKING:\n    import torch\nimport numpy as np", id="for-types-alone"),
        pytest.param("index/models/bundled_model.py", "import torch", id="the-model-itself"),
        pytest.param("index/a.py", "def f():\n    import torch\n    import ingest.store", id="heavy-when-needed"),
        pytest.param(
            "index/finding/a.py", "import index.naming.signs, index.query, index.finding.aim", id="room-below"
        ),
        pytest.param("ui/a.py", "import streamlit as st\nimport index.search", id="a-page"),
        pytest.param("ui/a.py", 'def f():\n    """' + "x\n" * 50 + '"""\n' + "    x = 1\n" * 35, id="long-docstring"),
        pytest.param("ui/a.py", "try: f()\nexcept Exception: g()  # a page must stay up", id="reason-given"),
        pytest.param("ui/a.py", "try: f()\nexcept BaseException:\n    g()\n    raise", id="raised-again"),
    ],
)
def test_what_is_allowed_raises_no_alarm(path: str, source: str) -> None:
    assert [breach for rule in RULES for breach in rule(Module(PurePosixPath(path), source))] == []


def test_only_the_agreed_entries_stand_at_the_top_level_and_no_folder_is_a_drawer() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git working tree: nothing tells our files from others")
    listed = subprocess.run(LIST_FILES, cwd=ROOT, capture_output=True, check=True)
    paths = [PurePosixPath(path) for path in listed.stdout.decode().split("\0") if path]

    assert {path.parts[0] for path in paths} - TOP_LEVEL == set()
    drawers = {"utils", "helpers", "common", "src", "scripts"}
    assert [str(path) for path in paths if drawers & {*path.parts[:-1], path.stem}] == []
