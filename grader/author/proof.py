"""The proof of an exercise: what passes, what is caught, and by which checks."""

import msgspec

from grader.author.mistakes import WrittenMistake, read_mistakes
from grader.author.questions import checks_of, inner
from grader.author.recording import problems_of_recording
from grader.checking.failures import CheckFailed
from grader.checking.reference import ExactReference
from grader.course import Exercise
from grader.grading import Grader
from grader.hints import HINTS_FILE, read_hints
from grader.hints import LEAST as HINTS
from grader.kit import STUBS
from grader.mistake import Mistake
from grader.report import CheckReport, ExerciseReport
from grader.run import Progress
from grader.submission import Submission
from grader.verdict import Verdict

LEAST = 1


class Row(msgspec.Struct, frozen=True):
    """What each check said to one mistake."""

    mistake: str
    caught_by: str
    verdicts: dict[str, Verdict]


class Proof(msgspec.Struct, frozen=True):
    """What was shown of an exercise; problems are sentences."""

    exercise: str
    checks: tuple[str, ...]
    rows: tuple[Row, ...]
    variants: int
    unneeded: tuple[str, ...]
    problems: tuple[str, ...]


def prove(grader: Grader, exercise: Exercise, progress: Progress) -> Proof:
    """Grade the solution, the stub, every mistake and every variant of an exercise."""
    problems: list[str] = []

    def grade(source: bytes, what: str) -> ExerciseReport:
        progress(f"{exercise.id}: {what}")
        submission = Submission(what, {exercise.id: source}, {})
        return grader.grade(submission, (exercise,)).exercises[0]

    problems += _problems_of_reference(grader, exercise)
    problems += problems_of_recording(grader, exercise, progress)
    file = grader.course.file(exercise)
    solution = grade((grader.kit.solutions / file).read_bytes(), "the solution")
    problems += _problems_of_right(solution, "The solution")
    problems += _problems_of_stub(grade((STUBS / file).read_bytes(), "the stub"), exercise, file)
    written = read_mistakes(grader.kit, exercise)
    mistakes = [each.mistake for each in written]
    rows = []
    for each in written:
        mistake = each.mistake
        report = grade(each.path.read_bytes(), mistake.name)
        rows.append(_row(mistake, report))
        problems += _problems_of_mistake(mistake, report) or _problems_of_name(each, report)
    variants = grader.kit.variants(exercise.id)
    for path in variants:
        problems += _problems_of_right(grade(path.read_bytes(), path.stem), f"Variant {path.stem}")
    for count, what in ((len(mistakes), "mistake"), (len(variants), "variant")):
        if count < LEAST:
            problems.append(f"It has no {what}; write at least one.")
    if len(read_hints(exercise)) < HINTS:
        problems.append(f"It has fewer than {HINTS} hints; write them in {HINTS_FILE.name}.")
    judged = [each for each in solution.checks if not each.extra]
    named = {each.caught_by for each in mistakes}
    unneeded = tuple(each.id for each in judged if each.max_score and each.id not in named)
    checks = tuple(each.id for each in solution.checks)
    return Proof(exercise.id, checks, tuple(rows), len(variants), unneeded, tuple(problems))


def _problems_of_reference(grader: Grader, exercise: Exercise) -> list[str]:
    """Compare the reference's own gradient with central differences, both in float64."""
    function = getattr(checks_of(grader, exercise), "test_gradient_matches_differences", None)
    if function is None:
        return []
    grader.reference.turn_to(exercise.id)
    name = f"{exercise.id}.gradient_matches_differences"
    for example in grader.bank.examples(name, function, grader.seed):
        try:
            inner(function)(student=ExactReference(grader.reference), **example)
        except CheckFailed as failure:
            return [f"The reference's gradient: {failure.returned}, not {failure.expected}."]
    return []


def _row(mistake: Mistake, report: ExerciseReport) -> Row:
    return Row(mistake.name, mistake.caught_by, {each.id: each.verdict for each in report.checks})


def _problems_of_right(report: ExerciseReport, what: str) -> list[str]:
    if report.verdict is Verdict.PASSED:
        return []
    return [f"{what} is refused: {_first(report)}."]


def _problems_of_stub(report: ExerciseReport, exercise: Exercise, file: str) -> list[str]:
    debugging = b"NotImplementedError" not in (STUBS / file).read_bytes()
    if report.score:
        return [f"The stub of {exercise.id} is worth {report.score} points."]
    if debugging:
        good = report.verdict not in (Verdict.PASSED, Verdict.NOT_STARTED)
    else:
        good = report.verdict is Verdict.NOT_STARTED
    return [] if good else [f"The stub is {report.verdict.value}: {_first(report)}."]


def _problems_of_mistake(mistake: Mistake, report: ExerciseReport) -> list[str]:
    named = next((each for each in report.checks if each.id == mistake.caught_by), None)
    if not mistake.sentence or not mistake.hint:
        return [f"Mistake {mistake.name} needs a sentence and a hint in its docstring."]
    if report.verdict is Verdict.PASSED:
        return [f"Mistake {mistake.name} is not caught."]
    if named is None:
        return [f"Mistake {mistake.name} names no check of this exercise: {mistake.caught_by!r}."]
    if named.verdict in (Verdict.PASSED, Verdict.BLOCKED):
        said = named.verdict.value
        return [f"Mistake {mistake.name}: {mistake.caught_by} {said}, but {_first(report)}."]
    return []


def _problems_of_name(written: WrittenMistake, report: ExerciseReport) -> list[str]:
    """Say where feedback would call a mistake by another name than its own."""
    if report.mistake == written.told_as:
        return []
    told = report.mistake or "nothing"
    return [f"Mistake {written.path.stem} is told as {told}, not as {written.told_as}."]


def _first(report: ExerciseReport) -> str:
    failed = [
        each
        for each in report.checks
        if each.verdict not in (Verdict.PASSED, Verdict.BLOCKED) and not each.extra
    ]
    return f"{failed[0].id}: {_said(failed[0])}" if failed else "no check failed"


def _said(check: CheckReport) -> str:
    shown = check.counterexample
    detail = f" ({shown.call}: {shown.returned}, expected {shown.expected})" if shown else ""
    return f"{check.message}{detail}"
