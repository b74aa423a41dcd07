"""What a document rests on, and who carries it out from tier to tier, as lists within lists, each entry a link."""

from __future__ import annotations

from collections.abc import Iterator

from index.describe_changes import CATALOG
from index.describe_trees import CUTS, HEADINGS, MORE, NONE_YET, TIER_NAMES, Grown, has_ended, say_force
from index.doubts import note_doubt
from index.related import KINDS_IN, KINDS_OUT
from index.trees import Branch, Tree, Way
from ingest.days import describe_day
from ingest.language import tr
from ui.relations_text import lay_out_end
from ui.steps import say_on_page
from ui.verbatim import Html, element, escape, join, render
from ui.words import capitalised


def lay_out_trees(grown: Grown) -> Html:
    """Each tree under its heading, or that there is none."""
    return element("div", *(_lay_out_tree(tree, grown) for tree in grown.trees), class_="vk-cay")


def _lay_out_tree(tree: Tree, grown: Grown) -> Html:
    if not tree.root.children:
        return element("p", escape(say_on_page(tr(NONE_YET[tree.way]))), class_="vk-phu")
    branches = _lay_out_branches(tree.root, tree, grown)
    more = [element("p", escape(tr(MORE, count=tree.left_out)), class_="vk-phu")] if tree.left_out else []
    return element("section", element("h3", escape(tr(HEADINGS[tree.way]))), branches, *more)


def _lay_out_branches(branch: Branch, tree: Tree, grown: Grown) -> Html:
    """What hangs on *branch*; nothing where nothing does."""
    if not branch.children:
        return Html("")
    return element("ul", *(element("li", *_lay_out_branch(one, tree, grown)) for one in branch.children))


def _lay_out_branch(branch: Branch, tree: Tree, grown: Grown) -> Iterator[Html]:
    node, first = branch.node, branch.edges[0]
    yield element("span", escape(f"{_say_kinds(branch, tree.way)}{note_doubt([first])}: "), class_="vk-phu")
    yield lay_out_end(node, tree.root.node.id)
    day = [tr("ngày {day}", day=describe_day(node.date))] if node.date else []
    cut = [tr(CUTS[branch.cut])] if branch.cut else []
    yield element("div", escape("; ".join((*day, tr(TIER_NAMES[branch.tier]), *cut))), class_="vk-phu")
    standing = grown.standings[node.id]
    ended = "vk-het-hieu-luc" if has_ended(standing) else "vk-phu"
    yield element("div", escape(capitalised(say_force(standing))), class_=ended)
    said = grown.words[first]
    yield (
        element("div", join([escape("“"), render(said), escape("”")]), class_="vk-cau", lang="vi")
        if said
        else element("div", escape(tr("Theo {teller}", teller=tr(CATALOG))), class_="vk-phu")
    )
    yield _lay_out_branches(branch, tree, grown)


def _say_kinds(branch: Branch, way: Way) -> str:
    kinds = KINDS_IN if way == "downwards" else KINDS_OUT
    return ", ".join(dict.fromkeys(tr(kinds[edge.kind]) for edge in branch.edges)).capitalize()
