"""The default model in eight bits: as near to float32 as makes no difference, and the same in any company."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from index.encode import DEFAULT_MODEL, LocalEncoder
from tests.test_bundled_model import PARAGRAPHS, QUERIES

LEAST_COSINE = 0.998


@pytest.fixture(scope="module")
def fast() -> LocalEncoder:
    from index.models.eight_bits import load_fast_model

    return LocalEncoder(load_fast_model(), DEFAULT_MODEL)


@pytest.fixture(scope="module")
def exact() -> LocalEncoder:
    from index.models.bundled_model import load_bundled_model

    return LocalEncoder(load_bundled_model(), DEFAULT_MODEL)


def test_passages_stand_where_float32_puts_them(fast: LocalEncoder, exact: LocalEncoder) -> None:
    ours, theirs = fast.encode_passages(PARAGRAPHS), exact.encode_passages(PARAGRAPHS)

    assert np.sum(ours * theirs, axis=1).min() >= LEAST_COSINE


@pytest.mark.parametrize("query", QUERIES)
def test_queries_stand_where_float32_puts_them(fast: LocalEncoder, exact: LocalEncoder, query: str) -> None:
    assert float(fast.encode_queries([query])[0] @ exact.encode_queries([query])[0]) >= LEAST_COSINE


def test_a_text_has_the_same_vector_whatever_is_encoded_with_it(fast: LocalEncoder) -> None:
    few = PARAGRAPHS[:9]

    alone = np.vstack([fast.encode_passages([text]) for text in few])
    assert np.array_equal(fast.encode_passages(few), alone)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([""], id="empty"),
        pytest.param(["", "kiểm tra"], id="empty-beside-words"),
        pytest.param(["kiểm tra " * 2000, "a"], id="longer-than-the-model-reads"),
    ],
)
def test_texts_at_the_ends_are_encoded(fast: LocalEncoder, exact: LocalEncoder, texts: list[str]) -> None:
    assert np.sum(fast.encode_passages(texts) * exact.encode_passages(texts), axis=1).min() >= LEAST_COSINE


@pytest.mark.parametrize("rows", [1, 17])
def test_whole_numbers_of_each_row_and_output_give_the_product_of_the_layer(rows: int) -> None:
    import torch

    from index.models.eight_bits import EightBitLinear

    torch.manual_seed(3)
    weight, bias, given = torch.randn(24, 16), torch.randn(24), torch.randn(rows, 16)
    given *= torch.logspace(-3, 3, rows)[:, None]  # rows of very different size each keep their precision
    found, expected = EightBitLinear(weight, bias)(given), torch.nn.functional.linear(given, weight, bias)

    scale = given.abs().amax(1, keepdim=True) * weight.abs().amax(1) * 16**0.5
    assert float(((found - expected).abs() / scale).max()) < 0.01


def test_rows_and_weights_of_zeros_give_the_bias() -> None:
    import torch

    from index.models.eight_bits import EightBitLinear

    bias = torch.tensor([1.0, -2.0])
    for weight, given in itertools.product(
        (torch.zeros(2, 8), torch.ones(2, 8)), (torch.zeros(3, 8), torch.ones(3, 8))
    ):
        expected = torch.nn.functional.linear(given, weight, bias)
        assert torch.allclose(EightBitLinear(weight, bias)(given), expected, rtol=1e-5)


def test_a_question_is_read_on_one_core_and_the_cores_are_given_back(
    fast: LocalEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    from index.models import eight_bits

    cores, used, attend = torch.get_num_threads(), list[int](), eight_bits._attend

    def noting(parts: torch.Tensor) -> torch.Tensor:
        used.append(torch.get_num_threads())
        return attend(parts)

    monkeypatch.setattr(eight_bits, "_attend", noting)
    fast.encode_queries(["kiểm tra, giám sát ở cơ sở"])
    assert set(used) == {1}
    used.clear()
    fast.encode_passages(["kiểm tra, giám sát ở cơ sở " * 60])
    assert set(used) == {cores} == {torch.get_num_threads()}


@pytest.mark.parametrize(("fast_there", "network"), [(True, "PackedNetwork"), (False, "BertModel")])
def test_eight_bits_are_used_only_where_the_processor_is_made_for_them(
    monkeypatch: pytest.MonkeyPatch, fast_there: bool, network: str
) -> None:
    import torch

    from index.encode import open_encoder

    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx512_vnni": True} if fast_there else {})
    encoder = open_encoder(DEFAULT_MODEL)
    assert isinstance(encoder, LocalEncoder)
    assert type(encoder._model[0].model).__name__ == network
