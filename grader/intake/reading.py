"""Read one entry of a class: the course's files, wherever they lie, and a reason for the rest."""

from contextlib import ExitStack
from pathlib import Path

from grader.course import Course, Exercise
from grader.intake.archives import Unpacker, is_archive
from grader.intake.choice import Candidate, Choice, choose
from grader.intake.entries import Entry, alone
from grader.intake.folders import LINK, file_below, list_folder
from grader.intake.labels import listed
from grader.intake.members import Listing, Unusable
from grader.intake.names import file_name
from grader.intake.notebooks import Notebooks
from grader.intake.places import Place, Wanted
from grader.kit import STUBS
from grader.submission import Submission


def read_entry(entry: Entry, course: Course, exercises: tuple[Exercise, ...]) -> Submission:
    """Read the selected exercises of an entry; whatever it holds leads to a reason, never raises.

    An exercise that was not found is absent, unless something could not be looked into.
    """
    choices = {each.id: Choice(refused=entry.refused) for each in exercises}
    if not entry.refused:
        choices = _read(entry, course, exercises)
    return Submission(
        entry.name,
        {name: each.source for name, each in choices.items() if each.source is not None},
        {name: each.refused for name, each in choices.items() if each.refused},
        entry.student,
        {name: each.note for name, each in choices.items() if each.note},
    )


def read_alone(path: Path, course: Course, exercises: tuple[Exercise, ...]) -> Submission:
    """Read a submission that stands by itself, in whatever way it is laid out, as a class's are."""
    return read_entry(alone(path), course, exercises)


def _read(entry: Entry, course: Course, exercises: tuple[Exercise, ...]) -> dict[str, Choice]:
    wanted = Wanted(course)
    with ExitStack() as stack:
        try:
            listing = _list(entry, Unpacker(wanted, stack))
            return _choose(listing, wanted, course, exercises)
        except (Unusable, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            return {each.id: Choice(refused=reason) for each in exercises}


def _list(entry: Entry, unpacker: Unpacker) -> Listing:
    """List what an entry holds, with all archives looked into; raises Unusable for one file."""
    first = entry.paths[0]
    if first.is_symlink():
        raise Unusable(LINK)
    if first.is_dir():
        return unpacker.expand(list_folder(first))
    if len(entry.paths) == 1 and is_archive(first.name):
        return unpacker.list(file_below(first.parent, first.name))
    files = [file_below(path.parent, path.name) for path in entry.paths]
    named = [each.called(file_name(each.path)) for each in files]
    return unpacker.expand(Listing(named))


def _choose(
    listing: Listing, wanted: Wanted, course: Course, exercises: tuple[Exercise, ...]
) -> dict[str, Choice]:
    """Choose a file for each exercise, then a notebook for those without one."""
    candidates = _candidates(listing, wanted)
    choices = {
        each.id: choose(candidates[each.id], _stub(course, each), course.file(each))
        for each in exercises
        if candidates[each.id]
    }
    notebooks = Notebooks(listing.members, course)
    missing = [each for each in exercises if each.id not in choices]
    choices |= {each.id: found for each in missing if (found := notebooks.find(each))}
    if any(candidates.values()) or notebooks.defined:
        reason = next(iter([*listing.troubles, *notebooks.troubles]), "")
    else:
        reason = _nothing(listing, notebooks.troubles)
    if reason:
        choices |= {each.id: Choice(refused=reason) for each in exercises if each.id not in choices}
    return choices


def _stub(course: Course, exercise: Exercise) -> bytes:
    return (STUBS / course.file(exercise)).read_bytes()


def _candidates(listing: Listing, wanted: Wanted) -> dict[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = {name: [] for name in wanted.files}
    for member in listing.members:
        place = wanted.place(member.path)
        if place:
            found[place[0]].append((place[1], member))
            continue
        # A link in the place of a unit's folder: its exercises are there, but not to be read.
        if member.reason:
            for name in wanted.units.get(member.path.rsplit("/", 1)[-1], ()):
                found[name].append((Place.COPY, member))
    return found


def _nothing(listing: Listing, troubles: list[str]) -> str:
    """Say what was found where no exercise was."""
    paths = sorted(member.path for member in listing.members)
    holds = f"it holds {listed(paths)}" if paths else "it is empty"
    because = [*listing.troubles, *troubles]
    why = f" ({because[0]})" if because else ""
    return f"the submission holds no exercise of this course; {holds}{why}"
