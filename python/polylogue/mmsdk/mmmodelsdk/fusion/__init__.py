"""Fusion of modalities."""

from .dynamic_fusion_graph.model import DynamicFusionGraph as DynamicFusionGraph
from .multiple_attention.model import MultipleAttentionFusion as MultipleAttentionFusion
from .recurrent_fusion.model import RecurrentFusion as RecurrentFusion
from .tensor_fusion.model import TensorFusion as TensorFusion

__all__ = ["DynamicFusionGraph", "MultipleAttentionFusion", "RecurrentFusion", "TensorFusion"]
