"""Texts of a kit for students that are not made of code: one file each, in this folder."""

from pathlib import Path
from string import Template

FOLDER = Path(__file__).parent


def template(file: str, /, **values: str) -> str:
    """Give a text of this folder, with what `$name` stands for put in."""
    text = (FOLDER / f"{file}.txt").read_text(encoding="utf-8")
    return Template(text).substitute(values)
