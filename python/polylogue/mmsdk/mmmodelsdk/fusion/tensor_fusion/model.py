"""Tensor fusion (Zadeh et al., 2017, https://arxiv.org/abs/1707.07250)."""

from __future__ import annotations

import math
from typing import Any

from ..._torch import Module, torch


class TensorFusion(Module):
    """A linear layer over all products of one value of each modality.

    Attributes:
        tensor_size: the number of products.
        linear_layer: from the products to the output.

    Args:
        in_dimensions: width of each modality.
        out_dimension: width of the output.
    """

    def __init__(self, in_dimensions: list[int], out_dimension: int) -> None:
        super().__init__()
        self.in_dimensions = in_dimensions
        self.out_dimension = out_dimension
        self.tensor_size = math.prod(in_dimensions)
        self.linear_layer = torch.nn.Linear(self.tensor_size, out_dimension)

    def fusion(self, in_modalities: list[Any]) -> Any:
        """Batch × out_dimension, of a tensor batch × width for each modality."""
        batch = in_modalities[0].shape[0]
        products = in_modalities[0]
        for modality in in_modalities[1:]:
            products = torch.bmm(products.unsqueeze(2), modality.unsqueeze(1)).view(batch, -1)
        return self.linear_layer(products)

    def forward(self, in_modalities: list[Any]) -> Any:
        return self.fusion(in_modalities)
