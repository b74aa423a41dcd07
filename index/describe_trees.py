"""The tree of căn cứ and the chain of implementation for people and for programs, with the words that say so."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from index.brief_names import name_briefly
from index.describe_validity import standing_to_json
from index.doubts import find_unverified, note_doubt
from index.graph import Edge, Graph
from index.judging import judge
from index.related import KINDS_IN, KINDS_OUT, call, find_named, read_words, say_source, source_to_json
from index.relation_words import say_status
from index.trees import Branch, Cut, Tree, Way, read_tree
from index.validity import Standing
from ingest.language import tr
from ingest.store import Library
from ingest.tiers import Tier

Choice = Literal["basis", "implementation"]
_WAYS: dict[Choice, tuple[Way, ...]] = {"basis": ("basis",), "implementation": ("upwards", "downwards")}
CHOICES: tuple[Choice, ...] = tuple(_WAYS)
HEADINGS: dict[Way, str] = {
    "basis": "Cây căn cứ, từ văn bản này lên",
    "upwards": "Văn bản này thực hiện, lên đến Trung ương",
    "downwards": "Triển khai văn bản này, xuống đến cơ sở",
}
NONE_YET: dict[Way, str] = {
    "basis": "Chưa thấy văn bản này căn cứ vào văn bản nào.",
    "upwards": "Chưa thấy văn bản này thực hiện văn bản nào của cấp trên.",
    "downwards": "Chưa thấy văn bản nào thực hiện văn bản này; nếu có, hãy thêm vào thư viện: python -m ingest add TỆP",
}
TIER_NAMES: dict[Tier | None, str] = {
    "central": "Trung ương",
    "province": "cấp tỉnh",
    "district": "cấp huyện",
    "base": "cấp cơ sở",
    None: "chưa rõ cấp",
}
CUTS: dict[Cut, str] = {
    "cycle": "quay lại văn bản đã nêu ở trên: các văn bản này dẫn vòng tròn, cần kiểm tra",
    "elsewhere": "những văn bản tiếp theo đã nêu ở trên",
    "deep": "còn tiếp; hãy xem riêng văn bản này",
}
MORE = "Còn {count} văn bản liên quan chưa xét đến vì quá nhiều; hãy xem riêng từng văn bản ở cuối mỗi nhánh."
_STEP = "  "


@dataclass(frozen=True, slots=True)
class Grown:
    """The trees of one document, and the words of its statements.

    Attributes:
        words: Of each statement of the trees, the slice of the text; empty where the catalogue says it.
        standings: Id -> whether it stands, of every document of the trees.
    """

    trees: tuple[Tree, ...]
    words: dict[Edge, str]
    standings: Mapping[str, Standing]


def find_trees(library: Library, given: str, choice: Choice, as_of: datetime.date | None = None) -> list[Grown]:
    """The trees of the documents that *given* names, the oldest first.

    Args:
        as_of: Tell of the library as it stood on that day.

    Raises:
        NotHeldError: If neither the library nor the catalogue has one.
    """
    graph = Graph(library)
    named = graph.describe(find_named(library, graph, given))
    return [_grow(graph, library, node.id, choice, as_of) for node in reversed(named)]


def _grow(graph: Graph, library: Library, document_id: str, choice: Choice, as_of: datetime.date | None) -> Grown:
    trees = tuple(read_tree(graph, document_id, way, as_of) for way in _WAYS[choice])
    branches = [branch for tree in trees for branch in tree.root.walk()]
    edges, ids = {edge for branch in branches for edge in branch.edges}, {branch.node.id for branch in branches}
    standings = judge(graph, ids, graph.find_changes(ids), as_of)
    return Grown(trees, {edge: read_words(library, edge) for edge in edges}, standings)


# --- for people ----------------------------------------------------------------------------------------------


def say_trees(found: list[Grown]) -> str:
    """Each document with its trees, a step further in for each relation."""
    return "\n\n".join("\n".join(_say(one)) for one in found)


def _say(grown: Grown) -> Iterator[str]:
    root = grown.trees[0].root
    yield f"{call(root.node, root.node.name)} ({tr(TIER_NAMES[root.tier])}); {say_force(grown.standings[root.node.id])}"
    for tree in grown.trees:
        yield f"{_STEP}{tr(HEADINGS[tree.way])}:" if tree.root.children else f"{_STEP}{tr(NONE_YET[tree.way])}"
        for child in tree.root.children:
            yield from _say_branch(child, tree.way, grown, _STEP * 2)
        if tree.left_out:
            yield _STEP + tr(MORE, count=tree.left_out)


def say_force(standing: Standing) -> str:
    """Whether a document stands, in a few words; one that surely ended stands out."""
    words = say_status(standing)
    words = f"{words[0].lower()}{words[1:]}"
    return tr("HẾT HIỆU LỰC: {words}", words=words) if has_ended(standing) else words


def has_ended(standing: Standing) -> bool:
    """Whether it surely does not hold any more."""
    return standing.ended and standing.in_force is False


def _say_branch(branch: Branch, way: Way, grown: Grown, indent: str) -> Iterator[str]:
    kinds = KINDS_IN if way == "downwards" else KINDS_OUT
    first = branch.edges[0]
    said = ", ".join(dict.fromkeys(tr(kinds[edge.kind]) for edge in branch.edges)).capitalize()
    cut = f" [{tr(CUTS[branch.cut])}]" if branch.cut else ""
    named = f"{call(branch.node)} ({tr(TIER_NAMES[branch.tier])})"
    yield f"{indent}{said}: {named}{note_doubt([first])}; {say_force(grown.standings[branch.node.id])}{cut}"
    yield f"{indent}{_STEP}{say_source(grown.words[first])}"
    for child in branch.children:
        yield from _say_branch(child, way, grown, indent + _STEP)


# --- for programs --------------------------------------------------------------------------------------------


def trees_to_json(found: list[Grown]) -> dict[str, Any]:
    """The stable form of ``related --tree … --json``."""
    return {"documents": [_grown_to_json(one) for one in found]}


def _grown_to_json(grown: Grown) -> dict[str, Any]:
    root = _branch_to_json(grown.trees[0].root, grown)
    own = {key: fact for key, fact in root.items() if key not in ("cut", "relations", "children")}
    trees = [
        {
            "way": tree.way,
            "left_out": tree.left_out,
            "children": [_branch_to_json(one, grown) for one in tree.root.children],
        }
        for tree in grown.trees
    ]
    return own | {"trees": trees}


def _branch_to_json(branch: Branch, grown: Grown) -> dict[str, Any]:
    node = branch.node
    return {
        "document": node.id,
        "number": node.number,
        "date": node.date.isoformat() if node.date else None,
        "title": node.title,
        "unverified": find_unverified(node),
        "held": node.held,
        "tier": branch.tier,
        **standing_to_json(name_briefly(node), grown.standings[node.id]),
        "cut": branch.cut,
        "relations": [
            {"kind": edge.kind, "clause": edge.clause, "sure": edge.sure, **source_to_json(edge, grown.words[edge])}
            for edge in branch.edges
        ],
        "children": [_branch_to_json(child, grown) for child in branch.children],
    }
