"""How badly typed questions are understood, asked of the starter notice: the page ``docs/go-sai.md``.

    python -m bench.typed [--write]

The questions and the places that answer them were written before they were first asked; none was changed since.
"""

from __future__ import annotations

import sys
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from bench.notice import make_library
from index.answer import Answer
from index.ask import answer_question
from index.encode import DEFAULT_MODEL, open_encoder
from index.search import Searcher, open_searcher
from index.segment import syllables
from ingest.addresses import describe
from ingest.console import Parser, run

PAGE = Path(__file__).parent.parent / "docs" / "go-sai.md"


@dataclass(frozen=True, slots=True)
class Trial:
    """A question typed badly.

    Attributes:
        how: What is wrong with it, in Vietnamese.
        places: Addresses that answer it, any of them or below; none where it must be declined.
        meant: The words that should be understood; empty where it is English.
    """

    how: str
    typed: str
    places: tuple[str, ...]
    meant: str = ""

    def is_answered_at(self, address: str) -> bool:
        """Whether *address* is one of the places, or below one."""
        return any(address == place or address.startswith(f"{place}.") for place in self.places)


TRIALS = (
    Trial("không dấu", "vi sao phai chong tham nhung vat", ("II.5",), "vì sao phải chống tham nhũng vặt"),
    Trial("không dấu", "luan chuyen can bo theo nguyen tac nao", ("II.3",), "luân chuyển cán bộ theo nguyên tắc nào"),
    Trial("không dấu, viết hoa", "CHAT LUONG SINH HOAT CHI BO", ("II.4",), "CHẤT LƯỢNG SINH HOẠT CHI BỘ"),
    Trial("nửa có dấu", "tiếp công dan va giải quyet khiếu nai", ("II.6",), "tiếp công dân và giải quyết khiếu nại"),
    Trial("nửa có dấu", "khac phục viet thu hoạch rập khuôn", ("II.2",), "khắc phục viết thu hoạch rập khuôn"),
    Trial(
        "dấu tách rời (NFD)",
        unicodedata.normalize("NFD", "người đứng đầu phải gương mẫu thế nào"),
        ("II.7",),
        "người đứng đầu phải gương mẫu thế nào",
    ),
    Trial(
        "sai dấu thanh",
        "nắng lực lảnh đạo của tổ chức cơ sỡ đảng",
        ("I.2.gach-3", "II.4"),
        "năng lực lãnh đạo của tổ chức cơ sở đảng",
    ),
    Trial(
        "sai dấu thanh",
        "cải cách thủ tục hành chánh, đối thọai với dân",
        ("II.6",),
        "cải cách thủ tục hành chính, đối thoại với dân",
    ),
    Trial(
        "Telex chưa bật", "lucwj luwowngj coots cans chinhs trij", ("I.2.gach-6", "II.6"), "lực lượng cốt cán chính trị"
    ),
    Trial("Telex chưa bật", "quy hoachj cans booj nhieemj kyf 2020", ("I.1.gach-2",), "quy hoạch cán bộ nhiệm kỳ 2020"),
    Trial("VNI chưa bật", "phe6 bi2nh va2 tu75 phe6 bi2nh", ("II",), "phê bình và tự phê bình"),
    Trial("VNI chưa bật", "ddoi6 ngu4 d9a3ng vie6n", ("II.4",), "đội ngũ đảng viên"),
    Trial(
        "viết tắt",
        "vai trò MTTQ trong GS, PBXH",
        ("II.6", "I.2.gach-6"),
        "vai trò Mặt trận Tổ quốc trong giám sát, phản biện xã hội",
    ),
    Trial(
        "viết tắt",
        "KT-XH, QP-AN năm 2017 của tỉnh",
        ("I.1.ket",),
        "kinh tế xã hội, quốc phòng an ninh năm 2017 của tỉnh",
    ),
    Trial(
        "viết tắt, không dấu",
        "hdnd tinh co nhan thong bao k",
        ("noi-nhan",),
        "Hội đồng nhân dân tỉnh có nhận thông báo không",
    ),
    Trial(
        "dính chữ", "côngtác dânvận chínhquyền", ("I.1.gach-4", "I.2.gach-5", "II.6"), "công tác dân vận chính quyền"
    ),
    Trial("dính chữ, không dấu", "saochep bai thuhoach", ("I.2.gach-1",), "sao chép bài thu hoạch"),
    Trial("sai một chữ cái", "luận điệu suyên tạc trên internet", ("II.2",), "luận điệu xuyên tạc trên internet"),
    Trial("thiếu một chữ cái", "tê liệt sức chiến đấ", ("I.2.gach-3",), "tê liệt sức chiến đấu"),
    Trial("thừa, đảo chữ cái", "tinh gọnn bộ mya", ("II.1",), "tinh gọn bộ máy"),
    Trial("số ký hiệu", "qđ 218 cua bct", ("II.6",), "quyết định 218 của Bộ Chính trị"),
    Trial("số ký hiệu", "QĐ.102/TW", ("II.5",), "quyết định 102 Trung ương"),
    Trial("số ký hiệu", "nghi quyet so 18 nq-tw khoa 12", ("II.1",), "nghị quyết số 18 nq-tw khóa 12"),
    Trial("số ký hiệu", "KL462", ("mo-dau", "I", "II"), "kết luận 462"),
    Trial("tên hội nghị", "nqtw4 k11", ("II.2", "I.1.gach-5"), "nghị quyết Trung ương 4 khóa 11"),
    Trial("điều khoản chưa có", "dieu 7 quy dinh 102", (), "điều 7 quy định 102"),
    Trial("mục của văn bản", "muc 2 phan I", ("I.2",), "mục 2 phần I"),
    Trial("tiếng Anh", "discipline of party members who break the rules", ("II.5",)),
    Trial("tiếng Anh", "grassroots democracy and administrative reform", ("II.6",)),
    Trial(
        "kèm điều kiện",
        "thong bao nam 2018 ve quy che dan chu o co so",
        ("II.6",),
        "thông báo năm 2018 về quy chế dân chủ ở cơ sở",
    ),
    Trial(
        "kèm điều kiện", "nghị quyết trước 2020 về sắp xếp bộ máy", ("II.1",), "nghị quyết trước 2020 về sắp xếp bộ máy"
    ),
    Trial("không có trong văn bản", "thu tuc cap ho chieu pho thong", (), "thủ tục cấp hộ chiếu phổ thông"),
    Trial("không có trong văn bản", "thueế thu nhâp cá nhân", (), "thuế thu nhập cá nhân"),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a trial.

    Attributes:
        first: Address of the first passage of the search.
    """

    trial: Trial
    answer: Answer
    first: str

    @property
    def is_right(self) -> bool:
        """Quoted first from one of its places; or declined, where there is none."""
        if not self.trial.places:
            return not self.answer.answered
        return self.answer.answered and self.trial.is_answered_at(self.answer.quotes[0].address)

    @property
    def misread(self) -> tuple[tuple[str, str], ...]:
        """Runs of syllables as understood and as meant, where these differ."""
        if not self.trial.meant:
            return ()
        read, meant = syllables(self.answer.understood), syllables(self.trial.meant)
        changes = SequenceMatcher(None, read, meant, autojunk=False).get_opcodes()
        return tuple((" ".join(read[a:b]), " ".join(meant[c:d])) for kind, a, b, c, d in changes if kind != "equal")


def ask(searcher: Searcher, trial: Trial) -> Outcome:
    """Search for it, and ask it."""
    return Outcome(trial, answer_question(searcher, trial.typed), searcher.search(trial.typed, 1)[0].passage.address)


_HEAD = """\
# Gõ sai mà vẫn hiểu

{count} câu hỏi gõ sai theo nhiều kiểu, đem hỏi một thư viện chỉ có văn bản mẫu
(`data/documents/thong-bao-2018-01-26.txt`). Câu hỏi và nơi trả lời đúng được viết trước khi hỏi lần đầu; sau đó
không sửa câu nào, kể cả những câu Vankien hiểu sai. Bảng do lệnh này lập: `python -m bench.typed --write`

- “Đã hiểu”: lời Vankien hiển thị lại cho người hỏi, phần đã đổi in đậm.
- “Đoạn đầu”: đoạn đứng đầu khi tìm.
- “Trả lời”: Vankien trích dẫn, hay báo không có căn cứ. Câu trả lời là đúng khi đoạn trích đầu tiên nằm ở nơi trả lời,
  hoặc khi văn bản không trả lời và Vankien nói là không có căn cứ.
- “Hiểu sai chữ”: những chữ Vankien hiểu khác ý người gõ, trong ngoặc là ý người gõ.

"""
_COLUMNS = ("Kiểu gõ", "Đã gõ", "Đã hiểu", "Đoạn đầu", "Trả lời", "Hiểu sai chữ")


def draw(outcomes: Sequence[Outcome]) -> str:
    """The page."""
    rows = [_COLUMNS, ("---",) * len(_COLUMNS), *(_make_row(outcome) for outcome in outcomes)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    right = sum(outcome.is_right for outcome in outcomes)
    understood = sum(not outcome.misread for outcome in outcomes if outcome.trial.meant)
    vietnamese = sum(bool(outcome.trial.meant) for outcome in outcomes)
    counts = f"Trả lời đúng {right}/{len(outcomes)} câu; hiểu đúng từng chữ {understood}/{vietnamese} câu tiếng Việt."
    return f"{_HEAD.format(count=len(outcomes))}{table}\n\n{counts}\n"


def _make_row(outcome: Outcome) -> tuple[str, ...]:
    trial, answer = outcome.trial, outcome.answer
    said = f"trích, độ tin cậy {answer.confidence}" if answer.answered else "báo không có căn cứ"
    verdict = "đúng" if outcome.is_right else f"**sai**: {_say_right(trial)}"
    misread = ", ".join(f"{read} ({meant})" for read, meant in outcome.misread)
    return trial.how, f"`{trial.typed}`", _bold(answer), describe(outcome.first), f"{said}; {verdict}", misread


def _say_right(trial: Trial) -> str:
    places = " hoặc ".join(describe(place) for place in trial.places)
    return f"câu trả lời ở {places}" if places else "văn bản không trả lời"


def _bold(answer: Answer) -> str:
    """What was understood, the spans that differ from what was typed in bold."""
    if not answer.changed:
        return "như đã gõ" if answer.understood == answer.question else answer.understood
    text = answer.understood
    for start, end in reversed(answer.changed):
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    return text


def main(arguments: Sequence[str]) -> int:
    """Print the page, or write it."""
    parser = Parser("python -m bench.typed", "Những câu hỏi gõ sai được hiểu thế nào.")
    parser.add_argument("--write", action="store_true", help=f"ghi vào docs/{PAGE.name}")
    options = parser.parse_args(arguments)
    encoder = open_encoder(DEFAULT_MODEL)
    with tempfile.TemporaryDirectory() as home:
        searcher = open_searcher(make_library(Path(home), DEFAULT_MODEL, encoder), encoder)
        page = draw([ask(searcher, trial) for trial in TRIALS])
    if options.write:
        PAGE.write_text(page, encoding="utf-8")
    else:
        print(page)
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
