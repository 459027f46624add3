"""What all pages are written on: templates that escape, one style, and no way for code to run."""

import base64
import hashlib
import re
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from grader.render.telling import points_told, quoted, values_to_tell
from grader.text import harmless
from grader.verdict import Verdict

TEMPLATES = Path(__file__).with_name("templates")
# What every page says of itself, by which it is known as ours.
GENERATOR = '<meta name="generator" content="Slopework">'
GRAVE = "grave"
TONES = {
    Verdict.PASSED: "passed",
    Verdict.FAILED: "failed",
    Verdict.NOT_STARTED: "idle",
    Verdict.BLOCKED: "idle",
}


class Paper:
    """Fills templates; whatever comes from a submission is shown as text."""

    def __init__(self) -> None:
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            autoescape=True,
            finalize=_shown,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters |= {"prose": prose, "tone": tone}
        self._templates.tests["shows_values"] = values_to_tell
        self._templates.globals |= {"quoted": quoted, "points_told": points_told}
        self._style = _part("style.css")
        self._script = _part("table.js")

    def fill(self, template: str, **values: object) -> str:
        """Fill a template that may run the one script, which sorts and searches tables."""
        policy = _policy(self._style, self._script)
        return self._fill(template, policy=policy, script=self._script, **values)

    def fill_still(self, template: str, **values: object) -> str:
        """Fill a template in which no script runs at all."""
        return self._fill(template, policy=_policy(self._style, ""), script="", **values)

    def _fill(self, template: str, **values: object) -> str:
        page = self._templates.get_template(template)
        return page.render(style=self._style, generator=Markup(GENERATOR), **values) + "\n"  # noqa: S704  (ours)


def _shown(value: object) -> object:
    """Make every text harmless on its way into a page, so that no template can forget it."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return harmless(value)
    return value


def prose(text: str) -> Markup:
    """Write a sentence with its `code` marked."""
    escaped = str(escape(harmless(text)))
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", escaped))  # noqa: S704  (escaped above)


def tone(verdict: Verdict) -> str:
    """Give the class that a verdict is tinted by; its word stands beside it wherever it is read."""
    return TONES.get(verdict, GRAVE)


def _part(name: str) -> Markup:
    """Read a part of ours that stands in each page as it is."""
    return Markup((TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704  (ours)


def _policy(style: str, script: str) -> str:
    """Allow this style, this script and pictures within the page; nothing from anywhere."""
    allowed = ["default-src 'none'", f"style-src {_digest(style)}", "img-src data:"]
    if script:
        allowed.append(f"script-src {_digest(script)}")
    return "; ".join([*allowed, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    found = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(found).decode('ascii')}'"
