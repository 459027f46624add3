"""A kit for students whose repository grades itself with every push, as advice."""

from grader.release.kit import Files
from grader.release.templates import template

WORKFLOW = ".github/workflows/grade.yml"


def with_workflow(files: Files) -> Files:
    """Add the workflow to a kit's files, and what it is for to its README."""
    readme = files["README.md"] + b"\n" + template("github/readme").encode()
    return files | {WORKFLOW: template("github/grade.yml").encode(), "README.md": readme}
