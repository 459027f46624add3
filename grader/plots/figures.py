"""The pictures of one exercise: the student's answers beside the reference's."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

from grader.answerbook import UnrecordedError
from grader.checking.compare import require_names
from grader.checking.failures import CheckFailed, ForbiddenCall, NotStarted, StudentRaised
from grader.course import Exercise, read_course
from grader.drawing.beside import Pair, draw_beside
from grader.drawing.stroke import curve
from grader.drawing.surface import Surface, draw_surface
from grader.errors import StoppedError, UsageError
from grader.grading import Grader
from grader.kit import find_kit
from grader.plots.answers import Drawn, Numbers, asked, losses
from grader.plots.plan import PLANS, Function, LinearTrainer, LogisticTrainer, Loss, Plan, Steps
from grader.text import harmless
from grader.workers import LostError

Picture = tuple[str, Figure]
GRID = 21
# Seen by eye, not judged: what is closer than this looks the same.
ALIKE = 5e-3
STEPS_SHOWN = 5


def figures(exercise: str, source: str | bytes) -> dict[str, Figure]:
    """Draw one exercise's answers, right or wrong, as a notebook shows them; by name.

    Raises UsageError for an exercise that has no picture, StoppedError where the code gives
    nothing to draw. Loads TensorFlow in a process of its own, which takes a few seconds.
    """
    course = read_course()
    chosen = course.select((exercise,))
    if exercise not in PLANS:
        raise UsageError(f"There is no picture of {exercise!r}; there is of {', '.join(PLANS)}.")
    data = source.encode() if isinstance(source, str) else source
    grader = Grader(find_kit(Path.cwd()), course, chosen)
    try:
        return dict(figures_of(grader, chosen[0], data))
    finally:
        grader.close()


def figures_of(grader: Grader, exercise: Exercise, source: bytes) -> Iterator[Picture]:
    """Draw one exercise's answers, from a fresh worker; raises StoppedError where there are none.

    The exercise has a plan, and the grader is one for it.
    """
    plan = PLANS[exercise.id]
    yours = _of_student(grader, exercise, source, plan)
    grader.reference.turn_to(exercise.id)
    with grader.reference.forgetting():
        right = asked(grader.reference, plan)
        yield _beside(exercise, plan, right, yours)
        if isinstance(plan, Steps | LinearTrainer):
            try:
                yield _ways(grader, exercise, plan, right, yours)
            except UnrecordedError:
                raise StoppedError(
                    f"The way of W and b in {exercise.id} is drawn only where the solutions are."
                ) from None


def _of_student(grader: Grader, exercise: Exercise, source: bytes, plan: Plan) -> Drawn:
    student = grader.student(exercise, source)
    try:
        require_names(student, *grader.contracts[exercise.id].names)
        return asked(student, plan)
    except (CheckFailed, StudentRaised, ForbiddenCall, NotStarted, LostError) as error:
        why = harmless(error.message.splitlines()[0])
        end = "" if why.endswith((".", "?")) else "."
        raise StoppedError(f"There is nothing to draw of {exercise.id}: {why}{end}") from None
    finally:
        student.close()


def _beside(exercise: Exercise, plan: Plan, right: Drawn, yours: Drawn) -> Picture:
    pointwise = isinstance(plan, Function | Loss)
    across = "epoch"
    if pointwise:
        across = "input x" if isinstance(plan, Function) else "first of two predictions"
    pairs = [
        Pair(
            _heading(name, right.series[name], yours.series[name]),
            across,
            name,
            curve("expected", right.across[: len(right.series[name])], right.series[name]),
            curve("yours", yours.across[: len(yours.series[name])], yours.series[name]),
            counted=not pointwise,
        )
        for name in _shown(plan)
    ]
    name = f"{exercise.id}_{'function' if pointwise else 'epochs'}"
    return name, draw_beside(_title(exercise.id, _shown(plan), right, yours), pairs)


def _shown(plan: Plan) -> tuple[str, ...]:
    """Name the panels; a way of W and b has a picture of its own."""
    if isinstance(plan, Function | Loss):
        return ("value", "slope")
    return ("loss", "W") if isinstance(plan, LogisticTrainer) else ("loss",)


def _heading(name: str, right: Numbers, yours: Numbers) -> str:
    if not yours.size:
        return f"{name}: yours has none"
    if yours.size < right.size:
        return f"{name}: yours ends at {yours.size - 1}"
    return f"{name}: {'as expected' if alike(right, yours) else 'not as expected'}"


def _title(exercise: str, shown: tuple[str, ...], right: Drawn, yours: Drawn) -> str:
    """Say which of the curves part."""
    wrong = [name for name in shown if not alike(right.series[name], yours.series[name])]
    if not wrong:
        return f"{exercise}: no difference to be seen here"
    leave = "leaves" if len(wrong) == 1 else "leave"
    return f"{exercise}: {' and '.join(wrong)} {leave} the broad line"


def alike(right: Numbers, yours: Numbers) -> bool:
    """Tell whether two curves look the same."""
    if right.shape != yours.shape:
        return False
    height = float(np.max(np.abs(right))) or 1.0
    return bool(np.all(np.abs(right - yours) <= ALIKE * height))


def _ways(
    grader: Grader, exercise: Exercise, plan: Steps | LinearTrainer, right: Drawn, yours: Drawn
) -> Picture:
    W, b = (_window(right.series[name], yours.series[name]) for name in "Wb")  # noqa: N806
    surface = Surface(W, b, losses(grader.reference, plan, W, b))
    ways = [
        curve(label, drawn.series["W"], drawn.series["b"])
        for label, drawn in (("expected", right), ("yours", yours))
    ]
    same = all(alike(right.series[name], yours.series[name]) for name in "Wb")
    title = f"{exercise.id}: W and b {'go' if same else 'do not go'} down the loss as expected"
    return f"{exercise.id}_way", draw_surface(title, surface, ways)


def _window(right: Numbers, yours: Numbers) -> Numbers:
    """Choose values about the expected way, and the first steps of the other within reason."""
    low, high = float(right.min()), float(right.max())
    reach = max(high - low, 1.0)
    steps = yours[np.isfinite(yours)][:STEPS_SHOWN]
    seen = np.clip(steps, low - reach, high + reach)
    low, high = min([low, *seen]), max([high, *seen])
    return np.linspace(low - 0.3 * reach, high + 0.3 * reach, GRID)
