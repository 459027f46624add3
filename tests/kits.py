"""Kits as students have them: released by the real command, and run from their own folder."""

import json
import os
import shutil
import subprocess

# Right, wrong in the value alone, wrong in a way that only the reference tells, and raising.
RIGHT = """import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    difference = y_pred - y_true
    return tf.reduce_mean(difference * difference)
"""
SUBTLE = """import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    errors = tf.square(y_true - y_pred)
    return tf.reduce_mean(errors) + 0.01 * tf.reduce_max(tf.nn.relu(errors - 9.0))
"""
RAISING = "def mean_squared_error(y_true, y_pred):\n    return y_true.mean(y_pred)\n"
CLIPPED = """import tensorflow as tf


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-tf.clip_by_value(x, -3.0, 3.0)))
"""


def copied(kit, folder):
    """Copy a released kit, to change something in it."""
    ignored = shutil.ignore_patterns("__pycache__", ".slopework")
    return shutil.copytree(kit, folder, ignore=ignored)


def in_kit(command, kit, *arguments):
    """Run a released kit's own grader in its folder."""
    return command(*arguments, cwd=kit, PYTHONPATH=str(kit))


def submission(folder, **sources):
    """Write a submission of mse and sigmoid, by what there is; gives its folder."""
    places = {"mse": "linear_regression", "sigmoid": "logistic_regression"}
    for name, source in sources.items():
        path = folder / places[name] / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return folder


def verdicts(text):
    """Give the verdict of each check in a JSON report, by exercise and check."""
    return {
        (exercise["id"], each["id"]): each["verdict"]
        for exercise in json.loads(text)["exercises"]
        for each in exercise["checks"]
    }


def run_in(folder, *arguments):
    """Run a program in a folder, without a path of ours in its environment."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        list(map(str, arguments)),
        cwd=folder,
        env=kept,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
