"""Social-IQ 1.0: addresses by key, and folds."""

from . import socialiq_std_folds as standard_folds
from .socialiq import highlevel

__all__ = ["highlevel", "standard_folds"]
