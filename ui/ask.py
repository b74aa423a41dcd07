"""Page Hỏi đáp: a question, and the paragraphs of the library that answer it, word for word."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from index.answer import Answer
from index.answering.absent import ABSENT, say_absent
from index.describe import CITING, ONLY_DIGESTED
from index.describe_validity import KEPT_UNKNOWN, say_as_of
from index.naming.conditions import Condition
from ingest.errors import AppError, ForeignIndexError, MissingIndexError
from ingest.language import tr
from ui import services
from ui.asked import Asked, read_asked
from ui.building import IndexBuilder
from ui.cards import CONFIDENCE
from ui.frame import draw, draw_aside, draw_error, draw_frame, draw_notice, draw_steps, may_change
from ui.history import draw_history
from ui.judging import draw_judging
from ui.listing import draw_listing, draw_sides, draw_ways
from ui.margin_answer import draw_relations
from ui.matched import Finder, find_within
from ui.navigation import move_within_pages
from ui.quotes import draw_digests, draw_further, draw_quotes
from ui.scope import draw_scope
from ui.steps import find_pages
from ui.thread import draw_thread, draw_understood, note_answered, put_alone, put_next
from ui.understood import draw_conditions, draw_understanding, draw_way_out, select_held_to
from ui.verbatim import element, escape
from ui.words import escape_label

EXAMPLES = (
    "Kết luận nói gì về kiểm tra, giám sát ở cơ sở?",  # vi: a question
    "Xử lý kỷ luật đảng viên vi phạm theo quy định nào?",  # vi: a question
    "Hạn chế trong công tác dân vận chính quyền là gì?",  # vi: a question
    "Trách nhiệm của người đứng đầu là gì?",  # vi: a question
)
"""For a library whose headings tell too little to ask about."""
OF_THE_CATALOGUE = (
    "Nghị quyết 18-NQ/TW nói gì?",  # vi: a question
    "Quy định 102-QĐ/TW còn hiệu lực không?",  # vi: a question
    "Giám sát và phản biện xã hội theo văn bản nào?",  # vi: a question
    "Nhân dân góp ý xây dựng Đảng theo văn bản nào?",  # vi: a question
)
"""For a library that holds nothing yet: answered from the digests."""
ONLY_CATALOGUE = (
    "Thư viện chưa có văn bản. Hãy bấm Thư viện ở đầu trang để thêm tệp. Khi chưa có, vẫn hỏi được về các văn bản có "
    "trong danh mục; câu trả lời là tóm lược của Vankien, không phải nguyên văn."
)
AFTER_DECLINED = "Hãy hỏi lại bằng từ ngữ khác, hoặc mở trang Văn bản để xem thư viện đang có những văn bản nào."
ADD_IT = "Nếu còn thiếu văn bản, hãy thêm tệp ở trang Thư viện."
HAVE_IT_ADDED = "Nếu còn thiếu văn bản, hãy nhờ thủ thư của cơ quan thêm."
PENDING = "{count} văn bản chưa lập chỉ mục, chưa được tìm: {names}."
NEAREST = "Các đoạn gần nhất (có thể không trả lời câu hỏi)"


def page() -> None:
    """Draw the page."""
    draw_frame(tr("Hỏi đáp"))
    move_within_pages("ask", seek=False)
    try:
        empty = not services.list_documents()
        if empty:
            draw_notice(tr(ONLY_CATALOGUE))
        builder = services.build_if_needed()
        building = builder.running  # asked once, so that the page is of one mind while the build may end
        asked = ask()
        news = st.container()
        with news:
            if not building:
                draw_failure(builder)
        samples = st.empty()  # left empty it clears them away at once: an answer may take a while
        if asked is None:
            with samples.container():
                suggest(OF_THE_CATALOGUE if empty else services.suggest_questions() or EXAMPLES)
        draw_kept(reply(asked, building, builder.failure is not None) if asked else None)
        if building:
            follow(builder, news)
    except AppError as error:
        draw_error(error)


def ask() -> Asked | None:
    """What was asked last, or ``None`` when nothing was yet."""
    with (
        st.container(key="vk-hoi"),
        st.form("vk-phieu", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        st.text_input(tr("Câu hỏi"), key="question", persist_state="session", placeholder=tr("Gõ câu hỏi rồi bấm Hỏi"))
        if st.form_submit_button(tr("Hỏi"), type="primary"):
            put_next(st.session_state["question"])
    draw_scope()
    return read_asked()


def suggest(examples: Sequence[str]) -> None:
    """Questions to begin with, one press each."""
    draw_aside(tr("Bấm vào một câu hỏi mẫu để thử:"))
    with st.container(key="vk-mau"):
        for example in examples:
            st.button(escape_label(example), on_click=put_alone, args=(example,), width="stretch")


def draw_kept(answer: Answer | None) -> None:
    """What is kept of asking: the thread, whether the answer was useful, all that was asked; an answer does without."""
    try:
        if answer:
            note_answered(answer)
            draw_judging(answer)
            draw_thread(answer.question)
        draw_history(put_alone)
    except AppError as error:
        draw_error(error)


def draw_failure(builder: IndexBuilder) -> None:
    """Why the last build stopped, and the way to try again."""
    if builder.failure:
        draw_notice(builder.failure, "vk-loi")
        if st.button(tr("Lập chỉ mục lại")):
            builder.start()
            st.rerun()


def follow(builder: IndexBuilder, news: DeltaGenerator) -> None:
    """Tell the progress of a build in words until it ends; then the page is drawn anew.

    Comes last, when all else stands on the page and can be pressed. It stays in this run, as each new run would
    end with a full garbage collection, which slows the opening of a model down to a crawl.
    """
    with news:
        words, bar = st.empty(), st.progress(0.0)
    while builder.running:
        with words:
            draw_aside(tr("Đang lập chỉ mục. {progress}", progress=builder.progress.words))
        bar.progress(builder.progress.fraction)
        builder.wait(0.5)
    st.rerun()


def reply(asked: Asked, building: bool, failed: bool) -> Answer | None:
    """The answer, drawn, as far as there is an index to answer from."""
    try:
        answer = services.answer(asked)
        further = services.look_further(asked, answer)
        pending = services.pending()
    except (MissingIndexError, ForeignIndexError):
        if building:
            draw_notice(tr("Câu hỏi sẽ được trả lời ngay khi lập chỉ mục xong."))
        elif not failed:
            raise
        return None
    draw_understood(asked.question)
    draw_understanding(answer, asked)
    draw_conditions(answer.conditions)
    held_to = select_held_to(answer.conditions, asked.chosen)
    draw_kept_to(held_to, answer)
    find = find_within(further.query)
    draw_answer(answer, held_to, find)
    draw_further(further.quotes, held_to, find)
    if pending:
        draw_notice(tr(PENDING, count=len(pending), names="; ".join(pending)))
    return answer


def draw_kept_to(held_to: Sequence[Condition], answer: Answer) -> None:
    """What keeping to documents in force, or to a day, does not say of itself."""
    if any(one.of_force for one in held_to):
        draw_aside(f"{tr(KEPT_UNKNOWN)}.")
    if answer.as_of:
        draw_aside(say_as_of(answer.as_of))


def draw_answer(answer: Answer, held_to: Sequence[Condition], find: Finder) -> None:
    """The quotes in order of strength, or documents, or that nothing answers or that there was nothing to search."""
    if answer.relations:
        draw_relations(answer)
        draw_digests(answer.digests)
        return
    if answer.listing and not answer.listing.topic:
        draw_listing(answer, answer.listing, find)
        return
    for note in answer.notes:
        draw_notice(note)
    draw_steps(*answer.notes)
    if answer.sides:
        draw_sides(answer)
    elif answer.listing:
        draw_listing(answer, answer.listing, find)
    elif answer.ways:
        draw_notice(f"{answer.introduction}.")
        draw_ways(answer.ways)
    elif answer.answered:
        draw_aside(tr(CONFIDENCE[answer.confidence or "thấp"]))  # vi: a key
        draw(element("p", escape(f"{answer.introduction}:"), class_="vk-dan-nhap"))
        draw_quotes(answer.quotes, held_to, find)
        draw_digests(answer.digests)
    else:
        draw_declined(answer, held_to, find)


def draw_declined(answer: Answer, held_to: Sequence[Condition], find: Finder) -> None:
    """That nothing answers, what to do, and what comes nearest."""
    told = any(digest.named for digest in answer.digests)
    if held_to and not answer.nearest and not told:
        draw_way_out(held_to)  # a note above says so
        return
    if told or (answer.digests and not answer.nearest):
        draw_digests(answer.digests, ONLY_DIGESTED)  # all there is: nothing held comes near
    else:
        st.subheader(escape_label(answer.introduction), anchor=False)
        said = find_pages(answer.notes)  # by the note of a document that is not held
        advice = (AFTER_DECLINED,) if said else (AFTER_DECLINED, ADD_IT if may_change() else HAVE_IT_ADDED)
        absent = [tr(ABSENT, words=say_absent(answer.absent))] if answer.absent else []
        draw(element("p", escape(" ".join((*absent, *map(tr, advice))))))
        draw_digests(answer.digests)
    if answer.nearest:
        st.subheader(tr(CITING if told else NEAREST), anchor=False)
        draw_quotes(answer.nearest, held_to, find)


if __name__ == "__main__":
    page()
