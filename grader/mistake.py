"""A known mistake, as plain data."""

import msgspec


class Mistake(msgspec.Struct, frozen=True, tag="mistake"):
    """A known wrong answer: its name, a sentence, a hint, and the check that tells it best."""

    name: str
    sentence: str
    hint: str
    caught_by: str
