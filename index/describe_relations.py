"""Relations of documents for people and for programs: who cites whom, the sentences, and what to do next."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from index.as_of import TOLD_LATER
from index.brief_names import name_briefly
from index.describe_validity import say_force, say_named_badge, standing_to_json
from index.doubts import UNSURE, find_unverified, name_node
from index.graph import Node
from index.referring import Party, Said
from index.relations import Relations
from ingest.addresses import describe
from ingest.describe_record import UNVERIFIED
from ingest.language import tr

VERBS = {
    "based_on": "căn cứ vào",
    "carries_out": "thực hiện",
    "guides": "hướng dẫn",
    "enclosed_with": "kèm theo",
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
_OR_ELSE = "chưa rõ dẫn văn bản này hay {names}"
_ADD = "Hãy thêm tệp văn bản: python -m ingest add TỆP"
_NONE_OUT = "Thư viện và danh mục chưa cho thấy {name} {verb} {noun} nào"
_NONE_IN = "Thư viện và danh mục chưa cho thấy {noun} nào {verb} {name}"
NOT_SEEN = (
    "Chưa thấy không có nghĩa là không có: có thể thư viện còn thiếu văn bản. "
    "Hãy thêm tệp văn bản (python -m ingest add TỆP), hoặc kiểm tra lại số, ký hiệu"
)
_MOST = 50
_REST = "… còn {count} văn bản nữa; xem tất cả bằng: python -m index ask … --json"


def say_verb(relations: Relations, count: int) -> str:
    """What *count* documents do that was asked for: ``"viện dẫn"``, ``"sửa đổi, bổ sung"``."""
    verbs = [tr(VERBS[kind], count=count) for kind in relations.kinds] or [tr(CITES, count=count)]
    *between, last = verbs
    return tr("{verbs}, {last}", verbs=", ".join(between), last=last) if between else last


def say_found(relations: Relations) -> str:
    """How many documents there are, in a sentence without its end."""
    name = name_with_place(relations)
    if relations.of_force:
        return tr("Hiệu lực của {name}", name=name)
    count, outwards = len(relations.parties), relations.direction == "out"
    noun = _name_asked(relations.type, max(count, 1))
    verb = say_verb(relations, 1 if outwards else max(count, 1))
    if not count:
        return tr(_NONE_OUT if outwards else _NONE_IN, name=name, verb=verb, noun=noun)
    many = f"{count} {noun}"
    sentence = f"{name} {verb} {many}" if outwards else f"{many} {verb} {name}"
    places, unsure = sum(len(party.said) for party in relations.parties), _count_unsure(relations)
    told = tr("{told}, ở {count} chỗ", told=sentence, count=places) if places > count else sentence
    doubt = "{told}, trong đó {count} văn bản chưa rõ có dẫn đúng văn bản này"
    return tr(doubt, told=told, count=unsure) if unsure else told


def _name_asked(kind: str, count: int) -> str:
    """What documents are asked for: those of a type by its name, in small letters."""
    return kind[0].lower() + kind[1:] if kind else tr("văn bản", count=count)


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
    verbs = (
        tr(VERBS[kind], count=1) + (f" ({tr(UNVERIFIED)})" if kind in party.unverified else "") for kind in party.stated
    )
    return f"{tr(BY_CATALOGUE)}: {', '.join(verbs)}" if party.stated else ""


def say_doubt(party: Party) -> str:
    """That the words of texts leave a doubt; empty where they do not, or where none says it."""
    if party.or_else:
        return tr(_OR_ELSE, names=tr(" hay ").join(map(name_node, party.or_else)))
    return tr(UNSURE) if party.said and not party.sure else ""


def say_clauses(said: Said) -> str:
    """Which provisions or part of the document it names: ``"về khoản 2 Điều 5"``; empty where all of it is meant."""
    return tr("về {places}", places=", ".join(map(describe, said.clauses))) if said.clauses else said.part


def say_relations(relations: Sequence[Relations], introduction: str) -> list[str]:
    """The answer as lines: each document with its sentences and the command that opens it."""
    told = [one for one in relations if one.parties]
    known = told or any(one.of_force for one in relations)
    lines = [f"{introduction}:" if known else f"{introduction}. {tr(NOT_SEEN)}.", ""]
    for one in relations:
        apart = len(relations) > 1 if one.of_force else len(told) > bool(one.parties)
        lines += [f"{say_found(one)}:", ""] if apart else []
        badge = say_standing_of(one.subject, one)
        lines += [badge, ""] if badge else []
        lines += [f"{one.note}.".replace("..", "."), ""] if one.note else []
        for party in one.parties[:_MOST]:
            lines += [*_say_party(party, one), ""]
        lines += [tr(_REST, count=len(one.parties) - _MOST), ""] if len(one.parties) > _MOST else []
    return lines


def _say_party(party: Party, relations: Relations) -> list[str]:
    doubt = f" ({unsure})" if (unsure := say_doubt(party)) else ""
    if party.outcome == "ambiguous":
        lines = [f"- {tr(AMBIGUOUS)}:", *(line for node in party.nodes for line in _say_candidate(node, relations))]
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
        return f"{tr(UNKNOWN)}. {tr(_ADD)}"
    opens = tr("Mở: {command}", command=_open(node))
    return f"{tr(KNOWN)}. {opens}" if party.outcome == "known" else opens


def _open(node: Node) -> str:
    return f'python -m ingest show "{node.id}"'


def _say_said(said: Said, party: Party, relations: Relations) -> list[str]:
    place = f"{describe(said.address)} [{said.address}]" if said.address else tr("ngoài các mục")
    ends = {relations.subject.id, *(node.id for node in party.nodes)}
    source = "" if said.document in ends else f", {said.document}"
    source += f", {tr(TOLD_LATER)}" if said.told_later else ""
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
