"""Make a class: folders of submissions, right, wrong, broken and hostile, the same for one seed."""

from collections.abc import Collection
from pathlib import Path
from random import Random

from conftest import ROOT
from corpus_reader import Entry, read_corpus

from grader.course import Course, Exercise, read_course
from grader.verdict import Verdict

SOLUTIONS = ROOT / "solutions"
# Of a hundred students; the rest is right.
WRONG, BROKEN, HOSTILE = 35, 10, 10
# Of a hundred students, so many hostile ones may take as long as they are let.
SLOW = 5


def make_class(
    folder: Path, count: int, seed: int, sandbox: Collection[str] = ()
) -> dict[str, str]:
    """Write so many submissions into a folder; gives what each is, by its folder's name.

    What would endanger a machine without some layer of the sandbox is handed in only where the
    layer is named.
    """
    random = Random(seed)
    course = read_course()
    attacks, accidents = _entries(random, count, sandbox)
    made = {}
    for number, kind in enumerate(_kinds(random, count), start=1):
        place = folder / f"student-{number:03}"
        made[place.name] = kind
        _write_right(place, course, random)
        if kind == "wrong":
            made[place.name] += f": {', '.join(_write_mistakes(place, course, random))}"
        elif kind != "right":
            entry = (attacks if kind == "hostile" else accidents).pop()
            entry.write(place)
            made[place.name] += f": {entry.name}"
    return made


def _kinds(random: Random, count: int) -> list[str]:
    shares = {"wrong": WRONG, "broken": BROKEN, "hostile": HOSTILE}
    kinds = [kind for kind, share in shares.items() for _ in range(count * share // 100)]
    kinds += ["right"] * (count - len(kinds))
    random.shuffle(kinds)
    return kinds


def _entries(
    random: Random, count: int, sandbox: Collection[str]
) -> tuple[list[Entry], list[Entry]]:
    """Draw as many attacks and accidents as a class needs, few of them slow."""
    fit = [each for each in read_corpus() if not each.needs or set(each.needs) & set(sandbox)]
    attacks = [each for each in fit if each.kind == "attack" and not each.hole]
    slow = [each for each in attacks if Verdict.TIMED_OUT in each.verdicts]
    quick = [each for each in attacks if each not in slow]
    some = min(count * HOSTILE // 300, count * SLOW // 100)
    chosen = _draw(random, slow, some) + _draw(random, quick, count * HOSTILE // 100 - some)
    random.shuffle(chosen)
    accidents = [each for each in fit if each.kind == "accident"]
    return chosen, _draw(random, accidents, count * BROKEN // 100)


def _draw(random: Random, entries: list[Entry], count: int) -> list[Entry]:
    """Draw without repeats for as long as there are other entries left."""
    rounds = count // len(entries) + 1
    drawn = [each for _ in range(rounds) for each in random.sample(entries, len(entries))]
    return drawn[:count]


def _write_right(place: Path, course: Course, random: Random) -> None:
    for exercise in course.exercises():
        _write(place, course, exercise, random.choice(_right_answers(course, exercise)))


def _right_answers(course: Course, exercise: Exercise) -> list[Path]:
    variants = SOLUTIONS / "variants" / exercise.id
    return [SOLUTIONS / course.file(exercise), *sorted(variants.glob("*.py"))]


def _write_mistakes(place: Path, course: Course, random: Random) -> list[str]:
    """Put mistakes in the place of one to three right answers; gives their names."""
    able = [each for each in course.exercises() if _mistakes(each)]
    made = []
    for exercise in random.sample(able, random.randint(1, min(3, len(able)))):
        mistake = random.choice(_mistakes(exercise))
        _write(place, course, exercise, mistake)
        made.append(f"{exercise.id}/{mistake.stem}")
    return sorted(made)


def _mistakes(exercise: Exercise) -> list[Path]:
    return sorted((SOLUTIONS / "mistakes" / exercise.id).glob("*.py"))


def _write(place: Path, course: Course, exercise: Exercise, source: Path) -> None:
    path = place / course.file(exercise)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source.read_bytes())
