"""The default model in eight-bit arithmetic: the same network, twice as fast on processors made for it.

Weights and the rows that meet them become whole numbers from -127 to 127, each output and each token with a scale of
its own; their products are summed without rounding. A text is never padded, so that its vector is the same to the bit
whatever else is encoded with it. Against the float32 model the cosine is 0.999.

Import this module only to open the model: it brings torch with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext

import torch
from sentence_transformers import SentenceTransformer
from torch import Tensor, nn
from torch.nn import functional
from transformers.modeling_outputs import BaseModelOutput

from index.models.bundled_model import ModelFile, PackedWords, assemble, find_model_file, read_model_file

_MOST = 127
_FEW_TOKENS = 256
"""Up to so many, a long question's worth, one core is faster than two that wait for each other at every step."""


def runs_fast() -> bool:
    """Whether this processor multiplies eight-bit numbers faster than float32; elsewhere torch does it one by one."""
    return bool(torch.cpu.get_capabilities().get("avx512_vnni"))


def load_fast_model() -> SentenceTransformer:
    """The default model as ``load_bundled_model`` gives it, in eight bits.

    Raises:
        ModelError: If the installed file is missing or damaged.
    """
    held = read_model_file(find_model_file())
    return assemble(held, PackedNetwork(held).eval().requires_grad_(False))


class PackedNetwork(nn.Module):
    """The encoder over texts laid end to end: one row a token, none for padding."""

    def __init__(self, held: ModelFile) -> None:
        super().__init__()
        self.config = held.shape
        size, weights = held.shape.hidden_size, held.weights
        self._words = PackedWords(held.words)
        self._places = nn.Buffer(weights["emb.pos"].view(-1, size) + weights["emb.type"].view(-1, size)[0])
        self._norm = _norm(held, "emb.ln")
        self._layers = nn.ModuleList(_Layer(held, f"l{i}") for i in range(held.shape.num_hidden_layers))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> BaseModelOutput:
        """Of (texts, tokens) the tokens' vectors: float32 (texts, tokens, dimensions), zeros where padded."""
        lengths: list[int] = attention_mask.sum(1).tolist()
        places = torch.cat([self._places[:length] for length in lengths])
        rows = self._norm(self._words(input_ids[attention_mask.bool()]) + places)
        with _on_one_core() if len(rows) <= _FEW_TOKENS else nullcontext():
            for layer in self._layers:
                rows = layer(rows, lengths)
        padded = nn.utils.rnn.pad_sequence(list(rows.split(lengths)), batch_first=True)
        return BaseModelOutput(last_hidden_state=padded)


@contextmanager
def _on_one_core() -> Iterator[None]:
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(cores)


class EightBitLinear(nn.Module):
    """A linear layer, of *weight* (outputs, inputs) and *bias*, whose products are of whole numbers."""

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1).clamp_min_(torch.finfo(torch.float32).tiny) / _MOST
        self._weight = nn.Buffer((weight / scale[:, None]).round_().to(torch.int8).t().contiguous())
        self._scale, self._bias = nn.Buffer(scale), nn.Buffer(bias)

    def forward(self, rows: Tensor) -> Tensor:
        """float32 (rows, inputs) to (rows, outputs)."""
        top = torch.maximum(rows.amax(1, keepdim=True), rows.amin(1, keepdim=True).neg_())
        top.clamp_min_(torch.finfo(torch.float32).tiny * _MOST)
        whole = (rows * (_MOST / top)).round_().to(torch.int8)
        found = torch._int_mm(whole, self._weight).float().mul_(top / _MOST)
        return torch.addcmul(self._bias, found, self._scale, out=found)


class _Layer(nn.Module):
    def __init__(self, held: ModelFile, name: str) -> None:
        super().__init__()
        self._heads = held.shape.num_attention_heads
        self._ask = _linear(held, *(f"{name}.{part}" for part in "qkv"))
        self._attended, self._attended_norm = _linear(held, f"{name}.ao"), _norm(held, f"{name}.aln")
        self._widen, self._narrow = _linear(held, f"{name}.fi"), _linear(held, f"{name}.fo")
        self._norm = _norm(held, f"{name}.oln")

    def forward(self, rows: Tensor, lengths: Sequence[int]) -> Tensor:
        parts = self._ask(rows).view(len(rows), 3, self._heads, -1)
        seen = torch.cat([_attend(part) for part in parts.split(lengths)])
        rows = self._attended_norm(self._attended(seen).add_(rows))
        return self._norm(self._narrow(functional.gelu(self._widen(rows))).add_(rows))  # type: ignore[no-any-return]


def _attend(parts: Tensor) -> Tensor:
    """Of one text's queries, keys and values (tokens, 3, heads, width) what each token sees: (tokens, dimensions)."""
    query, key, value = parts.permute(1, 2, 0, 3).unsqueeze(1)
    return functional.scaled_dot_product_attention(query, key, value)[0].transpose(0, 1).flatten(1)


def _linear(held: ModelFile, *names: str) -> EightBitLinear:
    """The layers *names* as one, their outputs one after the other."""
    biases = [held.weights[f"{name}.b"] for name in names]
    weights = [held.weights[f"{name}.w"].view(len(bias), -1) for name, bias in zip(names, biases, strict=True)]
    return EightBitLinear(torch.cat(weights), torch.cat(biases))


def _norm(held: ModelFile, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(held.shape.hidden_size, eps=held.shape.layer_norm_eps)
    norm.load_state_dict({"weight": held.weights[f"{name}.w"], "bias": held.weights[f"{name}.b"]})
    return norm
