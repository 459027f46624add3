"""Put the magics into a notebook, and take them out again."""

from IPython.core.interactiveshell import InteractiveShell

from grader.notebook.magics import ExerciseMagics


def load(shell: InteractiveShell) -> None:
    """Make `%exercise` and `%%exercise` known."""
    shell.register_magics(ExerciseMagics(shell))


def unload(shell: InteractiveShell) -> None:
    """Forget them, and end the grader that they started."""
    known = shell.magics_manager
    magics = known.registry.pop(ExerciseMagics.__name__, None)
    for kind in ("line", "cell"):
        known.magics[kind].pop("exercise", None)
    if magics:
        magics.close()
