"""Relations of documents for people and for programs: who cites whom, the sentences, and what to do next."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from index.as_of import TOLD_LATER
from index.describe_validity import name_briefly, say_force, say_named_badge, standing_to_json
from index.doubts import UNSURE, find_unverified, name_node
from index.graph import Node
from index.referring import Party, Said
from index.relations import Relations
from ingest.addresses import describe
from ingest.describe_record import UNVERIFIED

VERBS = {
    "based_on": "căn cứ vào",
    "carries_out": "thực hiện",
    "guides": "hướng dẫn",
    "amends": "sửa đổi",
    "supplements": "bổ sung",
    "replaces": "thay thế",
    "repeals": "bãi bỏ",
    "refers_to": "dẫn",
    "continues": "tiếp nối",
    "reviews": "tổng kết",
    "follows": "tiếp sau",
    "promulgates": "ban hành",
}
"""What one document does to another, in words that go between the two."""
CITES = "viện dẫn"
KNOWN = "Thư viện chưa có nguyên văn; danh mục có hồ sơ"
UNKNOWN = "Chưa có trong thư viện"
AMBIGUOUS = "Chưa rõ là văn bản nào; có thể là một trong các văn bản sau"
BY_CATALOGUE = "Theo danh mục của Vankien"
_OR_ELSE = "chưa rõ dẫn văn bản này hay"
_ADD = "thêm tệp văn bản: python -m ingest add TỆP"
_NONE = "Thư viện và danh mục chưa cho thấy {}"
NOT_SEEN = (
    "Chưa thấy không có nghĩa là không có: có thể thư viện còn thiếu văn bản. "
    "Hãy thêm tệp văn bản (python -m ingest add TỆP), hoặc kiểm tra lại số, ký hiệu"
)
_MOST = 50
_REST = "… còn {} văn bản nữa; xem tất cả bằng: python -m index ask … --json"


def say_verb(relations: Relations) -> str:
    """What was asked for, as a verb: ``"viện dẫn"``, ``"sửa đổi, bổ sung"``."""
    return ", ".join(VERBS[kind] for kind in relations.kinds) or CITES


def say_found(relations: Relations) -> str:
    """How many documents there are, in a sentence without its end."""
    if relations.of_force:
        return f"Hiệu lực của {name_with_place(relations)}"
    count, subject, noun = len(relations.parties), name_with_place(relations), relations.type or "văn bản"
    noun = noun[0].lower() + noun[1:]
    said = (subject, say_verb(relations)) if relations.direction == "out" else (say_verb(relations), subject)
    if not count:
        pair = (said[0], said[1], f"{noun} nào") if relations.direction == "out" else (f"{noun} nào", *said)
        return _NONE.format(" ".join(pair))
    many = f"{count} {noun}"
    sentence = " ".join((*said, many) if relations.direction == "out" else (many, *said))
    places, unsure = sum(len(party.said) for party in relations.parties), _count_unsure(relations)
    told = f"{sentence}, ở {places} chỗ" if places > count else sentence
    return f"{told}, trong đó {unsure} văn bản chưa rõ có dẫn đúng văn bản này" if unsure else told


def _count_unsure(relations: Relations) -> int:
    return sum(bool(party.or_else) for party in relations.parties)


def name_with_place(relations: Relations) -> str:
    """The document that is asked about, with its day and the provision."""
    place = f"{describe(relations.place)} " if relations.place else ""
    return f"{place}{name_node(relations.subject)}"


def say_standing_of(node: Node, relations: Relations) -> str:
    """Whether it stands, in whole sentences; empty where nobody knows the document.

    Where that is what was asked, the next step is told whatever it is.
    """
    standing = relations.standings.get(node.id)
    if standing and relations.of_force and node is relations.subject:
        return say_force(name_briefly(node), standing)
    return say_named_badge(name_briefly(node), standing) if standing else ""


def say_outcome(party: Party) -> str:
    """What of it cannot be opened; empty where its text can."""
    return {"held": "", "known": KNOWN, "unknown": UNKNOWN, "ambiguous": AMBIGUOUS}[party.outcome]


def say_stated(party: Party) -> str:
    """What the catalogue says of it, and what of that is not verified; empty where it says nothing.

    ``"Theo danh mục của Vankien: thay thế (chưa kiểm chứng)"``.
    """
    verbs = ", ".join(VERBS[kind] + (f" ({UNVERIFIED})" if kind in party.unverified else "") for kind in party.stated)
    return f"{BY_CATALOGUE}: {verbs}" if verbs else ""


def say_doubt(party: Party) -> str:
    """That the words of texts leave a doubt; empty where they do not, or where none says it."""
    if party.or_else:
        return f"{_OR_ELSE} {' hay '.join(map(name_node, party.or_else))}"
    return UNSURE if party.said and not party.sure else ""


def say_clauses(said: Said) -> str:
    """Which provisions or part of the document it names: ``"về khoản 2 Điều 5"``; empty where all of it is meant."""
    return f"về {', '.join(describe(path) for path in said.clauses)}" if said.clauses else said.part


def say_relations(relations: Sequence[Relations], introduction: str) -> list[str]:
    """The answer as lines: each document with its sentences and the command that opens it."""
    told = [one for one in relations if one.parties]
    known = told or any(one.of_force for one in relations)
    lines = [f"{introduction}:" if known else f"{introduction}. {NOT_SEEN}.", ""]
    for one in relations:
        apart = len(relations) > 1 if one.of_force else len(told) > bool(one.parties)
        lines += [f"{say_found(one)}:", ""] if apart else []
        badge = say_standing_of(one.subject, one)
        lines += [badge, ""] if badge else []
        lines += [f"{one.note}.".replace("..", "."), ""] if one.note else []
        for party in one.parties[:_MOST]:
            lines += [*_say_party(party, one), ""]
        lines += [_REST.format(len(one.parties) - _MOST), ""] if len(one.parties) > _MOST else []
    return lines


def _say_party(party: Party, relations: Relations) -> list[str]:
    doubt = f" ({unsure})" if (unsure := say_doubt(party)) else ""
    if party.outcome == "ambiguous":
        lines = [f"- {AMBIGUOUS}:", *(line for node in party.nodes for line in _say_candidate(node, relations))]
    else:
        badge = say_standing_of(party.nodes[0], relations)
        lines = [
            f"- {name_node(party.nodes[0])}{doubt}",
            *([f"    {badge}"] if badge else []),
            f"    {_say_way(party)}",
        ]
    stated = say_stated(party)
    lines += [f"    {stated}"] if stated else []
    return [*lines, *(line for said in party.said for line in _say_said(said, party, relations))]


def _say_candidate(node: Node, relations: Relations) -> list[str]:
    badge = say_standing_of(node, relations)
    return [f"    {name_node(node)}: {_open(node)}", *([f"      {badge}"] if badge else [])]


def _say_way(party: Party) -> str:
    node = party.nodes[0]
    if party.outcome == "unknown":
        return f"{UNKNOWN}. Hãy {_ADD}"
    opens = f"Mở: {_open(node)}"
    return f"{KNOWN}. {opens}" if party.outcome == "known" else opens


def _open(node: Node) -> str:
    return f'python -m ingest show "{node.id}"'


def _say_said(said: Said, party: Party, relations: Relations) -> list[str]:
    place = f"{describe(said.address)} [{said.address}]" if said.address else "ngoài các mục"
    ends = {relations.subject.id, *(node.id for node in party.nodes)}
    source = "" if said.document in ends else f", {said.document}"
    source += f", {TOLD_LATER}" if said.told_later else ""
    clauses = f", {words}" if (words := say_clauses(said)) else ""
    head = [f"      “{said.head}”"] if said.head else []
    return [f"    {place}{source}{clauses}:", *head, f"      “{said.sentence}”"]


# --- for programs --------------------------------------------------------------------------------------------


def relations_to_json(relations: Relations) -> dict[str, Any]:
    """The stable form: every document, with every place."""
    return {
        **_node_to_json(relations.subject, relations),
        "direction": relations.direction,
        "kinds": list(relations.kinds),
        "place": relations.place or None,
        "count": len(relations.parties),
        "note": relations.note or None,
        "documents": [_party_to_json(one, relations) for one in relations.parties],
    }


def _party_to_json(party: Party, relations: Relations) -> dict[str, Any]:
    """A document at the other end; of several that may be meant the first, and all of them as candidates."""
    ambiguous = party.outcome == "ambiguous"
    return {
        **_node_to_json(party.nodes[0], relations),
        "held": party.outcome,
        "candidates": [_node_to_json(node, relations) for node in party.nodes] if ambiguous else [],
        "sure": party.sure,
        "may_mean": [_node_to_json(node, relations) for node in party.or_else],
        "catalogue": list(party.stated),
        "catalogue_unverified": list(party.unverified),
        "places": [_said_to_json(one) for one in party.said],
    }


def _node_to_json(node: Node, relations: Relations) -> dict[str, Any]:
    standing = relations.standings.get(node.id)
    return {
        "document": node.id if node.held != "unknown" else None,
        "name": node.name,
        "number": node.number,
        "date": _day(node.date),
        "type": node.type,
        "title": node.title,
        "unverified": find_unverified(node),
        "held": node.held,
        "validity": standing_to_json(name_briefly(node), standing) if standing else None,
    }


def _said_to_json(said: Said) -> dict[str, Any]:
    return {
        "document": said.document,
        "address": said.address,
        "start": said.sentence_start,
        "end": said.sentence_start + len(said.sentence),
        "text": said.sentence,
        "head": said.head or None,
        "mention": [said.start, said.end],
        "clauses": list(said.clauses),
        "part": said.part or None,
        "opens": said.opens,
        "kinds": list(said.kinds),
        "told_later": said.told_later,
    }


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
