"""Opening a model the owner named: a folder, or a name that sentence-transformers knows.

A folder is read from this machine and nothing is asked of any other. A name is looked for among the models already
on this machine; only one that is not there yet is fetched, with a bar that shows it, unless the owner forbids it.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ingest.errors import ModelError
from ingest.language import tr
from ingest.owner import load_way_out
from ingest.store import library_folder

_Model = TypeVar("_Model")
_PATIENCE_SECONDS = 10
_NO_FOLDER = "Không có thư mục {called} {folder}. Hãy kiểm tra cài đặt {setting}, hoặc bỏ cài đặt ấy để {without}."
_NOT_OPENED = (
    "Không mở được {called} trong thư mục {folder} ({reason}). "
    "Hãy kiểm tra cài đặt {setting}, hoặc bỏ cài đặt ấy để {without}."
)
_NO_NETWORK = (
    "Máy này chưa có {called} {name}, và người phụ trách máy không cho Vankien dùng mạng. "
    "Hãy chép mô hình vào một thư mục rồi ghi thư mục ấy vào {setting}, hoặc bỏ cài đặt ấy để {without}."
)
_NOT_FETCHED = (
    "Không tải được {called} {name} từ mạng ({reason}). "
    "Hãy kiểm tra tên mô hình và kết nối mạng rồi chạy lại, hoặc bỏ cài đặt {setting} để {without}."
)


@dataclass(frozen=True, slots=True)
class Role:
    """What a model is for, in the words of its errors.

    Attributes:
        called: What people call such a model.
        setting: The variable that names it.
        without: What leaving the setting out is good for.
    """

    called: str
    setting: str
    without: str


def open_model(model: str, role: Role, load: Callable[[str, bool], _Model]) -> _Model:
    """What *load* makes of the folder or name *model*; it is told whether it may fetch.

    Raises:
        ModelError: If the model is missing, damaged, or cannot be had.
    """
    local = is_path(model)
    prepare_libraries(offline=local)
    return _open_folder(Path(model).expanduser(), role, load) if local else _open_named(model, role, load)


def is_path(model: str) -> bool:
    """Whether *model* is a folder's path; otherwise it is a name."""
    path = Path(model).expanduser()
    return path.is_absolute() or model.startswith(".") or path.is_dir()


def prepare_libraries(*, offline: bool) -> None:
    """Keep the libraries from reporting home, from the network where it is not needed, from chatter and from spinning.

    They read the environment when they are first imported, so this comes before. What the owner has set stays.
    """
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # or they warn at every later child process
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # spinning for a core that others use is ten times slower
    if offline:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    for name in ("sentence_transformers", "transformers", "huggingface_hub"):
        logging.getLogger(name).setLevel(logging.ERROR)


def show_bars(*, wanted: bool) -> None:
    """Whether the libraries draw what they do; for loading from this machine there is nothing to wait for."""
    from transformers.utils import logging as library

    show = library.enable_progress_bar if wanted else library.disable_progress_bar
    show()  # type: ignore[no-untyped-call]  # no types in its library


def _open_folder(folder: Path, role: Role, load: Callable[[str, bool], _Model]) -> _Model:
    told = {"called": tr(role.called), "setting": role.setting, "without": tr(role.without), "folder": folder}
    if not folder.is_dir():
        raise ModelError(tr(_NO_FOLDER, **told))
    try:
        return _load(str(folder), load, fetch=False)
    except Exception as error:  # its libraries raise whatever comes; to the owner it is one thing: it does not open
        raise ModelError(tr(_NOT_OPENED, reason=_reason(error), **told)) from error


def _open_named(name: str, role: Role, load: Callable[[str, bool], _Model]) -> _Model:
    with contextlib.suppress(Exception):  # whatever the libraries raise: not here, or not whole, so it is fetched
        return _load(name, load, fetch=False)
    told = {"called": tr(role.called), "setting": role.setting, "without": tr(role.without), "name": name}
    if not load_way_out(library_folder()).allowed:
        raise ModelError(tr(_NO_NETWORK, **told))
    try:
        _ask_once(name)
        return _load(name, load, fetch=True)
    except Exception as error:  # as above, and all that a network can do
        raise ModelError(tr(_NOT_FETCHED, reason=_reason(error), **told)) from error


def _load(model: str, load: Callable[[str, bool], _Model], *, fetch: bool) -> _Model:
    show_bars(wanted=fetch)
    return load(model, fetch)


def _ask_once(name: str) -> None:
    """Find out in one request whether the model can be had: the libraries try for over a minute before they fail."""
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError

    try:
        HfApi().model_info(name, timeout=_PATIENCE_SECONDS)
    except HfHubHTTPError as error:
        if "/" in name or error.response.status_code >= 500:
            raise  # a name without its owner may be known all the same: sentence-transformers adds one


def _reason(error: Exception) -> str:
    """In the library's own words: the kind of error and its first sentence."""
    first, *_ = str(error).strip().splitlines() or [""]
    return f"{type(error).__name__}: {first.split('. ')[0][:200]}"
