"""What many tests share: the bundled model, a library read with it, and a tiny model."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import settings
from numpy.typing import NDArray

from bench.notice import make_library
from index.build import BuildReport, Progress, build_index
from index.encode import DEFAULT_MODEL, Encoder, open_encoder
from index.settings import Settings

pytest_plugins = [
    "tests.browser",
    "tests.commands",
    "tests.driver",
    "tests.kept_safe",
    "tests.office",
    "tests.people",
    "tests.printing",
    "tests.trouble",
]

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # as the program sets it: here torch may be loaded by anyone first
os.environ["VANKIEN_OFFICE"] = ""  # a test that wants LibreOffice says so: it takes seconds a file, and not all have it
settings.register_profile("vankien", deadline=None)  # a busy machine is no failure
settings.load_profile("vankien")


TODAY = datetime.date(2026, 11, 27)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> datetime.date:
    """The day of every test, whatever the machine says: what is in force depends on it."""
    monkeypatch.setattr("index.as_of.today", lambda: TODAY)
    return TODAY


@pytest.fixture(autouse=True)
def build_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages driven in this process build and ask in it, with one model: a process of a build opens its own.

    That process is tested by itself in test_building_apart, and behind every page in the browser.
    """
    monkeypatch.setattr("ui.openers.build_apart", _build_here)
    monkeypatch.setattr("ui.openers.open_encoder", _open_once)
    monkeypatch.setattr("ui.openers.open_ahead", lambda _: None)


def _build_here(settings: Settings, progress: Progress) -> BuildReport:
    return build_index(settings, progress, _open_once(settings.model))


@cache
def _open_once(model: str) -> Encoder:
    return Remembering(open_encoder(model))


class Remembering:
    """A model that embeds each passage once, in whatever library it stands: all of them hold the same digests."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder, self._rows = encoder, dict[str, NDArray[np.float32]]()
        self.fingerprint, self.dimensions = encoder.fingerprint, encoder.dimensions

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._encoder.encode_queries(texts)

    def encode_passages(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> NDArray[np.float32]:
        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        self._rows |= dict(zip(new, self._encoder.encode_passages(new), strict=True))
        if progress is not None:
            progress(len(texts), len(texts))
        return np.array([self._rows[text] for text in texts], dtype=np.float32).reshape(len(texts), self.dimensions)


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The bundled model, loaded once."""
    return open_encoder(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def notice_settings(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Settings:
    """A library of the starter documents, indexed with the bundled model; only to be read."""
    return make_library(tmp_path_factory.mktemp("notice"), DEFAULT_MODEL, encoder)


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of two words with random weights, saved as sentence-transformers saves its own."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast, set_seed

    set_seed(1)
    base, saved = (tmp_path_factory.mktemp("model") / name for name in ("base", "saved"))
    words = ["[UNK]", "[PAD]", "kiểm", "tra", "hỏi:", "văn:"]
    tokenizer = Tokenizer(models.WordLevel({word: i for i, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    marks: dict[str, Any] = {"unk_token": "[UNK]", "pad_token": "[PAD]", "model_max_length": 32}
    wrapped: Any = PreTrainedTokenizerFast
    wrapped(tokenizer_object=tokenizer, **marks).save_pretrained(base)
    shape: dict[str, Any] = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 8}
    BertModel(BertConfig(vocab_size=len(words), max_position_embeddings=32, **shape)).save_pretrained(base)
    prompts = {"query": "hỏi: ", "passage": "văn: "}
    SentenceTransformer(modules=[Transformer(str(base)), Pooling(8)], prompts=prompts).save(str(saved))
    return saved
