"""Files made by a fuzzer, read the whole way: nothing but a ReadingError may be raised, and the laws must hold.

    python -m bench.fuzz [text | markdown | html | rtf] [--seconds SỐ] [--kept THƯ_MỤC]

Atheris looks which lines of ``ingest/`` each file reaches and makes others of those that reach new ones. What was
gathered is kept and goes on from there the next time; a file that breaks a law is written beside it. Atheris is no
dependency of ours; without it the command says how to get it.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.fuzz_pieces import PIECES, build
from ingest.console import Parser, run
from ingest.errors import ReadingError, UsageError

if TYPE_CHECKING:  # else imported when atheris looks on
    from ingest.models import Document

_SECONDS = 900
_LONGEST = 900  # bytes of data, a piece each
_SLOW = 30  # seconds for one small file
_GET = (
    "Chưa có atheris. Hãy cài vào một thư mục riêng rồi chỉ đường: pip install --target THƯ_MỤC_RIÊNG atheris, "
    "sau đó chạy lại lệnh này với PYTHONPATH=THƯ_MỤC_RIÊNG (có trên Linux và macOS)."
)


def check_laws(document: Document) -> None:
    """What is true of every document.

    Raises:
        AssertionError: Naming the law that is broken.
    """
    from ingest.cleaning import clean_text
    from ingest.handing import pack_value, unpack_document
    from ingest.passages import make_passages

    text = document.text
    assert clean_text(text) == text, "cleaning again changes the text"
    nodes = list(document.walk())
    assert len({node.address for node in nodes}) == len(nodes), "two provisions share an address"
    own = (range(*span) for node in nodes for span in ((node.start, node.text_start), (node.text_start, node.text_end)))
    held = sorted(place for span in own for place in span if not text[place].isspace())
    assert held == [i for i, letter in enumerate(text) if not letter.isspace()], "the leaves do not cover the text once"
    slices = [(one.start, one.end, one.text) for one in make_passages(document)]
    slices += [(one.start, one.end, one.text) for one in document.citations]
    assert all(text[start:end] == said for start, end, said in slices), "an offset does not slice"
    spans = [(one.start, one.end) for one in document.findings]
    spans += [(one.start, one.end) for one in document.references]
    assert all(0 <= start < end <= len(text) for start, end in spans), "a span lies outside the text"
    starts = [page.start for page in document.pages]
    assert starts == sorted(starts), "pages are out of order"
    handed = unpack_document(json.loads(json.dumps(document, default=pack_value)))
    assert handed == document, "handing over changes the document"


def _fuzz(target: str, seconds: int, kept: Path) -> None:
    """Fuzz in this process until the time is over or a law is broken; atheris ends the process itself."""
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["ingest"]):
        from ingest.documents import read_from
        from ingest.readers.text import plain  # noqa: F401 - readers wait in functions, and are to be looked at too
        from ingest.readers.web import page  # noqa: F401
        from ingest.readers.word import rtf  # noqa: F401

    def read(data: bytes) -> None:
        content, name = build(target, data)
        try:
            document = read_from(content, Path(name)).document
        except ReadingError:
            return
        check_laws(document)

    options = (f"-max_total_time={seconds}", f"-max_len={_LONGEST}", f"-timeout={_SLOW}", "-print_final_stats=1")
    corpus = kept / target
    corpus.mkdir(parents=True, exist_ok=True)
    atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={kept}/{target}-", str(corpus)], read)
    atheris.Fuzz()


def _fuzz_apart(target: str, seconds: int, kept: Path) -> bool:
    """Fuzz in a process of its own and print what it found; whether the laws held."""
    words = ("-m", "bench.fuzz", target, "--seconds", str(seconds), "--kept", str(kept), "--here")
    done = subprocess.run([sys.executable, *words], stderr=subprocess.PIPE, check=False)
    said = done.stderr.decode("utf-8", "replace").splitlines()
    figures = {name: value for line in said if line.startswith("stat::") for name, _, value in [line.partition(": ")]}
    runs = figures.get("stat::number_of_executed_units", "?").strip()
    gathered = sum(1 for _ in (kept / target).iterdir())
    result = "không lỗi" if done.returncode == 0 else f"LỖI, tệp gây lỗi ở {kept}"
    print(f"{target:<10}{seconds:>7} giây {runs:>9} lượt {gathered:>6} mẫu  {result}", flush=True)
    if done.returncode:
        print("\n".join(line for line in said if not line.startswith(("#", "INFO: Instr")))[-4000:], flush=True)
    return done.returncode == 0


def main(arguments: Sequence[str]) -> int:
    """Fuzz the targets in turn; 1 where a law was broken."""
    parser = Parser("python -m bench.fuzz", "thử bộ đọc và các quy tắc bằng tệp do máy sinh ra (cần atheris)")
    parser.add_argument("target", nargs="?", choices=tuple(PIECES), metavar="LOẠI", help="; ".join(PIECES))
    parser.add_argument("--seconds", type=int, default=_SECONDS, metavar="SỐ", help="số giây cho mỗi loại")
    place = Path(tempfile.gettempdir()) / "vankien-fuzz"
    parser.add_argument("--kept", type=Path, default=place, metavar="THƯ_MỤC", help="nơi giữ các mẫu đã tìm được")
    parser.add_argument("--here", action="store_true", help="chạy ngay trong tiến trình này, in mọi điều atheris nói")
    options = parser.parse_args(arguments)
    if importlib.util.find_spec("atheris") is None:
        raise UsageError(_GET)
    if options.here:
        _fuzz(options.target or "text", options.seconds, options.kept)
    targets = [options.target] if options.target else list(PIECES)
    held = [_fuzz_apart(target, options.seconds, options.kept) for target in targets]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(run(main))
