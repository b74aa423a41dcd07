"""Markdown -> the words that a reader of the drawn page sees. Marks of lists and numbers stay as they were typed:
they are drawn too, and in the documents of the Party "-", "+" and "1)" are levels of their own."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FENCE = re.compile(r"[ \t]*(?:```+|~~~+)")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-{2,})[ \t]*")
_QUOTED = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
_TABLE_RULE = re.compile(
    r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*|[ \t]*\|[ \t]*:?-+:?[ \t]*\|[ \t]*"
)
_TARGET = re.compile(r"[ ]{0,3}\[[^\]]+\]:[ \t]+\S+.*")
_CELL_END = re.compile(r"(?<!\\)\|")
_SPAN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`{1,9})(?P<code>[^\n]{0,300}?[^`\n])(?P=ticks)(?!`)"
    r"|!\[(?P<picture>[^\[\]\n]{0,300})\]\([^()\n]{0,2000}\)"
    r"|\[(?P<link>[^\[\]\n]{1,300})\](?:\((?:[^()\n]|\([^()\n]{0,300}\)){0,2000}\)|\[[^\[\]\n]{0,300}\])"
    r"|\[\^[^\[\]\s]{1,99}\](?!:)"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]{1,2000})>"
    r"|</?(?:b|i|u|em|strong|sup|sub|br|span|font|center|p|div|a)\b[^<>\n]{0,2000}>"
)
_EMPHASIS = (
    re.compile(r"(\*\*\*)(?=[^\s*])([^\n]{0,2000}?[^\s*])\1"),
    re.compile(r"(\*\*)(?=[^\s*])([^\n]{0,2000}?[^\s*])\1"),
    re.compile(r"(?<!\w)(__)(?=[^\s_])([^\n]{0,2000}?[^\s_])\1(?!\w)"),
    re.compile(r"(~~)(?=[^\s~])([^\n]{0,2000}?[^\s~])\1"),
    re.compile(r"(?<![\w*])(\*)(?=[^\s*])([^*\n]{0,2000}[^\s*])\1(?!\*)"),
    re.compile(r"(?<![\w_])(_)(?=[^\s_])([^_\n]{0,2000}[^\s_])\1(?![\w_])"),
)
# Signs that were typed to be seen wait here, out of reach of the marks, as private characters.
_SHELTER = 0xE000


def read_markdown(text: str) -> str:
    """The drawn words of *text*, line for line; what stands in fences of code stays untouched."""
    body = _FRONT_MATTER.sub("", text.replace("\r\n", "\n"), count=1)
    lines: list[str] = []
    fenced = False
    for line in _drop_comments(body).split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        elif fenced:
            lines.append(line)
        elif (drawn := _draw(line, lines[-1] if lines else "")) is not None:
            lines.append(drawn)
    return "\n".join(lines)


def _drop_comments(text: str) -> str:
    first, *pieces = text.split("<!--")
    parts = (piece.partition("-->") for piece in pieces)
    return first + "".join(after if closed else f"<!--{inside}" for inside, closed, after in parts)


def _draw(line: str, before: str) -> str | None:
    """What is seen of *line*; ``None`` where nothing is: a line drawn below a heading, the rule of a table."""
    line = _QUOTED.sub("", line, count=1) if _QUOTED.match(line) else line
    underlines = before.strip() and _UNDERLINE.fullmatch(line)
    if underlines or _TABLE_RULE.fullmatch(line) or _TARGET.fullmatch(line):
        return None
    if heading := _HEADING.fullmatch(line):
        line = heading[1]
    stripped = line.strip()
    if stripped.startswith("|") and stripped.endswith("|") and len(stripped) > 1:
        cells = (_draw_marks(cell.strip()) for cell in _CELL_END.split(stripped[1:-1]))
        return " | ".join(cells)
    return _draw_marks(line)


def _draw_marks(line: str) -> str:
    line = _SPAN.sub(_draw_span, line)
    for emphasis in _EMPHASIS:
        line = emphasis.sub(r"\2", line)
    return "".join(chr(ord(one) - _SHELTER) if _SHELTER <= ord(one) < _SHELTER + 128 else one for one in line)


def _draw_span(match: re.Match[str]) -> str:
    if match["code"] or match["escaped"]:
        return "".join(_shelter(one) for one in match["code"] or match["escaped"])
    return match["link"] or match["address"] or match["picture"] or ""


def _shelter(character: str) -> str:
    return chr(_SHELTER + ord(character)) if character.isascii() else character
