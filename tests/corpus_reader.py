"""Read the corpus: wrong, hostile and unusual submissions, each with what must come of it.

An entry is a file `NAME.py` of one exercise, whose docstring holds its keys; where none fits in,
they stand in `NAME.toml` beside it. A folder `NAME/` is a whole submission, with its keys in
`entry.toml`, where what it tries is a key, too.

    Exercise: mse                 the id of the exercise
    Verdict: timed out, crashed   the verdicts allowed
    Score: 0                      its points, or
    At most: 5                    the most points it may get
    Says: did you mean            words that its report must hold
    Needs: file wall              layers of the sandbox, without one of which it is not run
    Hole: why                     a known fault of the grader: the verdict is not what it should be
"""

import re
import tomllib
from pathlib import Path

import msgspec

from grader.course import read_course
from grader.verdict import Verdict

CORPUS = Path(__file__).parent / "corpus"
KINDS = {"attacks": "attack", "accidents": "accident"}
LINE = re.compile(r"^(Exercise|Verdict|Score|At most|Says|Needs|Hole): (.+)$", re.MULTILINE)


class Entry(msgspec.Struct, frozen=True):
    """One submission of the corpus."""

    name: str
    kind: str
    title: str
    exercise: str
    files: dict[str, bytes]
    verdicts: tuple[Verdict, ...]
    score: int | None = None
    at_most: int | None = None
    says: str = ""
    needs: tuple[str, ...] = ()
    hole: str = ""

    def write(self, folder: Path) -> None:
        """Lay its files into a submission's folder, in the place of what is there."""
        for relative, data in self.files.items():
            path = folder / relative
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def read_corpus() -> list[Entry]:
    """Read all entries, by kind and name."""
    return [
        _read(path, kind)
        for folder, kind in KINDS.items()
        for path in sorted((CORPUS / folder).iterdir())
        if path.is_dir() or path.suffix == ".py"
    ]


def _read(path: Path, kind: str) -> Entry:
    if path.is_dir():
        keys = tomllib.loads((path / "entry.toml").read_text(encoding="utf-8"))
        return _entry(path, kind, keys, _tree(path))
    beside = path.with_suffix(".toml")
    source = path.read_bytes()
    if beside.exists():
        keys = tomllib.loads(beside.read_text(encoding="utf-8"))
    else:
        keys = _docstring_keys(source)
    return _entry(path, kind, keys, {_place(keys["exercise"]): source})


def _tree(folder: Path) -> dict[str, bytes]:
    files = [each for each in sorted(folder.rglob("*")) if each.is_file()]
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in files
        if each != folder / "entry.toml"
    }


def _place(exercise: str) -> str:
    course = read_course()
    (chosen,) = course.select((exercise,))
    return course.file(chosen)


def _docstring_keys(source: bytes) -> dict[str, str]:
    """Read the keys out of the first docstring, whatever the file's encoding and line ends."""
    text = source.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    docstring = text.split('"""')[1]
    keys = {key.lower().replace(" ", "_"): value for key, value in LINE.findall(docstring)}
    return keys | {"tries": docstring.splitlines()[0]}


def _entry(path: Path, kind: str, keys: dict, files: dict[str, bytes]) -> Entry:
    score, at_most = keys.get("score"), keys.get("at_most")
    if (score is None) == (at_most is None):
        raise ValueError(f"{path.name}: give either a score or the most points")
    return Entry(
        name=path.stem,
        kind=kind,
        title=keys["tries"],
        exercise=keys["exercise"],
        files=files,
        verdicts=tuple(Verdict(each) for each in keys["verdict"].split(", ")),
        score=None if score is None else int(score),
        at_most=None if at_most is None else int(at_most),
        says=keys.get("says", ""),
        needs=tuple(keys["needs"].split(", ")) if "needs" in keys else (),
        hole=keys.get("hole", ""),
    )
