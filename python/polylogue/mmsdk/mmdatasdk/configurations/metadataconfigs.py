"""The metadata that a sequence should have."""

from __future__ import annotations

from polylogue import _engine

#: The eleven fields. (The SDK's list has ten: two of them have grown together.)
featuresetMetadataTemplate = list(_engine.metadata_fields)

__all__ = ["featuresetMetadataTemplate"]

#: The spelling in which the SDK asks for two fields at once; who gives this has given both.
GLUED = "dimension namescomputational sequence version"


def missing_fields(metadata: dict[str, object]) -> list[str]:
    """The fields that are absent, in the template's order."""
    given = set(metadata)
    if GLUED in given:
        given |= {"dimension names", "computational sequence version"}
    return [field for field in featuresetMetadataTemplate if field not in given]
