"""What a facilitator does: one module per noun, its functions are verbs.

`services.clusters` and so on are there without an import of their own; whatever is named first is
loaded then. So a page can name in an operation what is loaded only beside the window.
"""

import importlib
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quartierdesk.services import (
        bundling,
        capturing,
        clusters,
        contributions,
        similar,
        suggestions,
    )

__all__ = ["bundling", "capturing", "clusters", "contributions", "similar", "suggestions"]


def __getattr__(name: str) -> ModuleType:
    """Load the module that is named."""
    if name not in __all__:
        raise AttributeError(name)
    return importlib.import_module(f"{__name__}.{name}")
