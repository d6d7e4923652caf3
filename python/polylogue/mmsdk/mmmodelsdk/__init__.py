"""Models of the SDK, where PyTorch is installed."""

from . import fusion as fusion
from . import modules as modules

__all__ = ["fusion", "modules"]
