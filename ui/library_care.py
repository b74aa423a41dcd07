"""How the library is kept safe: the back-up, the check of its health, the room it takes."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from ingest.amounts import say_count, say_size
from ingest.days import describe_day
from ingest.doctor import Finding
from ingest.language import tr
from ingest.safekeeping.backup import back_up
from ingest.safekeeping.health import examine_library
from ingest.store import Backup, library_folder
from ui.building import Report, Work
from ui.frame import draw, draw_aside, draw_notice
from ui.library_data import Holdings, measure_home, read_moment
from ui.pressing import pressed
from ui.steps import say_on_page
from ui.verbatim import Html, element, escape
from ui.visitor import recording, require
from ui.words import capitalised, escape_label

WHAT_BACKUP_IS = (
    "Cả thư viện (văn bản, tệp gốc, bộ sưu tập, điều đã sửa), những gì người đọc đã lưu, và cài đặt của máy này vào "
    "một tệp duy nhất, trong khi mọi người vẫn dùng. Tệp được đọc lại và đối chiếu sau khi ghi. Nên để ở ổ đĩa khác, "
    "và giữ cẩn thận như giữ chính văn bản."
)
HOW_BACK = (
    "Muốn dùng bản sao lưu, hãy nhờ người phụ trách máy khôi phục nó vào một thư mục trống; thư viện đang dùng không "
    "bị đụng tới."
)
NEVER = "Chưa sao lưu lần nào. Nên sao lưu ngay, rồi đều đặn mỗi tuần hoặc sau mỗi lần thêm nhiều văn bản."
WHAT_HEALTH_IS = "Đọc lại từng văn bản, từng đoạn cắt ra, từng tệp gốc và so với lúc thêm; không thay đổi gì."
BUG = (
    "Việc này dừng vì một lỗi của chương trình; thư viện không bị thay đổi. Hãy làm lại; nếu vẫn vậy, hãy gửi nhật ký "
    "ở cửa sổ lệnh cho người quản trị."
)
_FOLDER = "vk-noi-sao-luu"


@dataclass(slots=True)
class Care:
    """What is being done for the library, or was last; every page of the process sees the same.

    Attributes:
        untold: Whether something was begun whose end no page has shown yet.
    """

    backup: Work | None = None
    health: Work | None = None
    findings: list[Finding] = field(default_factory=list)
    looked_at: datetime.datetime | None = None
    untold: bool = False

    def begin(self, work: Work) -> Work:
        """Set *work* going."""
        self.untold = True
        work.start()
        return work


@st.cache_resource(show_spinner=False)
def share_care(home: Path) -> Care:  # noqa: ARG001 -- of another library another one
    """The care that is taken of the library in *home*."""
    return Care()


def draw_care(holdings: Holdings) -> None:
    """Back-up, health, room; what is under way comes last, as it stays in this run."""
    care = share_care(library_folder())
    with st.container(border=True, key="vk-sao-luu"):
        news = _draw_backup(care, holdings.last_backup)
    with st.container(border=True, key="vk-kiem-tra"):
        other_news = _draw_health(care)
    with st.container(border=True, key="vk-dung-luong"):
        _draw_room(holdings)
    _follow(care, [(care.backup, news), (care.health, other_news)])


def _draw_backup(care: Care, last: Backup | None) -> Callable[[Work], None]:
    draw(element("h2", escape(tr("Sao lưu"))))
    draw_aside(tr(WHAT_BACKUP_IS))
    if last is None:
        draw_notice(tr(NEVER), "vk-canh-bao")
    else:
        draw_notice(say_last(last))
    running = care.backup is not None and care.backup.running
    folder = Path(last.file).parent if last else Path.home()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(tr("Thư mục trên máy này để đặt tệp sao lưu"), value=str(folder), key=_FOLDER)
        st.button(tr("Sao lưu ngay"), type="primary", disabled=running, on_click=_back_up, args=(care,))
    draw_aside(tr(HOW_BACK))
    return _draw_news(care.backup)


def say_last(last: Backup) -> str:
    """When, where, how much."""
    made = read_moment(last.made_at)
    return tr(
        "Sao lưu lần cuối lúc {time} ngày {day}: {documents} văn bản, {size}. Tệp: {file}",
        time=f"{made:%H:%M}",
        day=describe_day(made.date()),
        documents=say_count(last.documents),
        size=say_size(last.size),
        file=last.file,
    )


@pressed
def _back_up(care: Care) -> None:
    require("administrator")
    home, typed = library_folder(), str(st.session_state[_FOLDER]).strip()

    def do(report: Report) -> None:
        with recording("backup", said=typed):
            back_up(home, Path(typed or "."), report)

    care.backup = care.begin(Work(do, "backup", BUG))


def _draw_health(care: Care) -> Callable[[Work], None]:
    draw(element("h2", escape(tr("Kiểm tra sức khỏe thư viện"))))
    draw_aside(tr(WHAT_HEALTH_IS))
    running = care.health is not None and care.health.running
    st.button(tr("Kiểm tra ngay"), disabled=running, on_click=_examine, args=(care,))
    news = _draw_news(care.health)
    if care.looked_at and not running:
        wrong = sum(one.missing for one in care.findings)
        when = tr("Lúc {time} ngày {day}", time=f"{care.looked_at:%H:%M}", day=describe_day(care.looked_at.date()))
        state = tr("có {count} chỗ sai, xem cách xử lý bên dưới", count=wrong) if wrong else tr("thư viện nguyên vẹn")
        draw_notice(f"{when}: {state}.", "vk-loi" if wrong else "vk-bao")
        draw(lay_out_findings(care.findings))
    return news


@pressed
def _examine(care: Care) -> None:
    require("administrator")
    home = library_folder()

    def do(report: Report) -> None:
        care.findings = examine_library(home, report)
        care.looked_at = datetime.datetime.now().astimezone()

    care.health = care.begin(Work(do, "verify", BUG))


def lay_out_findings(findings: Sequence[Finding]) -> Html:
    """Every check in a row: a mark, what was looked at, how it stands, what to do."""
    return element("ul", *map(_lay_out_finding, findings), class_="vk-suc-khoe")


def _lay_out_finding(one: Finding) -> Html:
    mark = tr("Bị sai") if one.missing else tr("Lưu ý") if one.advice else tr("Đúng")
    css = "vk-sai" if one.missing else "vk-luu-y" if one.advice else "vk-dung"
    advice = [element("div", escape(say_on_page(one.advice)), class_="vk-phu")] if one.advice else []
    said = escape(f" {one.what}: {one.state}.")
    return element("li", element("strong", escape(mark), class_=css), said, *advice)


def _draw_room(holdings: Holdings) -> None:
    draw(element("h2", escape(tr("Dung lượng"))))
    sizes, counts = measure_home(), holdings.counts
    rows = (
        (tr("Văn bản và tệp gốc"), say_size(sizes.library)),
        (tr("Riêng các tệp gốc"), f"{say_size(counts.bytes_of_originals)} ({say_count(counts.originals)})"),
        (tr("Chỉ mục (lập lại được)"), say_size(sizes.index)),
        (tr("Những gì người đọc đã lưu"), say_size(sizes.desk)),
        (tr("Tệp khác trong thư mục"), say_size(sizes.others)),
        (tr("Ổ đĩa còn trống"), say_size(sizes.free)),
        (tr("Nằm tại"), str(library_folder())),
    )
    draw(element("dl", *(_lay_out_row(*row) for row in rows), class_="vk-ho-so"))


def _lay_out_row(label: str, value: str) -> Html:
    return element("div", element("dt", escape(label)), element("dd", escape(value)))


# --- while it lasts --------------------------------------------------------------------------------------


def _draw_news(work: Work | None) -> Callable[[Work], None]:
    """A place to tell how far the work is; why it stopped, where it did."""
    if work is not None and work.failure and not work.running:
        draw_notice(work.failure, "vk-loi")
    place = st.empty()

    def tell(going: Work) -> None:
        share = f"{going.progress.fraction:.0%}"
        words = tr("{step}: {share}. Có thể rời trang này, việc vẫn chạy tiếp.", step=going.progress.step, share=share)
        place.progress(going.progress.fraction, escape_label(capitalised(words)))

    return tell


def _follow(care: Care, works: Sequence[tuple[Work | None, Callable[[Work], None]]]) -> None:
    """Tell how far each is until all have ended; then the page is drawn anew."""
    going = [(work, tell) for work, tell in works if work is not None and work.running]
    if not going and not care.untold:
        return
    while any(work.running for work, _ in going):
        for work, tell in going:
            tell(work)
        going[0][0].wait(0.3)
    care.untold = False
    st.rerun()
