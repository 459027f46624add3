"""What a submission may say to whoever reads a platform's files or a job's log."""

COMMANDS = [
    "::error file=x.py,line=1::forged",
    "  ::warning::forged after spaces",
    "::set-output name=result::forged",
    "::stop-commands::forged",
    "::add-mask::Score",
    "##[error]forged",
    "text and then ##[add-mask]Score",
    "</details><script>alert(1)</script>",
    "![](https://example.org/x.png) <img src=x onerror=alert(1)>",
    "| a | b |\n|---|---|",
    "```\n# forged heading\n```",
    "\x1b[2J\x1b]0;title\x07 \x00 \x9b31m \u202e \ud800",
    "100%0A::error::forged by escapes",
    "\r::error::forged after a carriage return",
]
SAID = "\n".join(COMMANDS)

# It prints all of it, and more than anyone reads; then it raises all of it.
RAISING = f"""
import sys
SAID = {SAID!r}
print(SAID)
def mean_squared_error(y_true, y_pred):
    sys.stderr.write(SAID + "x" * 100000)
    raise ValueError(SAID)
""".encode()
# It prints without end to a line, and gives a wrong value.
WRONG = f"""
SAID = {SAID!r}
def sigmoid(x):
    print(SAID * 1000)
    return x
""".encode()
FORBIDDEN = b"import tensorflow as tf\ndef softmax(logits):\n    return tf.nn.softmax(logits)\n"
RIGHT = b"""import tensorflow as tf
def mean_absolute_error(y_true, y_pred):
    print("::error::forged by right code")
    return tf.reduce_mean(tf.abs(y_true - y_pred))
"""
SOURCES = {"mse": RAISING, "sigmoid": WRONG, "softmax": FORBIDDEN, "mae": RIGHT}
NAMES = ("mse", "linear_trainer", "sigmoid", "mae", "softmax")


def is_command(line):
    """Tell a line that GitHub's runner takes for a command, by its own rules."""
    return line.lstrip().startswith("::") or "##[" in line
