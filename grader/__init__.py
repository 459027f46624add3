"""Slopework's grader: checks submissions in worker processes and judges only values."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

__version__ = "0.1.0"


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Begin what `%load_ext grader` asks for; workers and commands import this module too."""
    from grader.notebook.extension import load  # noqa: PLC0415

    load(shell)


def unload_ipython_extension(shell: InteractiveShell) -> None:
    """End it again."""
    from grader.notebook.extension import unload  # noqa: PLC0415

    unload(shell)
