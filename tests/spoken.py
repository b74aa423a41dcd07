"""Vietnamese words in code that a reader may read, found in its syntax tree."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

_VIETNAMESE = re.compile(r"[à-ỹđÀ-ỸĐ]")
NOT_SAID = "# vi:"
"""Marks a line whose words are those of documents, not ours; the reason follows."""


@dataclass(frozen=True, slots=True)
class Said:
    """A Vietnamese literal; *mixed* where values stand inside, so that no catalogue can know it."""

    words: str
    line: int
    mixed: bool = False


def find_said(source: str) -> Iterator[Said]:
    """The Vietnamese literals of a module, but for its docstrings and what is marked as words of documents.

    What is given to ``tr`` or ``fill`` is Vietnamese whatever its letters: ``tr("Xem")``.
    """
    lines = source.splitlines()
    tree = ast.parse(source)
    passed = {id(node) for node in _walk_unsaid(tree)}
    given = {id(node) for node in _walk_given(tree)}
    for node in ast.walk(tree):
        if id(node) in passed or not isinstance(node, (ast.Constant, ast.JoinedStr)):
            continue
        words = _read(node)
        if (id(node) in given or _VIETNAMESE.search(words)) and NOT_SAID not in lines[node.lineno - 1]:
            yield Said(words, node.lineno, isinstance(node, ast.JoinedStr))


def find_filled(source: str) -> set[str]:
    """The words that ``fill`` is given with values, as they stand or by the name that the module gives them."""
    tree = ast.parse(source)
    named = {
        node.targets[0].id: node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Constant)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "fill" and node.keywords:
            first = node.args[0]
            words = first.value if isinstance(first, ast.Constant) else named.get(getattr(first, "id", ""))
            found |= {words} if isinstance(words, str) else set()
    return found


def find_literals(source: str) -> set[str]:
    """Every string of a module."""
    return {
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _walk_given(tree: ast.Module) -> Iterator[ast.AST]:
    """What ``tr`` and ``fill`` are given as it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("tr", "fill"):
            first = node.args[0]
            chosen = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            yield from (one for one in chosen if isinstance(one, ast.Constant))


def _read(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))


def _walk_unsaid(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, and the pieces of strings with values inside."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        if isinstance(node, ast.JoinedStr):
            yield from node.values
