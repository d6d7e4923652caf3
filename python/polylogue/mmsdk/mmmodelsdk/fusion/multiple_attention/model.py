"""Fusion by several attentions, after the multi-attention recurrent network (Zadeh et al., 2018,
https://arxiv.org/abs/1802.00923)."""

from __future__ import annotations

from typing import Any

from ..._torch import Module, torch


class MultipleAttentionFusion(Module):
    """Weighs all modalities several times, and makes each narrower again.

    Args:
        attention_model: from the width of all modalities to `num_atts` times that width.
        dim_reduce_nets: for each modality, from `num_atts` times its width to the width wanted.
        num_atts: how many attentions.
    """

    def __init__(self, attention_model: Any, dim_reduce_nets: list[Any], num_atts: int) -> None:
        super().__init__()
        self.attention_model = attention_model
        self.dim_reduce_nets = dim_reduce_nets
        self.num_atts = num_atts

    def fusion(self, in_modalities: list[Any]) -> tuple[list[Any], list[Any]]:
        """For each modality what its net makes of it, and before that (batch × num_atts · width)."""
        weights = torch.softmax(self.attention_model(torch.cat(in_modalities, dim=1)), dim=1)
        repeated = torch.cat([modality.repeat(1, self.num_atts) for modality in in_modalities], dim=1)
        widths = [modality.shape[1] * self.num_atts for modality in in_modalities]
        weighted = list(torch.split(weights * repeated, widths, dim=1))
        return [net(part) for net, part in zip(self.dim_reduce_nets, weighted)], weighted

    def forward(self, in_modalities: list[Any]) -> tuple[list[Any], list[Any]]:
        return self.fusion(in_modalities)
