"""What the README says is what the program does."""

from __future__ import annotations

import argparse
import importlib.util
import re
from pathlib import Path

import pytest

from index.__main__ import _parser as parser_of_index
from index.ask import answer_question
from index.describe import say
from index.encode import Encoder
from index.search import open_searcher
from index.settings import Settings
from ingest.__main__ import _parser as parser_of_ingest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLES = re.findall(r'^\$ \.venv/bin/python -m index ask "(.*)"\n((?:(?!```).*\n)+)```', README, re.MULTILINE)
NAMED = re.findall(r"python3? -m ([\w.]+)([^`\n]*)", README)
PARSERS = {"ingest": parser_of_ingest, "index": parser_of_index}


def list_commands(program: str) -> dict[str, argparse.ArgumentParser]:
    """Each command of ``python -m program`` with the parser that reads its words."""
    (commands,) = (action for action in PARSERS[program]()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(commands.choices)


def test_two_questions_are_shown_with_what_was_said() -> None:
    assert [question for question, _ in SAMPLES] == [
        "Xử lý kỷ luật đảng viên vi phạm theo quy định nào?",
        "Thủ tục cấp hộ chiếu?",
    ]


@pytest.mark.parametrize(("question", "shown"), [pytest.param(*sample, id=sample[0]) for sample in SAMPLES])
def test_the_answer_shown_is_the_answer_given(
    notice_settings: Settings, encoder: Encoder, question: str, shown: str
) -> None:
    said = say(answer_question(open_searcher(notice_settings, encoder), question)).rstrip("\n")
    beginning, cut, rest = shown.rstrip("\n").partition("\n…")
    assert rest == ""
    assert said.startswith(f"{beginning}\n") if cut else said == beginning


@pytest.mark.parametrize(
    ("program", "rest"), [pytest.param(program, rest, id=f"{program}{rest}") for program, rest in dict.fromkeys(NAMED)]
)
def test_every_command_named_exists_with_its_options(program: str, rest: str) -> None:
    assert importlib.util.find_spec(program) is not None
    if program in PARSERS:
        command = list_commands(program)[rest.split(maxsplit=1)[0]]
        assert set(re.findall(r"--[\w-]+", rest)) <= set(command._option_string_actions)


def test_what_make_runs_is_printed_for_machines_without_make() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    run = re.findall(r"^\t\$\(RUN\) (-m .*)$", makefile, re.MULTILINE)
    assert len(run) >= 8
    printed = README.splitlines()
    assert [line for line in run if f".venv/bin/python {line}" not in printed] == []


def test_every_picture_and_file_linked_is_there() -> None:
    linked = re.findall(r'\]\(([^):]+)\)|src="([^"]+)"', README)
    assert len(linked) >= 6
    assert [name for pair in linked for name in pair if name and not (ROOT / name).exists()] == []
