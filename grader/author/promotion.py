"""A wrong submission made into a known mistake: its code alone, and the check that catches it."""

import ast
from pathlib import Path

from grader.author.mistakes import TO_SAY, TO_THINK
from grader.author.recording import record
from grader.author.scaffold import require_name, require_own
from grader.causes import first_failure
from grader.course import Exercise
from grader.diagnosis import fitting
from grader.errors import UsageError
from grader.files import make_folder, write_whole
from grader.grading import Grader
from grader.kit import Kit
from grader.likeness import VARIES
from grader.recorded import Recording, file_of, write_recording
from grader.report import ExerciseReport
from grader.submission import Submission, untouched
from grader.verdict import Verdict

VARYING = "What it answers differs each time, so that nobody else can be told to do the same."


def place_of(kit: Kit, exercise: Exercise, name: str) -> Path:
    """Give the file that a new mistake will have; raises UsageError where its name is no good."""
    require_own(kit)
    require_name(name)
    place = kit.solutions / "mistakes" / exercise.id / f"{name}.py"
    if place.exists():
        raise UsageError(f"{exercise.id} has a mistake {name!r} already; choose another name.")
    return place


def promote(grader: Grader, exercise: Exercise, submission: Submission, place: Path) -> None:
    """Write a submission's answer there as a mistake, and record what everyone answers now.

    Raises UsageError where it is no mistake, or none that could be told by a name of its own; then
    nothing is written.
    """
    if grader.recording(exercise) is None:
        raise UsageError(
            f"No answers of {exercise.id} are recorded; run `grader author record {exercise.id}`."
        )
    code = code_of(exercise, submission, grader.stubs[exercise.id])
    answer = Submission(place.stem, {exercise.id: code.encode()}, {})
    report = grader.grade(answer, (exercise,)).exercises[0]
    _require_new(report)
    make_folder(place.parent)
    write_whole(place, _written(report, code))
    try:
        recording = record(grader, exercise, grader.progress)
        _require_told(recording, exercise, place.stem)
        write_recording(file_of(grader.course, exercise), recording)
    except BaseException:
        place.unlink()
        raise


def code_of(exercise: Exercise, submission: Submission, stub: bytes) -> str:
    """Give the code of an answer without comments and docstrings, in which people name themselves.

    Raises UsageError where there is no answer, or it is not Python.
    """
    source = submission.sources.get(exercise.id)
    if source is None:
        why = submission.refused.get(exercise.id, f"it holds no {exercise.id}")
        raise UsageError(f"Nothing of {submission.name!r} can be promoted: {why}.")
    if untouched(source, stub):
        raise UsageError(f"This answer to {exercise.id} is the stub as it was handed out.")
    try:
        tree = ast.parse(source)
        for node in ast.walk(tree):
            _drop_words(node)
        return ast.unparse(tree) + "\n"
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise UsageError(
            f"The answer to {exercise.id} cannot be read as Python ({error}); "
            "only code that runs can be a mistake."
        ) from None


def _drop_words(node: ast.AST) -> None:
    """Drop texts that stand as statements by themselves."""
    for part in ("body", "orelse", "finalbody"):
        old = getattr(node, part, None)
        if isinstance(old, list) and old:
            left = [each for each in old if not _is_words(each)]
            setattr(node, part, left if left or isinstance(node, ast.Module) else [ast.Pass()])


def _is_words(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _require_new(report: ExerciseReport) -> None:
    """Refuse what is right, known, or wrong in no way that could be recognised."""
    if report.verdict is Verdict.PASSED:
        raise UsageError(f"This answer to {report.id} passes; there is no mistake in it.")
    if report.mistake:
        raise UsageError(_known(report.id, report.mistake))
    if report.answers == VARIES:
        raise UsageError(VARYING)
    if report.answers is None:
        raise UsageError(
            f"This answer to {report.id} is {report.verdict.value}; "
            "only code that answers, and answers wrong, can be a mistake."
        )


def _known(exercise: str, mistake: str) -> str:
    return (
        f"The mistake is known: {exercise} has it as {mistake!r} "
        f"(solutions/mistakes/{exercise}/{mistake}.py)."
    )


def _require_told(recording: Recording, exercise: Exercise, name: str) -> None:
    """Refuse a mistake that no recorded question tells from right answers or from another."""
    found = {number: recording.wrong(name, number) for number in range(len(recording.questions))}
    if recording.varying(name):
        raise UsageError(VARYING)
    if not any(found.values()):
        raise UsageError(f"The checks ask nothing that {name} answers wrong; give them an example.")
    twins = [each.name for each in fitting(recording, found) if each.name != name]
    if twins:
        raise UsageError(_known(exercise.id, twins[0]))


def _written(report: ExerciseReport, code: str) -> str:
    caught_by = first_failure(report)
    assert caught_by
    return f'"""{TO_SAY}\n\nHint: {TO_THINK}\nCaught by: {caught_by.id}\n"""\n\n{code}'
