"""PyTorch, which these models need and the rest of the package does not."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

try:
    torch: Any = importlib.import_module("torch")
except ImportError as error:
    raise ImportError(
        "mmsdk.mmmodelsdk needs PyTorch, which is not installed (on Debian: python3-torch)", name="torch"
    ) from error

if TYPE_CHECKING:

    class Module:
        """torch.nn.Module."""

        def __init__(self) -> None: ...

        def __call__(self, *arguments: Any, **options: Any) -> Any: ...
else:
    Module = torch.nn.Module
