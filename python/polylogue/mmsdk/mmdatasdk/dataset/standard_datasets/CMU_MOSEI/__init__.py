"""CMU-MOSEI: addresses by key, and folds."""

from . import cmu_mosei_std_folds as standard_folds
from .cmu_mosei import raw, highlevel, labels, extra

__all__ = ["raw", "highlevel", "labels", "extra", "standard_folds"]
