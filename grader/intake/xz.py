"""Unpack an xz stream within a bound on memory, which the standard library's file does not set."""

import lzma
from typing import BinaryIO

# The strongest setting of xz needs 65 MiB; a hostile header may ask for 4 GiB.
MOST_MEMORY = 128 * 1024 * 1024
_CHUNK = 64 * 1024


class XzFile:
    """A file that gives the unpacked bytes in order."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=MOST_MEMORY)

    def read(self, size: int) -> bytes:
        """Give some bytes, at most `size`; none at the end; raises LZMAError, EOFError."""
        while not self._decoder.eof:
            packed = self._file.read(_CHUNK) if self._decoder.needs_input else b""
            if not packed and self._decoder.needs_input:
                raise EOFError
            if unpacked := self._decoder.decompress(packed, size):
                return unpacked
        return b""
