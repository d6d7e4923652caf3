"""Cells of recurrent models."""

from .LSTHM.LSTHM import LSTHM as LSTHM

__all__ = ["LSTHM"]
