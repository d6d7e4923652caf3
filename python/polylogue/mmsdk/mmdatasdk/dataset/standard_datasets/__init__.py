"""The published datasets."""
