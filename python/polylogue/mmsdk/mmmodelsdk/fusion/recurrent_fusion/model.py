"""Recurrent fusion, after the recurrent multistage fusion network (Liang et al., 2018,
https://arxiv.org/abs/1808.03920)."""

from __future__ import annotations

from typing import Any

from ..._torch import Module, torch


class RecurrentFusion(Module):
    """An LSTM that sees all modalities side by side, as often as it is told.

    Args:
        in_dimensions: width of each modality.
        cell_size: width of the LSTM's state.
    """

    def __init__(self, in_dimensions: list[int], cell_size: int) -> None:
        super().__init__()
        self.in_dimensions = in_dimensions
        self.cell_size = cell_size
        self.model = torch.nn.LSTM(sum(in_dimensions), cell_size)

    def fusion(self, in_modalities: list[Any], steps: int = 1) -> tuple[Any, Any, Any]:
        """Outputs (steps × batch × cell_size) and the last hidden and cell state (1 × batch × cell_size each)."""
        joined = torch.cat(in_modalities, dim=1)
        batch = joined.shape[0]
        state = joined.new_zeros(1, batch, self.cell_size)
        outputs, (hidden, cell) = self.model(joined.view(1, batch, -1).repeat([steps, 1, 1]), (state, state))
        return outputs, hidden, cell

    def forward(self, in_modalities: list[Any], steps: int = 1) -> tuple[Any, Any, Any]:
        return self.fusion(in_modalities, steps)
