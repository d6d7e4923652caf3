"""Tensor fusion."""
