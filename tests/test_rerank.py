"""A real cross-encoder, tiny and random, re-orders; one that cannot be had is named with the next step."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from index.models.rerank import DEPTH, Reranker, open_reranker
from index.search import open_searcher
from index.settings import Settings
from ingest.errors import ModelError
from ingest.passage_text import context
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build

ROOT = Path(__file__).parent.parent
TEXTS = ["kiểm", "tra kiểm", "kiểm tra tra", "lạ", "tra"]


def save_cross_encoder(folder: Path, labels: int) -> Path:
    """A cross-encoder of four words with random weights, as sentence-transformers saves its own."""
    from sentence_transformers import CrossEncoder
    from tokenizers import Tokenizer, models, pre_tokenizers
    from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast, set_seed

    set_seed(2)
    words = ["[UNK]", "[PAD]", "kiểm", "tra"]
    tokenizer = Tokenizer(models.WordLevel({word: i for i, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    marks: dict[str, Any] = {"unk_token": "[UNK]", "pad_token": "[PAD]", "model_max_length": 32}
    wrapped: Any = PreTrainedTokenizerFast
    wrapped(tokenizer_object=tokenizer, **marks).save_pretrained(folder / "base")
    shape: dict[str, Any] = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 8}
    shape |= {"num_labels": labels, "initializer_range": 1.0}  # scores far apart
    config = BertConfig(vocab_size=len(words), max_position_embeddings=32, **shape)
    BertForSequenceClassification(config).save_pretrained(folder / "base")
    CrossEncoder(str(folder / "base"), local_files_only=True).save_pretrained(str(folder / "saved"))
    return folder / "saved"


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_cross_encoder(tmp_path_factory.mktemp("reranker"), labels=1)


def test_texts_come_in_the_order_of_the_models_own_scores(tiny: Path) -> None:
    from sentence_transformers import CrossEncoder

    scores = CrossEncoder(str(tiny), local_files_only=True).predict([("kiểm tra", text) for text in TEXTS])
    assert len(set(scores)) == len(TEXTS)
    found = open_reranker(str(tiny)).order("kiểm tra", TEXTS)
    assert found == sorted(range(len(TEXTS)), key=lambda place: -scores[place])


def test_equal_texts_keep_their_order(tiny: Path) -> None:
    assert open_reranker(str(tiny)).order("kiểm", ["tra"] * 20) == list(range(20))


def test_no_texts_have_no_order(tiny: Path) -> None:
    assert open_reranker(str(tiny)).order("kiểm", []) == []


def test_a_model_is_loaded_once(tiny: Path) -> None:
    assert open_reranker(str(tiny)) is open_reranker(str(tiny))


def test_a_folder_is_opened_without_any_network(tiny: Path) -> None:
    script = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise OSError('no network')\n"
        "socket.socket.connect = refuse; socket.getaddrinfo = refuse\n"
        "from index.models.rerank import open_reranker\n"
        "print(sorted(open_reranker(sys.argv[1]).order('tra', ['tra', 'kiểm'])))"
    )
    unset = {name: value for name, value in os.environ.items() if not name.startswith("HF_")}
    done = subprocess.run(
        [sys.executable, "-c", script, str(tiny)], cwd=ROOT, env=unset, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[0, 1]\n"


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        pytest.param(shutil.rmtree, "Không có thư mục mô hình xếp lại", id="missing"),
        pytest.param(lambda folder: (folder / "config.json").write_text("{"), "Không mở được", id="config-damaged"),
        pytest.param(lambda folder: (folder / "model.safetensors").write_bytes(b"x"), "Không mở được", id="cut-short"),
    ],
)
def test_a_folder_that_cannot_be_opened_is_named_with_the_next_step(
    tiny: Path, tmp_path: Path, damage: Callable[[Path], Any], message: str
) -> None:
    copy = Path(shutil.copytree(tiny, tmp_path / "model"))
    damage(copy)
    with pytest.raises(
        ModelError, match=rf"{message}.*VANKIEN_RERANKER, hoặc bỏ cài đặt ấy để không xếp lại"
    ) as caught:
        open_reranker(str(copy))
    assert str(copy) in str(caught.value)


def test_a_name_that_cannot_be_had_is_named_with_the_next_step() -> None:
    script = (
        "from index.models.rerank import open_reranker\nfrom ingest.errors import ModelError\n"
        "try: open_reranker('some-owner/some-model')\nexcept ModelError as error: print(error)"
    )
    environment = {**os.environ, "HF_ENDPOINT": "http://127.0.0.1:9", "HF_HUB_OFFLINE": "0"}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert "Không tải được mô hình xếp lại some-owner/some-model từ mạng" in done.stdout
    assert "bỏ cài đặt VANKIEN_RERANKER để không xếp lại" in done.stdout


def test_a_model_of_several_classes_is_refused(tmp_path: Path) -> None:
    model = open_reranker(str(save_cross_encoder(tmp_path, labels=3)))
    with pytest.raises(ModelError, match=r"không cho mỗi đoạn một điểm số.*VANKIEN_RERANKER"):
        model.order("kiểm", TEXTS)


class _Broken:
    """Stands where a model stands, and gives what is no number."""

    def predict(self, pairs: list[tuple[str, str]], **_: Any) -> NDArray[np.float32]:
        return np.full(len(pairs), np.nan, dtype=np.float32)


def test_scores_that_are_no_numbers_are_refused() -> None:
    model: Any = _Broken()
    with pytest.raises(ModelError, match="Mô hình xếp lại hỏng không cho"):
        Reranker(model, "hỏng").order("kiểm", TEXTS)


def test_a_search_reorders_its_first_hits_and_keeps_the_others(tiny: Path, tmp_path: Path) -> None:
    text = "".join(f"{place}. {'kiểm ' * (place % 4)}{'tra ' * (place % 5)}lạ {place}.\n\n" for place in range(1, 31))
    add_text(tmp_path, text)
    build(tmp_path, FakeEncoder())
    plain, reordering = (
        open_searcher(Settings(tmp_path, FAKE_MODEL, model), FakeEncoder()) for model in (None, str(tiny))
    )

    before, after = plain.search("kiểm tra", 25), reordering.search("kiểm tra", 25)
    texts = [context(hit.passage, hit.metadata) for hit in before[:DEPTH]]
    expected = [before[place].passage_id for place in open_reranker(str(tiny)).order("kiểm tra", texts)]
    assert [hit.passage_id for hit in after[:DEPTH]] == expected
    assert expected != [hit.passage_id for hit in before[:DEPTH]]
    assert after[DEPTH:] == before[DEPTH:]
    assert reordering.search("kiểm tra", 3) == after[:3]
