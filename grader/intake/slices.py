"""Cut the statements that define an exercise, and all they need, out of a notebook's."""

from bisect import bisect_left

from grader.intake.cells import Statement

# The graded names of an exercise, each with how many arguments it takes, None for a class.
Graded = dict[str, int | None]


def cut_out(statements: list[Statement], exercise: str, graded: dict[str, Graded]) -> str:
    """Give the source of one exercise, in order; empty where a graded name is not defined."""
    chosen: dict[str, int] = {}
    for name in graded[exercise]:
        definitions = _definitions(statements, name, graded[exercise][name])
        if not definitions:
            return ""
        chosen[name] = _own(definitions, statements, name, exercise, graded)
    kept = _with_needs(statements, chosen)
    return "\n\n".join(statements[each].text for each in sorted(kept)) + "\n"


def _definitions(statements: list[Statement], name: str, arity: int | None) -> list[int]:
    """Give the definitions with as many arguments as asked for, or all where there are none."""
    found = [at for at, each in enumerate(statements) if each.defines and name in each.binds]
    return [at for at in found if statements[at].arity == arity] or found


def _own(
    definitions: list[int],
    statements: list[Statement],
    name: str,
    exercise: str,
    graded: dict[str, Graded],
) -> int:
    """Choose the last definition, but leave it to a larger exercise that defines it once more."""
    if len(definitions) > 1:
        for other, names in graded.items():
            larger = other != exercise and name in names and len(names) > len(graded[exercise])
            if larger and all(_definitions(statements, each, names[each]) for each in names):
                return definitions[-2]
    return definitions[-1]


def _with_needs(statements: list[Statement], chosen: dict[str, int]) -> set[int]:
    """Add all that the chosen definitions need, and what that needs in turn."""
    binding, changing = _index(statements)
    kept: set[int] = set()
    touched: set[str] = set()
    # An import of everything brings names that cannot be told, so it always comes along.
    waiting = {*chosen.values(), *binding.get("*", ())}
    while waiting:
        at = waiting.pop()
        kept.add(at)
        each = statements[at]
        # What does not bind anew, such as `+=` or an `if`, goes on from what was bound before.
        needed = each.needs if each.anew else each.needs | each.binds
        waiting |= {_bound(name, at, binding, chosen) for name in needed} - kept - {None}
        for name in (each.needs | each.binds) - touched:
            after = chosen.get(name, -1)
            waiting |= {where for where in changing.get(name, ()) if where > after} - kept
        touched |= each.needs | each.binds
    return kept


def _index(statements: list[Statement]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Give by name where it is bound, and where something of it is changed."""
    binding: dict[str, list[int]] = {}
    changing: dict[str, list[int]] = {}
    for at, each in enumerate(statements):
        for name in each.binds:
            binding.setdefault(name, []).append(at)
        for name in each.changes:
            changing.setdefault(name, []).append(at)
    return binding, changing


def _bound(name: str, at: int, binding: dict[str, list[int]], chosen: dict[str, int]) -> int | None:
    """Give the statement that makes a name what it is for another; None where there is none.

    The last one before it, as that is what its cell was tried with, or else the last of all.
    """
    if name in chosen:
        return chosen[name]
    where = binding.get(name, [])
    before = bisect_left(where, at)
    if before:
        return where[before - 1]
    return where[-1] if where and where[-1] != at else None
