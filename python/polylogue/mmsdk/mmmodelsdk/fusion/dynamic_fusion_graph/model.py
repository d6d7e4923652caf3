"""The dynamic fusion graph (Zadeh et al., 2018, https://aclanthology.org/P18-1208)."""

from __future__ import annotations

import copy
from itertools import combinations
from typing import Any

from ..._torch import Module, torch

Vertex = tuple[int, ...]


def _subsets(members: Vertex) -> list[Vertex]:
    """All subsets but the empty one, small ones first."""
    return [each for size in range(1, len(members) + 1) for each in combinations(members, size)]


class DynamicFusionGraph(Module):
    """A vertex for each set of modalities, made of the vertices of its subsets, each times an efficacy.

    Args:
        pattern_model: a Sequential that begins with a linear layer; the core of each vertex' network.
        in_dimensions: width of each modality.
        out_dimension: width of what `pattern_model` makes.
        efficacy_model: a Sequential of linear layers; the core of what tells the efficacies.
    """

    def __init__(self, pattern_model: Any, in_dimensions: list[int], out_dimension: int, efficacy_model: Any) -> None:
        super().__init__()
        self.in_dimensions = in_dimensions
        self.out_dimension = out_dimension
        self.num_modalities = len(in_dimensions)
        everything = tuple(range(self.num_modalities))
        self.powerset = _subsets(everything)
        self.input_shapes: dict[Vertex, int] = {(number,): width for number, width in enumerate(in_dimensions)}
        self.networks: dict[Vertex, Any] = {}
        self.total_input_efficacies = 0
        for vertex in self.powerset[self.num_modalities :]:
            below = _subsets(vertex)[:-1]
            width = sum(in_dimensions[each[0]] if len(each) == 1 else out_dimension for each in below)
            self.input_shapes[vertex] = width
            self.total_input_efficacies += len(below)
            self.networks[vertex] = self._headed(pattern_model, width)
        self.total_input_efficacies += len(self.powerset)
        self.t_in_dimension = sum(in_dimensions) + (len(self.powerset) - self.num_modalities) * out_dimension
        self.t_network = self._headed(pattern_model, self.t_in_dimension)
        layers = list(efficacy_model.children())
        self.efficacy_model = torch.nn.Sequential(
            torch.nn.Linear(sum(in_dimensions), layers[0].in_features),
            efficacy_model,
            torch.nn.Linear(layers[-1].out_features, self.total_input_efficacies),
        )

    @staticmethod
    def _headed(pattern_model: Any, width: int) -> Any:
        """A copy of the pattern behind a linear layer that takes `width` values."""
        pattern = copy.deepcopy(pattern_model)
        return torch.nn.Sequential(torch.nn.Linear(width, list(pattern.children())[0].in_features), pattern)

    def fusion(self, in_modalities: list[Any]) -> tuple[Any, dict[Vertex, Any], Any]:
        """The output, what each vertex holds, and the efficacies (batch × connections)."""
        outputs: dict[Vertex, Any] = {(number,): modality for number, modality in enumerate(in_modalities)}
        efficacies = self.efficacy_model(torch.cat(list(in_modalities), dim=1))
        used = 0
        for vertex in self.powerset[self.num_modalities :]:
            below = _subsets(vertex)[:-1]
            outputs[vertex] = self.networks[vertex](self._weighed(outputs, below, efficacies, used))
            used += len(below)
        return self.t_network(self._weighed(outputs, self.powerset, efficacies, used)), outputs, efficacies

    @staticmethod
    def _weighed(outputs: dict[Vertex, Any], vertices: list[Vertex], efficacies: Any, first: int) -> Any:
        parts = [outputs[each] * efficacies[:, first + n].view(-1, 1) for n, each in enumerate(vertices)]
        return torch.cat(parts, dim=1)

    def forward(self, in_modalities: list[Any]) -> tuple[Any, dict[Vertex, Any], Any]:
        return self.fusion(in_modalities)
