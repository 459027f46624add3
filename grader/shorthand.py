"""Recorded facts in short: what all operations of a question have alike is written once.

`*.value.kind` stands for `0.value.kind`, `1.value.kind` and so on, an entry an operation.
"""

from typing import TypeVar

Entry = TypeVar("Entry")
EVERY = "*"


def shortened(facts: dict[str, Entry], count: int) -> dict[str, Entry]:
    """Write once what holds of each of so many operations."""
    short: dict[str, Entry] = {}
    for name, fact in facts.items():
        place, _, part = name.partition(".")
        alike = count > 1 and place.isdigit() and _is_everywhere(facts, part, fact, count)
        short[f"{EVERY}.{part}" if alike else name] = fact
    return short


def _is_everywhere(facts: dict[str, Entry], part: str, fact: Entry, count: int) -> bool:
    names = (f"{place}.{part}" for place in range(count))
    return all(name in facts and facts[name] == fact for name in names)


def in_full(facts: dict[str, Entry], count: int) -> dict[str, Entry]:
    """Write out again what was shortened."""
    full: dict[str, Entry] = {}
    for name, fact in facts.items():
        place, _, part = name.partition(".")
        places = range(count) if place == EVERY else (place,)
        full |= {f"{each}.{part}" if part else name: fact for each in places}
    return full
