"""What a submission may use; counted from after the import of TensorFlow."""

import msgspec

MEBIBYTE = 1024 * 1024


class Limits(msgspec.Struct, frozen=True):
    """Times in seconds of waiting for the student's code, sizes in bytes."""

    call_seconds: float = 5.0
    exercise_seconds: float = 20.0
    submission_seconds: float = 90.0
    cpu_seconds: int = 120
    memory: int = 2048 * MEBIBYTE
    file_size: int = 64 * MEBIBYTE
    output: int = 64 * 1024
    start_seconds: float = 120.0
    restart_seconds: float = 30.0

    @property
    def mebibytes(self) -> int:
        """The memory in MiB, as people name it."""
        return self.memory // MEBIBYTE

    def stated(self) -> dict[str, float]:
        """Give the limits in a report's own words."""
        return {name: float(each) for name, each in msgspec.structs.asdict(self).items()}
