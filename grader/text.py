"""Text that comes from a submission, made harmless before anything shows it."""

import re

# Terminal sequences as a whole, then every other control character but newline and tab.
_SEQUENCES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


def harmless(text: str) -> str:
    """Drop terminal sequences, control characters and what is not steady; mend bad Unicode."""
    whole = text.replace("\r\n", "\n").encode("utf-8", errors="replace").decode("utf-8")
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", _SEQUENCES.sub("", steady(whole)))


# Only from where a word begins: else long text without spaces is gone through again and again.
_SCRATCH = re.compile(r"(?<!\S)\S*slopework-\w+[/\\]?")
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}")


def steady(text: str) -> str:
    """Drop what differs from run to run: the scratch folder's path and addresses of objects."""
    return _ADDRESS.sub("0x...", _SCRATCH.sub("", text))
