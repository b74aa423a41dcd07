"""What lies around a document in words: what the picture's signs mean, and every relation as a row of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlencode

from index.brief_names import name_briefly
from index.describe_validity import say_badge
from index.doubts import UNSURE, note_unverified
from index.graph import Node
from index.relation_table import RelationRow, say_certainty, say_clause, say_day, say_deed, say_source
from index.relation_words import STATUS_WORDS, say_kind
from index.surroundings import ROOM, Surroundings
from ingest.days import describe_day
from ingest.describe_record import UNVERIFIED
from ingest.language import current_language, tr
from ui.reading import reader_address
from ui.relations_chart import COLOURS, PALE, SHAPES, STROKES, name_type, shape_of, type_of
from ui.verbatim import Html, element, escape, join, render
from ui.words import capitalised

ADDRESS_OF_PAGE = "quan-he"
NO_RELATIONS = "Chưa thấy văn bản nào có quan hệ với văn bản này. Hãy thêm những văn bản liên quan ở trang Thư viện."
ONLY_CITED = "Chỉ được các văn bản khác nói đến; muốn đọc, hãy thêm tệp ở trang Thư viện."
FARTHER = "Còn khoảng {documents} ở xa hơn chưa xét; hãy xem riêng từng văn bản."
NEARER_FIRST = (
    "Đây là những văn bản gần nhất; còn khoảng {documents} nữa. Muốn thấy thêm, hãy bấm nút dưới đây, mở phần lọc, "
    "hoặc xem Bảng."
)
WIDEN = "Xem thêm (nhiều nhất {documents})"
LEFT_OUT = (
    "Hình chỉ vẽ {nodes} trong {documents} và {edges} trong {relations}, gần văn bản đang xem nhất. Muốn thấy phần "
    "còn lại: giảm số bước, bỏ bớt loại quan hệ, chọn khoảng năm hẹp hơn, xem Bảng, hoặc tải tệp CSV."
)
PALE_MEANS = "Nét mờ: {unsure}, hoặc {unverified}"
UNDATED = "{documents} chưa rõ ngày không có trên dòng thời gian; xem ở Bảng."
_COLUMNS = ("Văn bản", "Quan hệ", "Với văn bản", "Ngày", "Điều khoản", "Theo", "Mức chắc chắn")
AT_ONCE = 100
"""So many rows of the table at first, and so many more with each press."""


def relations_address(document_id: str) -> str:
    """The link to what lies around a document; relative, so that it works under any host."""
    return f"{ADDRESS_OF_PAGE}?{urlencode({'doc': document_id})}"


def lay_out_center(found: Surroundings) -> Html:
    """The document asked about: the way to its text or record, its day, whether it stands."""
    node = found.nodes[0]
    opened = tr("Mở văn bản" if node.held == "held" else "Mở hồ sơ (chưa có nguyên văn)")
    way = (
        escape(tr(ONLY_CITED)) if node.held == "unknown" else element("a", escape(opened), href=reader_address(node.id))
    )
    title = [node.title] if node.title and node.held == "known" else []
    day = [tr("Ngày {day}", day=describe_day(node.date)) + note_unverified(node)] if node.date else []
    words = ". ".join((*title, *day, say_badge(name_briefly(node), found.standings[node.id])))
    return element(
        "div",
        element("h2", escape(node.name)),
        element("p", escape(f"{words} "), way),
        class_="vk-giua",
    )


def say_size(found: Surroundings, farther: str = FARTHER) -> str:
    """How much is shown, and in the words *farther* how many documents farther away were not looked at."""
    documents, relations = _count_documents(len(found.nodes)), _count_relations(len(found.edges))
    size = f"{documents}, {relations}."
    if not found.left_out:
        return size
    return f"{size} {tr(farther, documents=_count_documents(found.left_out))}"


def say_widen() -> str:
    """What a press does where only the nearest documents are shown."""
    return tr(WIDEN, documents=_count_documents(ROOM))


def say_left_out(drawn: Surroundings, found: Surroundings) -> str:
    """What a picture does not show, and how to see it."""
    nodes, edges = len(drawn.nodes), len(drawn.edges)
    documents, relations = _count_documents(len(found.nodes)), _count_relations(len(found.edges))
    return tr(LEFT_OUT, nodes=_count(nodes), documents=documents, edges=_count(edges), relations=relations)


def say_undated(found: Surroundings) -> str:
    """How many documents a timeline cannot show; empty where it shows all."""
    count = sum(1 for node in found.nodes if not node.date)
    return tr(UNDATED, documents=_count_documents(count)) if count else ""


def _count(number: int) -> str:
    grouped = f"{number:,}"
    return grouped if current_language() == "en" else grouped.replace(",", ".")


def _count_documents(count: int) -> str:
    return tr("{number} văn bản", count=count, number=_count(count))


def _count_relations(count: int) -> str:
    return tr("{number} quan hệ", count=count, number=_count(count))


# --- what the signs mean ---------------------------------------------------------------------------------------


def lay_out_legend(found: Surroundings) -> Html:
    """Only what is met in the picture: colours are types, shapes whether a document stands, lines relations."""
    types = [kind for kind in COLOURS if any(type_of(node) == kind for node in found.nodes)]
    statuses = [one for one in SHAPES if any(shape_of(told) == one for told in found.standings.values())]
    colours = [(_draw_shape(SHAPES["unknown"], COLOURS[kind]), name_type(kind)) for kind in types]
    shapes = [(_draw_shape(SHAPES[one], "#3c3833"), tr(STATUS_WORDS[one])) for one in statuses]
    if any(node.held != "held" for node in found.nodes):
        shapes.append((element("span", class_="vk-dau-hinh vk-rong"), tr("Để trống: chưa có nguyên văn")))
    lines = [(_draw_stroke(kind), say_kind(kind)) for kind in found.kinds]
    if any(not edge.sure for edge in found.edges):
        lines.append(
            (_draw_stroke("replaces", pale=True), tr(PALE_MEANS, unsure=tr(UNSURE), unverified=tr(UNVERIFIED)))
        )
    groups = (("Màu là loại văn bản", colours), ("Hình là hiệu lực", shapes), ("Đường là quan hệ", lines))
    return element("div", *(_lay_out_group(tr(title), signs) for title, signs in groups if signs), class_="vk-chu-giai")


def _lay_out_group(title: str, signs: Iterable[tuple[Html, str]]) -> Html:
    entries = (element("li", sign, escape(words)) for sign, words in signs)
    return element("div", element("strong", escape(title)), element("ul", *entries))


def _draw_shape(outline: str, colour: str) -> Html:
    return element("span", class_="vk-dau-hinh", style=f"background:{colour};clip-path:path('{outline}')")


def _draw_stroke(kind: str, pale: bool = False) -> Html:
    stroke = STROKES[kind]
    faint = f";opacity:{PALE}" if pale else ""
    return element(
        "span", class_="vk-dau-duong", style=f"border-top:{stroke.width}px {stroke.dash} {stroke.colour}{faint}"
    )


# --- the table -------------------------------------------------------------------------------------------------


def lay_out_rows(rows: Sequence[RelationRow], center: str) -> Html:
    """A row for each relation; on a narrow screen each is a list of its own, under the same names."""
    head = element("thead", element("tr", *(element("th", escape(tr(name)), scope="col") for name in _COLUMNS)))
    body = element("tbody", *(_lay_out_row(row, center) for row in rows))
    return element("table", head, body, class_="vk-bang-quan-he")


def _lay_out_row(row: RelationRow, center: str) -> Html:
    cells = (
        lay_out_end(row.source, center),
        escape(say_deed(row)),
        lay_out_end(row.target, center),
        escape(say_day(row)),
        escape(say_clause(row)),
        _lay_out_source(row),
        escape(say_certainty(row)),
    )
    named = zip(_COLUMNS, cells, strict=True)
    return element("tr", *(element("td", cell, data_cot=tr(name)) for name, cell in named))


def lay_out_end(node: Node, center: str) -> Html:
    """The document as a link to its text or record, and beside it the way to what lies around it.

    Whether its sign or its day is not verified stands behind it.
    """
    around = element("a", escape(tr("xem quan hệ")), href=relations_address(node.id), class_="vk-di vk-phu")
    more = [element("div", around)] if node.id != center else []
    if node.held == "unknown":
        absent = element("div", escape(tr("chưa có trong thư viện")), class_="vk-phu")
        return join([escape(node.name), absent, *more])
    name = element("a", escape(node.name), href=reader_address(node.id))
    return join([name, escape(note_unverified(node)), *more])


def _lay_out_source(row: RelationRow) -> Html:
    """Who says so, a link to the very place, and the sentence there."""
    words = escape(capitalised(say_source(row)))
    if row.said_in and row.address:
        span = row.edge.start, row.edge.end
        words = element("a", words, href=reader_address(row.said_in.id, row.address, span))
    sentence = element("div", render(row.sentence), class_="vk-cau", lang="vi") if row.sentence else Html("")
    return join([words, sentence])


def lay_out_choice(named: Mapping[str, str]) -> Html:
    """Documents to choose from, id -> name, each a link to what lies around it."""
    entries = (
        element("li", element("a", escape(name), href=relations_address(key), class_="vk-di"))
        for key, name in named.items()
    )
    return element("ul", *entries, class_="vk-ke")
