"""POM: addresses by key, and folds."""

from . import pom_std_folds as standard_folds
from .pom import raw, highlevel, labels

__all__ = ["raw", "highlevel", "labels", "standard_folds"]
