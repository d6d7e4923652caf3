"""The models of `mmmodelsdk`, against their definitions worked out with NumPy."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from polylogue.mmsdk.mmmodelsdk import fusion, modules  # noqa: E402


@pytest.fixture
def modalities():
    torch.manual_seed(3)
    return [torch.randn(5, width) for width in (2, 3, 4)]


def arrays(layer):
    return layer.weight.detach().numpy(), layer.bias.detach().numpy()


def close(mine, theirs):
    return np.allclose(mine.detach().numpy(), theirs, atol=1e-5)


def test_tensor_fusion(modalities):
    model = fusion.TensorFusion([2, 3, 4], 6)
    assert model.tensor_size == 24 and list(model.state_dict()) == ["linear_layer.weight", "linear_layer.bias"]
    weight, bias = arrays(model.linear_layer)
    a, b, c = (each.numpy() for each in modalities)
    products = np.einsum("ni,nj,nk->nijk", a, b, c).reshape(5, -1)
    assert close(model(modalities), products @ weight.T + bias)
    assert torch.equal(model(modalities), model.fusion(modalities))


def test_recurrent_fusion(modalities):
    model = fusion.RecurrentFusion([2, 3, 4], 7)
    outputs, hidden, cell = model(modalities, steps=3)
    assert outputs.shape == (3, 5, 7) and hidden.shape == cell.shape == (1, 5, 7)
    assert torch.equal(outputs[-1], hidden[0])
    assert torch.allclose(model(modalities)[0][0], outputs[0])


def test_multiple_attention(modalities):
    nets = [torch.nn.Sequential(torch.nn.Linear(2 * width, 1)) for width in (2, 3, 4)]
    model = fusion.MultipleAttentionFusion(torch.nn.Sequential(torch.nn.Linear(9, 18)), nets, 2)
    reduced, weighted = model(modalities)
    assert [each.shape for each in weighted] == [(5, 4), (5, 6), (5, 8)] and [each.shape[1] for each in reduced] == [1] * 3
    weight, bias = arrays(model.attention_model[0])
    joined = np.concatenate([each.numpy() for each in modalities], axis=1) @ weight.T + bias
    scores = np.exp(joined) / np.exp(joined).sum(axis=1, keepdims=True)
    assert close(weighted[1], scores[:, 4:10] * np.tile(modalities[1].numpy(), 2))


def test_dynamic_fusion_graph(modalities):
    pattern = torch.nn.Sequential(torch.nn.Linear(8, 3))
    model = fusion.DynamicFusionGraph(pattern, [2, 3, 4], 3, torch.nn.Sequential(torch.nn.Linear(5, 6)))
    output, vertices, efficacies = model(modalities)
    assert output.shape == (5, 3) and list(vertices) == [(0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2)]
    assert efficacies.shape == (5, 2 + 2 + 2 + 6 + 7) == (5, model.total_input_efficacies)
    joined = torch.cat([modalities[0] * efficacies[:, 0:1], modalities[1] * efficacies[:, 1:2]], dim=1)
    assert torch.allclose(vertices[(0, 1)], model.networks[(0, 1)](joined))


def test_hybrid_memory(modalities):
    x, z, _ = modalities
    cell = modules.LSTHM(4, 2, 3)
    before = [torch.randn(5, 4), torch.randn(5, 4)]
    c, h = cell.step(x, *before, z)
    gates = cell.W(x) + cell.U(before[1]) + cell.V(z)
    kept, written, read = (1 / (1 + np.exp(-gates[:, k : k + 4].detach().numpy())) for k in (0, 4, 8))
    expected = kept * before[0].numpy() + written * np.tanh(gates[:, 12:].detach().numpy())
    assert close(c, expected) and close(h, np.tanh(expected) * read)
