"""The reader's margin: what a document cites and who cites it, each with its sentence; and the whole lists."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from index.describe_relations import AMBIGUOUS, KNOWN, UNKNOWN, say_clauses
from index.doubts import UNSURE, name_node
from index.graph import Node
from index.referring import Party, Said
from ingest.addresses import describe
from ingest.language import tr
from ui.around import Around, End, Parties
from ui.reading import ADDRESS_OF_PAGE, reader_address
from ui.verbatim import Html, Mark, element, escape, render
from ui.words import capitalised

SIMILAR = "Đoạn tương tự trong văn bản khác"
CITES, CITED_BY, SIMILAR_LIST = "cites", "cited-by", "similar"
WHOLE = "Cả văn bản"
MARGIN = "vk-le"
"""The name by which a page scrolls to the margin."""
CHOOSE_PLACE = "Bấm một điều, khoản trong Mục lục để xem riêng điều, khoản đó và các đoạn tương tự."
NOT_CITED = "Chưa có văn bản nào trong thư viện dẫn văn bản này."
_NOTHING = {
    CITES: ("Văn bản này không viện dẫn văn bản nào khác.", "Chỗ này không viện dẫn văn bản nào khác."),
    CITED_BY: (NOT_CITED, "Chưa thấy văn bản nào dẫn riêng chỗ này."),
}
_MAY_BE_ANOTHER = "Cần kiểm tra: có thể dẫn văn bản khác cùng số, ký hiệu; hãy đọc câu dẫn dưới đây."
_HOW_TO_ADD = "Hãy thêm tệp ở trang Thư viện."
_SEE_ALL = "Xem tất cả {count} văn bản (còn {left})"
_AT_ONCE = 2
"""Places of one document that are shown unfolded."""


def list_address(document_id: str, which: str, at: str | None = None, page: int = 1) -> str:
    """The link to a whole list around a document, or around a place in it."""
    query = {"doc": document_id} | ({"at": at} if at else {}) | {"list": which}
    return f"{ADDRESS_OF_PAGE}?{urlencode(query | ({'page': str(page)} if page > 1 else {}))}"


def lay_out_margin(document_id: str, whole: Around, here: Around | None = None, address: str | None = None) -> Html:
    """Both ends of the document, after those of the place that stands out in it.

    Args:
        here: Of the provision at *address*; ``None`` where no place stands out.
    """
    parts = []
    if here and address:
        link = element("a", escape(tr(SIMILAR)), href=list_address(document_id, SIMILAR_LIST, address), class_="vk-di")
        parts += [
            element("h2", escape(capitalised(describe(address)))),
            _fold(document_id, CITES, here.cites, address),
            _fold(document_id, CITED_BY, here.cited_by, address),
            element("p", link, class_="vk-tuong-tu"),
            element("h2", escape(tr(WHOLE))),
        ]
    parts += [_fold(document_id, CITES, whole.cites), _fold(document_id, CITED_BY, whole.cited_by)]
    parts += [] if here else [element("p", escape(tr(CHOOSE_PLACE)), class_="vk-phu")]
    return element("aside", *parts, id=MARGIN, class_="vk-le", aria_label=tr("Viện dẫn"))


def lay_out_jump(at_place: bool) -> Html:
    """The way to the margin where a narrow page has it above the text."""
    words = tr("Viện dẫn và đoạn tương tự của chỗ này" if at_place else "Viện dẫn và được viện dẫn")
    return element("a", escape(words), href=f"#{MARGIN}", class_="vk-den-le")


def say_end(which: End | str, parties: Parties, at_place: bool = False) -> str:
    """How many documents there are at an end, or that there is none."""
    if not parties.documents:
        return tr(_NOTHING[which][at_place])
    places = tr(", {count} chỗ", count=parties.places) if parties.places > parties.documents else ""
    if which == CITES:
        return f"{tr('Viện dẫn {count} văn bản', count=parties.documents)}{places}"
    unsure = tr(", {count} văn bản {doubt}", count=parties.unsure, doubt=tr(UNSURE)) if parties.unsure else ""
    return f"{tr('Được viện dẫn trong {count} văn bản', count=parties.documents)}{places}{unsure}"


def _fold(document_id: str, which: str, parties: Parties, address: str | None = None) -> Html:
    """The documents of an end under their count; those of a place are open where there is room."""
    said = say_end(which, parties, address is not None)
    if not parties.documents:
        return element("p", escape(said), class_="vk-phu")
    left = parties.documents - len(parties.shown)
    words = tr(_SEE_ALL, count=parties.documents, left=left) if left else tr("Xem thành trang riêng")
    more = element("a", escape(words), href=list_address(document_id, which, address), class_="vk-di vk-tat-ca")
    return element(
        "details",
        element("summary", escape(said)),
        lay_out_parties(document_id, which, parties.shown),
        more,
        class_="vk-dan-trong vk-mo" if address else "vk-dan-trong",
    )


def lay_out_cited_by(document_id: str, parties: Parties) -> Html:
    """Who cites a document of which only the record is known; the rest of a long list is one press away."""
    if not parties.documents:
        return element("p", escape(tr(NOT_CITED)), class_="vk-phu")
    title = element("h2", escape(say_end(CITED_BY, parties)))
    left = parties.documents - len(parties.shown)
    words = tr(_SEE_ALL, count=parties.documents, left=left)
    more = element("a", escape(words), href=list_address(document_id, CITED_BY), class_="vk-di vk-tat-ca")
    inside = lay_out_parties(document_id, CITED_BY, parties.shown)
    return element("section", title, inside, *([more] if left else []), class_="vk-dan-trong")


def lay_out_list(document_id: str, which: str, parties: Parties, place: tuple[str | None, int, int]) -> Html:
    """A page of a whole list, with the way to those before and after.

    Args:
        place: Address of the provision it is of, the number of the page, from 1, and how many there are.
    """
    address, page, pages = place
    steps = [
        element("a", escape(tr(words)), href=list_address(document_id, which, address, to), class_="vk-di")
        for words, to in (("← Trang trước", page - 1), ("Trang sau →", page + 1))
        if 1 <= to <= pages
    ]
    count = element("span", escape(tr("Trang {page}/{pages}", page=page, pages=pages)), class_="vk-phu")
    way = element("nav", *steps, count, class_="vk-buoc-trang", aria_label=tr("Các trang"))
    ways = [way] if pages > 1 else []
    return element("section", lay_out_parties(document_id, which, parties.shown), *ways, class_="vk-dan-trong")


def lay_out_parties(document_id: str, which: str, parties: Sequence[Party]) -> Html:
    """Each document once, with the places and the sentences."""
    return element("ul", *(element("li", *_lay_out_party(document_id, which, party)) for party in parties))


def _lay_out_party(document_id: str, which: str, party: Party) -> list[Html]:
    cited = party.nodes[0].id if which == CITES and party.outcome == "held" else None
    cited = document_id if which == CITED_BY else cited
    places = [element("li", *_lay_out_said(one, cited)) for one in party.said]
    unfolded = places if len(places) <= _AT_ONCE + 1 else places[:_AT_ONCE]
    rest = places[len(unfolded) :]
    folded = element(
        "details", element("summary", escape(tr("Còn {count} chỗ", count=len(rest)))), element("ul", *rest)
    )
    return [*_lay_out_name(which, party), element("ul", *unfolded), *([folded] if rest else [])]


def _lay_out_name(which: str, party: Party) -> list[Html]:
    """What it is called, as a link to what of it there is: the clause that is cited, the place that cites, a record."""
    if party.outcome == "ambiguous":
        links = (element("li", _link(node)) for node in party.nodes)
        return [
            element("span", escape(f"{tr(AMBIGUOUS)}:"), class_="vk-phu"),
            element("ul", *links, class_="vk-ung-vien"),
        ]
    node = party.nodes[0]
    if party.outcome == "unknown":
        absent = element("div", escape(f"{tr(UNKNOWN)}. {tr(_HOW_TO_ADD)}"), class_="vk-phu")
        return [element("strong", escape(name_node(node))), absent]
    opens = next((one.opens for one in party.said if one.opens), None) if which == CITES else None
    known = [element("div", escape(f"{tr(KNOWN)}."), class_="vk-phu")] if party.outcome == "known" else []
    title = [element("div", escape(node.title), class_="vk-phu")] if node.title and node.number else []
    doubt = [element("div", escape(tr(_MAY_BE_ANOTHER)), class_="vk-phu")] if not party.sure else []
    return [_link(node, opens), *title, *known, *doubt]


def _link(node: Node, at: str | None = None) -> Html:
    return element("a", escape(name_node(node)), href=reader_address(node.id, at), class_="vk-di")


def _lay_out_said(said: Said, cited: str | None) -> list[Html]:
    """The place that cites, as a link; the provision that is cited; the sentence."""
    words = capitalised(describe(said.address)) if said.address else tr("Mở chỗ dẫn")
    span = (said.start, said.end) if said.address else None
    link = element("a", escape(words), href=reader_address(said.document, said.address, span), class_="vk-di")
    return [link, *_lay_out_clauses(said, cited), lay_out_sentence(said)]


def _lay_out_clauses(said: Said, cited: str | None) -> list[Html]:
    if not said.clauses:
        return []
    words = escape(say_clauses(said))
    if cited and said.opens:
        words = element("a", words, href=reader_address(cited, said.opens), class_="vk-di")
    return [escape(", "), words]


def lay_out_sentence(said: Said) -> Html:
    """The sentence as it is written, the words that name the other document standing out."""
    at = said.sentence_start
    first, last = max(0, said.start - at), min(len(said.sentence), said.end - at)
    marks = [Mark(first, last)] if first < last else []
    return element("div", render(said.sentence, marks), class_="vk-cho-dan", lang="vi")
