"""Peak memory of the page with a large library, a question answered: ``python -m bench.memory --corpus FOLDER``.

On Linux, which tells a process its own peak.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.laws import describe_machine, open_laws, parser
from index.search import open_searcher
from ingest.console import run
from ingest.store.connection import LIBRARY_FILE

ROOT = Path(__file__).parent.parent
_OPENED_SECONDS = 600
_BUILT_SECONDS = 3600
_KIB_IN_MIB = 1024


def measure_apart(home: Path, question: str) -> int:
    """MiB at the peak of a process of its own that serves the page of the library *home* and answers *question*."""
    environment = {**os.environ, "VANKIEN_HOME": str(home)}
    command = [sys.executable, "-m", "bench.memory", "--page", question]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return int(done.stdout)


def serve(question: str) -> int:
    """MiB at the peak of this process after the page built what was to be built, and answered *question*."""
    from streamlit.testing.v1 import AppTest

    from index.build import needs_build
    from index.settings import load_settings

    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=_OPENED_SECONDS).run()
    give_up = time.monotonic() + _BUILT_SECONDS
    while needs_build(load_settings()) and time.monotonic() < give_up:
        time.sleep(1)
    app.run()
    app.text_input(key="question").set_value(question)
    next(button for button in app.button if button.label == "Hỏi").click().run()
    if not any("<mark" in element.proto.body for element in app.get("html")):
        raise AssertionError("the page has not answered")
    return _peak()


def _peak() -> int:
    """MiB at the peak of this very program; what the system adds up for a child begins with its parent's size."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmHWM:", 1)[1].split()[0]) // _KIB_IN_MIB


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    making = parser("memory", "đo bộ nhớ đỉnh của trang hỏi đáp")
    making.add_argument("--page", metavar="CÂU_HỎI", help="mở trang của VANKIEN_HOME, hỏi, in số MiB")
    options = making.parse_args(arguments)
    if options.page is not None:
        print(serve(options.page))
        return 0
    suite = open_laws(options.corpus)
    rows, home = open_searcher(suite.settings).index.lexical.rows, suite.settings.home
    question = suite.cases[0].question
    print(describe_machine())
    print(f"{rows} đoạn, trang đã trả lời một câu hỏi")
    print(f"chỉ mục có sẵn: {measure_apart(home, question)} MiB", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(home / LIBRARY_FILE, folder)
        print(f"trang tự lập chỉ mục, nghĩa các đoạn đã có: {measure_apart(Path(folder), question)} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
