"""The dynamic fusion graph."""
