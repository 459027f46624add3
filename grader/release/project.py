"""A kit's pyproject.toml, with the dependencies that this kit has."""

import json
import tomllib
from typing import Any

from grader.errors import UsageError
from grader.kit import Kit
from grader.release.templates import template


def project_text(kit: Kit) -> str:
    """Write the pyproject.toml of a kit for students; raises UsageError where ours is missing."""
    own = _own(kit)
    project, build = own["project"], own["build-system"]
    return template(
        "pyproject",
        requires=json.dumps(build["requires"]),
        backend=build["build-backend"],
        name=project["name"],
        version=project["version"],
        description=project["description"],
        license=project["license"],
        python=project["requires-python"],
        # A JSON array of strings is a TOML array of strings.
        dependencies=json.dumps(project["dependencies"], indent=4),
        tensorflow=json.dumps(project["optional-dependencies"]["tensorflow"], indent=4),
    )


def _own(kit: Kit) -> dict[str, Any]:
    try:
        return tomllib.loads((kit.root / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(
            f"The pyproject.toml of this kit cannot be read ({error}); "
            "run `grader release` in the folder that the kit was cloned to."
        ) from None
