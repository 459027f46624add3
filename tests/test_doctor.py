"""Whether a machine can run the kit: what is found, what repairs it, with nothing installed."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import venv

import pytest
from conftest import ROOT

from grader.doctor import diagnosis, needs
from grader.doctor.examination import unless_broken
from grader.doctor.finding import Finding
from grader.doctor.machine import Machine, libc_of, this_machine
from grader.doctor.memory import total
from grader.doctor.process import Ended
from grader.doctor.sandbox import judged as sandbox_judged
from grader.doctor.tensorflow import judged
from grader.doctor.text import closing, line

SOUND = Machine(
    python=(3, 12, 4),
    system="Linux",
    processor="x86_64",
    libc="glibc",
    libc_version=(2, 36),
    avx=True,
    memory=8 * 2**30,
    free_memory=4 * 2**30,
)
WINDOWS = SOUND._replace(
    system="Windows",
    processor="AMD64",
    libc="",
    libc_version=(),
    long_paths=False,
    libraries="C:\\kit\\.venv\\Lib\\site-packages",
)
MAC = SOUND._replace(system="Darwin", processor="arm64", libc="", libc_version=(), avx=None)
DEEP = "C:\\Users\\" + "student\\" * 15 + "site-packages"
UNABLE = {
    "Python 3.14": (SOUND._replace(python=(3, 14, 0)), "Python", "install Python 3.13"),
    "Python 3.10": (SOUND._replace(python=(3, 10, 9)), "Python", "needs Python 3.11 to 3.13"),
    "PyPy": (SOUND._replace(implementation="PyPy"), "Python", "CPython alone"),
    "32-bit": (WINDOWS._replace(bits=32), "Python", "64-bit installer"),
    "free-threaded": (SOUND._replace(free_threaded=True), "Python", "free-threaded"),
    "Alpine": (SOUND._replace(libc="musl", libc_version=()), "System", "python:3.13-slim"),
    "old glibc": (SOUND._replace(libc_version=(2, 17)), "System", "newer Linux"),
    "a Raspberry Pi of 32 bits": (SOUND._replace(processor="armv7l"), "System", "armv7l"),
    "an Intel Mac": (MAC._replace(processor="x86_64"), "System", "Macs with an Intel processor"),
    "Rosetta": (MAC._replace(processor="x86_64", translated=True), "System", "universal Python"),
    "Windows on ARM": (WINDOWS._replace(processor="ARM64"), "System", "WSL"),
    "another system": (SOUND._replace(system="FreeBSD"), "System", "no TensorFlow"),
    "no AVX": (SOUND._replace(avx=False), "Processor", "illegal instruction"),
    "little memory": (SOUND._replace(memory=2**30), "Memory", "about 1 GiB"),
    "long paths": (WINDOWS._replace(libraries=DEEP), "Long paths", "LongPathsEnabled"),
    "no runtime": (
        WINDOWS._replace(missing_runtime=("msvcp140_1.dll",)),
        "Visual C++",
        "vc_redist.x64.exe",
    ),
}
COMPLAINTS = {
    "ModuleNotFoundError: No module named 'tensorflow'": "[tensorflow]",
    "ImportError: DLL load failed while importing _pywrap_tensorflow_internal": "vc_redist",
    "ImportError: /lib/libm.so.6: version `GLIBC_2.29' not found": "newer one",
    "ImportError: libgomp.so: cannot allocate memory in static TLS block": "newer Linux",
    "ModuleNotFoundError: No module named 'wrapt'": "--force-reinstall",
    "TypeError: Descriptors cannot be created directly.": "--force-reinstall",
}


def findings(machine):
    """Judge the facts about a machine."""
    judges = (
        diagnosis.python,
        diagnosis.system,
        diagnosis.processor,
        diagnosis.memory,
        diagnosis.long_paths,
        diagnosis.runtime,
    )
    return [found for judge in judges if (found := judge(machine))]


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """Run the kit by a Python that has nothing installed, not even pip."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder / "venv", symlinks=os.name == "posix", with_pip=False)
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"

    def run(*arguments):
        return subprocess.run(
            [python, *arguments],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    return run


SCRIPT = "import sys; sys.argv[0] = 'grader'; from grader.commands import main; main()"


@pytest.mark.parametrize("how", [("-m", "grader"), ("-c", SCRIPT)], ids=["module", "script"])
def test_the_doctor_runs_where_nothing_is_installed(bare, how):
    """Without any library the doctor names those that are missing, TensorFlow too, and exits 1."""
    ran = bare(*how, "doctor")
    assert (ran.returncode, ran.stderr) == (1, "")
    marks = {
        part.split()[1]: part.split()[0]
        for part in re.findall(r"^\w+ +\w+", ran.stdout, re.MULTILINE)
    }
    assert (marks["Python"], marks["Libraries"], marks["TensorFlow"]) == ("ok", "REPAIR", "REPAIR")
    told = " ".join(ran.stdout.split())
    assert "click" in told
    assert "it is not installed" in told
    assert f'-m pip install -e "{ROOT}[tensorflow]"' in told
    assert "-m ensurepip" in told
    assert "2 things need repair: Libraries, TensorFlow." in told


def test_the_doctor_loads_nothing_but_the_standard_library(bare):
    """All that the doctor has loaded when it ends is Python's own, or the kit's."""
    code = (
        "import sys; before = set(sys.modules); from grader.commands.doctor import doctor; "
        "doctor([]); names = {each.split('.')[0] for each in set(sys.modules) - before}; "
        "print(*(each for each in names - sys.stdlib_module_names if each[0] != '_'))"
    )
    assert bare("-c", code).stdout.splitlines()[-1] == "grader"


def test_the_doctor_explains_itself_where_nothing_is_installed(bare):
    """Its help needs no library, and a wrong argument is wrong usage."""
    assert "what repairs it" in bare("-m", "grader", "doctor", "--help").stdout
    assert bare("-m", "grader", "doctor", "mse").returncode == 2


@pytest.mark.parametrize("arguments", [("check",), ("list",), ("--help",), ()])
def test_other_commands_send_to_the_doctor(bare, arguments):
    """Without its libraries every other command says so in a sentence that names the doctor."""
    ran = bare("-m", "grader", *arguments)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == "grader: The library 'click' is not installed here; run `grader doctor`.\n"


def test_a_library_that_only_one_command_needs_sends_to_the_doctor(tmp_path):
    """A library that breaks only when a command comes to use it is named, with the doctor."""
    (tmp_path / "hypothesis.py").write_text("raise ImportError('DLL load failed')\n")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {SCRIPT}"
    ran = subprocess.run(
        [sys.executable, "-c", code, "check", "mse"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (3, "")
    wanted = "grader: A library cannot be loaded here (DLL load failed); run `grader doctor`.\n"
    assert ran.stderr == wanted


def test_this_machine_is_able(command):
    """Where the kit's own tests run, the doctor finds nothing to repair, and has tried a worker."""
    ran = command("doctor")
    assert (ran.returncode, ran.stderr) == (0, "")
    told = " ".join(ran.stdout.split())
    assert re.search(r"TensorFlow 2\.\d+\.\d+ loads in [\d.]+ s and computes", told)
    assert "a worker starts, with" in told
    assert told.endswith("This machine can run the kit: `grader check` grades your exercises.")


def test_the_doctor_is_listed(command):
    """The doctor stands among the commands that help lists."""
    assert "doctor" in command("--help").stdout


def test_what_the_doctor_demands_is_what_the_kit_declares():
    """Pythons, TensorFlows and libraries are those of pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [re.split(r"[^\w-]", each)[0] for each in project["dependencies"]]
    linux = [each.split("=")[0] for each in project["dependencies"] if "'linux'" in each]
    newest = needs.NEWEST_PYTHON[1]
    spread = f">={needs.dotted(needs.OLDEST_PYTHON)},<3.{newest + 1}"
    oldest, following = needs.dotted(needs.OLDEST_TENSORFLOW), needs.dotted(needs.NEXT_TENSORFLOW)
    assert tuple(declared) == needs.LIBRARIES
    assert tuple(linux) == needs.LINUX_ONLY
    assert project["requires-python"] == spread
    for each in project["optional-dependencies"]["tensorflow"]:
        assert f">={oldest},<{following};" in each


def test_an_old_python_can_read_what_the_doctor_needs():
    """Every module on the way to a finding is syntax of Python 3.8, and delays its annotations."""
    package = ROOT / "grader"
    modules = [package / "__init__.py", package / "__main__.py", package / "commands/__init__.py"]
    modules += [package / "commands/doctor.py", *(package / "doctor").glob("*.py")]
    for path in modules:
        tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))
        delayed = any(
            isinstance(each, ast.ImportFrom) and each.module == "__future__" for each in tree.body
        )
        plain = path.name in ("__init__.py", "__main__.py", "trial.py")
        assert delayed or plain, path.name


@pytest.mark.parametrize("machine", [SOUND, WINDOWS, MAC, this_machine()])
def test_a_sound_machine_needs_no_repair(machine):
    """Linux, Windows, an Apple Mac and this machine are able."""
    assert all(each.able for each in findings(machine))


@pytest.mark.parametrize("case", UNABLE)
def test_what_keeps_tensorflow_away_is_named_with_its_repair(case):
    """Each machine that TensorFlow does not run on is told why, by one finding, and what helps."""
    machine, subject, says = UNABLE[case]
    (bad,) = [each for each in findings(machine) if not each.able]
    assert bad.subject == subject
    assert says in bad.repair
    assert bad.repair.endswith(".")


def test_scarce_memory_is_a_note():
    """Memory that other programs hold is mentioned, and keeps nobody from trying."""
    (note,) = [each for each in findings(SOUND._replace(free_memory=2**29)) if each.repair]
    assert note.able
    assert "close other programs" in note.repair


def test_musl_is_told_by_what_python_was_built_for():
    """Python before 3.13 does not name musl; what it was built for does."""
    assert libc_of(("", ""), "x86_64-pc-linux-musl") == ("musl", ())
    assert libc_of(("glibc", "2.36"), "x86_64-pc-linux-gnu") == ("glibc", (2, 36))


def test_a_containers_limit_counts_as_its_memory(tmp_path, monkeypatch):
    """Where a container leaves less memory than the machine has, that is what there is."""
    for text, wanted in (("1048576\n", 1048576), ("max\n", None)):
        (tmp_path / "memory.max").write_text(text)
        monkeypatch.setattr("grader.doctor.memory.CONTAINER_LIMITS", ())
        whole = total()
        monkeypatch.setattr(
            "grader.doctor.memory.CONTAINER_LIMITS", (str(tmp_path / "memory.max"),)
        )
        assert total() == (wanted or whole)


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_a_complaint_of_tensorflow_has_its_repair(complaint):
    """What an import of TensorFlow ends with decides what is advised."""
    found = judged(Ended(1, "", f"Traceback\n  line 1\n{complaint}\n", 2.0))
    assert not found.able
    assert COMPLAINTS[complaint] in found.repair


@pytest.mark.parametrize(("code", "says"), [(-4, "AVX"), (-9, "memory"), (None, "network drive")])
def test_a_python_that_ends_is_explained(code, says):
    """An illegal instruction, a kill and an endless import each have their own sentence."""
    found = judged(Ended(code, "", "", 300.0))
    assert not found.able
    assert says in found.repair


def test_a_slow_import_is_a_note():
    """A TensorFlow that takes half a minute works, and is advised on."""
    assert judged(Ended(0, "2.21.0 4.2\n", "", 5.0)) == Finding(
        "TensorFlow", "2.21.0 loads in 4.2 s and computes"
    )
    slow = judged(Ended(0, "2.21.0 44.0\n", "", 45.0))
    assert slow.able
    assert "virus scanner" in slow.repair


def test_missing_layers_are_a_note():
    """A machine whose sandbox is incomplete is able, and told what is not guarded."""
    told = {"layers": ["file wall"], "unguarded": ["the network"], "why": "no bubblewrap"}
    found = sandbox_judged(told)
    assert found.able
    assert "nothing guards the network" in found.said
    assert "before grading other people's" in found.repair
    assert not sandbox_judged(told | {"unguarded": []}).repair


def test_a_worker_that_does_not_start_needs_repair():
    """Where no worker starts, the machine is not able, and the grader's own words are shown."""
    found = sandbox_judged({"fault": "A worker could not be started (no room)."})
    assert not found.able
    assert "no room" in found.said


def test_one_broken_look_hides_nothing_else():
    """What cannot even be looked at is a note, not the end of the examination."""

    def broken():
        raise ZeroDivisionError("odd")

    found = unless_broken(broken)
    assert found.able
    assert "ZeroDivisionError: odd" in found.said


def test_findings_read_as_lines():
    """A finding is a line that begins with its mark; its repair stands below, cut in no word."""
    long = Finding("Wheel", "word " * 40, f"Run `{'x' * 120}` now.", able=False)
    lines = line(long).splitlines()
    assert lines[0].startswith("REPAIR  Wheel       word word")
    assert any("x" * 120 in each for each in lines)
    assert line(Finding("Wheel", "fine")) == "ok      Wheel       fine"
    assert line(Finding("Wheel", "fine", "But.")).startswith("note    Wheel")
    assert closing([long]).startswith("One thing needs repair: Wheel.")
