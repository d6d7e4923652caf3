"""CMU-MOSI: addresses by key, and folds."""

from . import cmu_mosi_std_folds as standard_folds
from .cmu_mosi import raw, highlevel, labels

__all__ = ["raw", "highlevel", "labels", "standard_folds"]
