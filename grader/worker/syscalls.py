"""System calls that a worker does without, refused by the kernel (seccomp): best effort.

Workers of a run belong to one user, and what a user may do to their own processes no other wall
forbids: limit them, slow them, watch them, or leave things in memory that no process owns. Sources:
`man 2 seccomp`, and the kernel's `linux/filter.h`, `linux/seccomp.h` and `linux/audit.h`.
"""

import ctypes
import errno
import os
import struct
import sys

import msgspec

LAYER = "system call wall"
PR_SET_NO_NEW_PRIVS = 38
SET_MODE_FILTER = 1
# Threads that run already get the filter too.
ALL_THREADS = 1
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
ALLOW = 0x7FFF0000
REFUSE = 0x00050000 | errno.EPERM
# Where the kernel puts what a filter reads.
NUMBER_AT, ARCHITECTURE_AT, FIRST_ARGUMENT_AT = 0, 4, 16


class Machine(msgspec.Struct, frozen=True):
    """What the kernel calls a kind of processor, and which column of numbers it has below."""

    architecture: int
    column: int


MACHINES = {"x86_64": Machine(0xC000003E, 0), "aarch64": Machine(0xC00000B7, 1)}
SECCOMP = (317, 277)
# These may name another process by their first argument; 0 is the caller itself.
OWN_ONLY = {
    "prlimit64": (302, 261),
    "sched_setaffinity": (203, 122),
    "sched_setattr": (314, 274),
    "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119),
}
REFUSED = {
    "add_key": (248, 217),
    "bpf": (321, 280),
    "io_uring_setup": (425, 425),
    "ioprio_set": (251, 30),
    "kcmp": (312, 272),
    "keyctl": (250, 219),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
    "mq_open": (240, 180),
    "msgget": (68, 186),
    "perf_event_open": (298, 241),
    "pidfd_getfd": (438, 438),
    "process_madvise": (440, 440),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "ptrace": (101, 117),
    "request_key": (249, 218),
    "semget": (64, 190),
    "setpriority": (141, 140),
    "shmat": (30, 196),
    "shmget": (29, 194),
    "userfaultfd": (323, 282),
}
# Above these, x86_64 has every call a second time, under another number.
SECOND_NUMBERS = 0x40000000


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def refuse() -> tuple[str, ...]:
    """Have the kernel refuse these calls to this process and its children; name what holds."""
    if not sys.platform.startswith("linux") or sys.maxsize < 2**32:
        return ()
    machine = MACHINES.get(os.uname().machine)
    if machine is None:
        return ()
    steps = filter_steps(machine)
    system = ctypes.CDLL(None)
    system.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    program = _Program(len(steps), b"".join(steps))
    number = SECCOMP[machine.column]
    failed = system.syscall(number, SET_MODE_FILTER, ALL_THREADS, ctypes.byref(program))
    return () if failed else (LAYER,)


def filter_steps(machine: Machine) -> list[bytes]:
    """Write the filter, one step each for the kernel's small machine."""
    steps = [
        _step(LOAD, ARCHITECTURE_AT),
        _step(EQUAL, machine.architecture, there=1),
        _step(RETURN, REFUSE),
        _step(LOAD, NUMBER_AT),
        _step(AT_LEAST, SECOND_NUMBERS, otherwise=1),
        _step(RETURN, REFUSE),
    ]
    for numbers in REFUSED.values():
        steps += [_step(EQUAL, numbers[machine.column], otherwise=1), _step(RETURN, REFUSE)]
    for numbers in OWN_ONLY.values():
        steps += [
            _step(EQUAL, numbers[machine.column], otherwise=4),
            _step(LOAD, FIRST_ARGUMENT_AT),
            _step(EQUAL, 0, there=1),
            _step(RETURN, REFUSE),
            _step(RETURN, ALLOW),
        ]
    return [*steps, _step(RETURN, ALLOW)]


def _step(code: int, value: int, there: int = 0, otherwise: int = 0) -> bytes:
    """Write one step; a comparison skips so many, where it holds and where not."""
    return struct.pack("HBBI", code, there, otherwise, value)
