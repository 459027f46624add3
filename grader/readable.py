"""Data as JSON that people can read, too."""

import msgspec


def as_json(thing: object) -> str:
    """Write structures, lists and dictionaries as JSON, a field a line."""
    return msgspec.json.format(msgspec.json.encode(thing), indent=2).decode() + "\n"
