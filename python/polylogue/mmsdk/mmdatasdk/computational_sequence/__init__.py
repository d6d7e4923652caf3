"""Computational sequences."""
