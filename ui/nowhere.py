"""The page of every address that names none: says so, and leads to those there are."""

from __future__ import annotations

from ingest.language import tr
from ui.frame import draw_frame, draw_notice, draw_way_to_page

NO_SUCH_PAGE = (
    "Địa chỉ này không có trang nào của Vankien; có thể địa chỉ bị gõ nhầm hoặc chép thiếu. "
    "Hãy bấm một trang ở hàng trên cùng, hoặc bấm Văn bản để tìm văn bản cần đọc."
)


def page() -> None:
    """Draw the page."""
    draw_frame(tr("Không có trang này"))
    draw_notice(tr(NO_SUCH_PAGE), "vk-canh-bao")
    draw_way_to_page("Hỏi đáp")
    draw_way_to_page("Văn bản")


if __name__ == "__main__":
    page()
