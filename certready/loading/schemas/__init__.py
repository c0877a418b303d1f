"""JSON Schemas (draft 2020-12) of the files, for editors and for anyone who checks files from outside."""

from __future__ import annotations

from importlib.resources import files


def schema_names() -> list[str]:
    """The kinds of file that have a schema."""
    return sorted(
        entry.name.removesuffix(".json") for entry in files(__name__).iterdir() if entry.name.endswith(".json")
    )


def schema_text(name: str) -> str:
    """One schema as JSON text; KeyError for a name that has none."""
    if name not in schema_names():
        raise KeyError(name)
    return (files(__name__) / f"{name}.json").read_text(encoding="utf-8")
