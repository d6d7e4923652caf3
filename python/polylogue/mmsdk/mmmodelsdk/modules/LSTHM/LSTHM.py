"""The long-short term hybrid memory (Zadeh et al., 2018, https://arxiv.org/abs/1802.00923)."""

from __future__ import annotations

from typing import Any

from ..._torch import Module, torch


class LSTHM(Module):
    """An LSTM cell that also sees a hybrid code of all modalities.

    Args:
        cell_size: width of its state.
        in_size: width of the input.
        hybrid_in_size: width of the hybrid code.
    """

    def __init__(self, cell_size: int, in_size: int, hybrid_in_size: int) -> None:
        super().__init__()
        self.cell_size = cell_size
        self.in_size = in_size
        self.W = torch.nn.Linear(in_size, 4 * cell_size)
        self.U = torch.nn.Linear(cell_size, 4 * cell_size)
        self.V = torch.nn.Linear(hybrid_in_size, 4 * cell_size)

    def step(self, x: Any, ctm1: Any, htm1: Any, ztm1: Any) -> tuple[Any, Any]:
        """The new cell and hidden state, of the input, both states before, and the hybrid code before."""
        gates = self.W(x) + self.U(htm1) + self.V(ztm1)
        forget, write, read, proposed = torch.split(gates, self.cell_size, dim=1)
        cell = torch.sigmoid(forget) * ctm1 + torch.sigmoid(write) * torch.tanh(proposed)
        return cell, torch.tanh(cell) * torch.sigmoid(read)

    def forward(self, x: Any, ctm1: Any, htm1: Any, ztm1: Any) -> tuple[Any, Any]:
        return self.step(x, ctm1, htm1, ztm1)
