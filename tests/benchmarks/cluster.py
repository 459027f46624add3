"""How fast a Dask cluster grades, against processes of this machine, in turn within one run.

Run it with `python tests/benchmarks/cluster.py [COUNT [ROUNDS]]` in the kit's folder. Scheduler and
two workers run on loopback; a further submission is what half a class makes of a difference, so
that starting up, which the workers have behind them, is left out on both sides.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from speed import PYTHON, ROOT, run, seconds, show
from throughput import make

sys.path.append(str(ROOT / "tests"))
from cluster_maker import FIT, Cluster

WORKERS = 2


def grade(folder: Path, *how: str) -> float:
    """Time a whole run over a class, into a gradebook of its own."""
    with tempfile.TemporaryDirectory() as output:
        command = [*PYTHON, "-m", "grader", "grade", str(folder), "--output", output, *how]
        return seconds(lambda: run(command))


def further(whole: Path, half: Path, count: int, *how: str) -> float:
    """Give the seconds that a further submission costs."""
    return (grade(whole, *how) - grade(half, *how)) / (count - count // 2)


def main() -> None:
    """Measure in turn and print ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    ratios, each = [], []
    with tempfile.TemporaryDirectory() as place:
        whole, half = Path(place, "whole"), Path(place, "half")
        make(whole, count)
        make(half, count // 2)
        cluster = Cluster(Path(place))
        try:
            for _ in range(WORKERS):
                cluster.worker(*FIT)
            there, here = ("--scheduler", cluster.address), ("--jobs", str(WORKERS))
            grade(half, *there)
            for _ in range(rounds):
                local = further(whole, half, count, *here)
                ratios.append(further(whole, half, count, *there) / local)
                each.append(local)
        finally:
            cluster.end()
    print(f"a class of {count}, the whole course, {rounds} rounds, {WORKERS} workers")
    show("a further submission on a cluster, against processes here", ratios)
    print("  seconds for it here:", ", ".join(f"{one:.2f}" for one in each))


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error}: {error.stderr}")
