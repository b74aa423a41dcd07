"""``make hashes``: lists the hash of every build of every pinned version, in the files that pin.

To raise a version: change its number in ``constraints.txt``, leave the hashes as they are, run this. Two programs are
asked, each of the index that it is set up with: ``uv`` for every file of a version, on whatever machine it runs; pip
for the files it would take on this machine, which may come from an index that the office keeps for itself. A hash that
is listed already stays as long as the version does: another machine's index may have shown it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from packaging.version import Version

from bench.pins import ALL, CPU, CUDA, Pin, PinError, parse_pins, read_pins, write_pins
from ingest.console import Parser, run

TORCH = "torch"
OLDEST_PYTHON = "3.11"
_UV = (
    "-m",
    "uv",
    "pip",
    "compile",
    "--universal",
    "--python-version",
    OLDEST_PYTHON,
    "--generate-hashes",
    "--no-header",
)
_PIP = ("-m", "pip", "--disable-pip-version-check")


def main(arguments: Sequence[str]) -> int:
    """Write the hashes into the files; exit code 0."""
    parser = Parser("python -m bench.hashes", "Ghi mã băm của mọi bản dựng của từng phiên bản vào các tệp ghim.")
    parser.parse_args(arguments)
    held = read_pins(ALL)
    listed = ask_index(held.values(), "--no-deps")
    here = ask_pip(held.values())
    pins = {key: merge(pin, listed[key], here.get(key)) for key, pin in held.items()}
    write_pins(ALL, (pins[key] for key in sorted(pins)))
    _write_torch(pins, listed[TORCH], here.get(TORCH))
    print(f"Đã ghi {sum(len(pin.hashes) for pin in pins.values())} mã băm của {len(pins)} gói vào {ALL.name}.")
    print("Bước tiếp theo: xem lại bằng git diff, rồi gõ make test")
    return 0


def _write_torch(pins: dict[str, Pin], listed: Pin, here: Pin | None) -> None:
    """The two kinds of torch for Linux, each with what it alone brings."""
    if here is not None and Version(here.version).local is not None:
        before = read_pins(CPU).get(TORCH)
        kept = before.hashes if before is not None and before.version == here.version else frozenset()
        write_pins(CPU, [here.with_hashes(here.hashes | kept)])
    with _written(pins.values()) as bounds:
        brought = ask_index([pins[TORCH]], "--constraint", bounds)
    alone = [pin for key, pin in sorted(brought.items()) if key not in pins]
    write_pins(CUDA, [listed, *alone])


def merge(held: Pin, listed: Pin, here: Pin | None) -> Pin:
    """*held* with the hashes that the index *listed* and that pip would take *here*.

    Hashes that are held stay when the index lists one of them; else they are of another version.
    """
    kept = held.hashes if held.hashes & listed.hashes else frozenset()
    return held.with_hashes(kept | listed.hashes | (here.hashes if here else frozenset()))


def ask_index(pins: Iterable[Pin], *options: str) -> dict[str, Pin]:
    """What uv resolves *pins* to, with the hash of every file that the index has of each version.

    Raises:
        PinError: If the index does not answer, or lacks a version.
    """
    index = _run(*_PIP, "config", "get", "global.index-url", check=False).strip()
    chosen = ("--default-index", index) if index else ()
    with _written(pins) as file:
        return parse_pins(_run(*_UV, "--no-annotate", "--quiet", *chosen, *options, file))


def ask_pip(pins: Iterable[Pin]) -> dict[str, Pin]:
    """The very files that pip would take on this machine.

    Raises:
        PinError: If pip finds one of them nowhere.
    """
    with _written(pins) as file:
        report = _run(
            *_PIP, "install", "--dry-run", "--ignore-installed", "--no-deps", "--quiet", "--report", "-", "-r", file
        )
    return {pin.key: pin for pin in map(_read_found, json.loads(report)["install"])}


def _read_found(found: dict[str, Any]) -> Pin:
    hashes = found["download_info"].get("archive_info", {}).get("hashes", {})
    return Pin(found["metadata"]["name"], found["metadata"]["version"], hashes=frozenset({hashes["sha256"]}))


@contextmanager
def _written(pins: Iterable[Pin]) -> Iterator[str]:
    """The path of a file that asks for *pins*, without their hashes."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "pins.txt")
        file.write_text("\n".join(pin.requirement for pin in pins), "utf-8")
        yield str(file)


def _run(*words: str, check: bool = True) -> str:
    done = subprocess.run([sys.executable, *words], capture_output=True, encoding="utf-8", check=False)
    if check and done.returncode != 0:
        raise PinError(
            f"Không hỏi được nguồn gói: {done.stderr.strip()[-600:]}. Lệnh này cần mạng và nguồn gói của pip; "
            "các tệp ghim chưa bị sửa. Hãy kiểm tra mạng rồi gõ lại: make hashes"
        )
    return done.stdout


if __name__ == "__main__":
    sys.exit(run(main))
