"""Fusion by several attentions."""
