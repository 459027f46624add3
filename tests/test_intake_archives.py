"""What is taken of an archive: the course's files, whatever else it holds or does."""

import bz2
import gzip
import io
import lzma
import stat
import struct
import tarfile
import warnings
import zipfile
import zlib

import pytest

from grader.intake import list_entries, read_entry
from grader.intake.members import Budget, Unusable
from grader.intake.tars import list_tar
from grader.submission import LARGEST_FILE

MSE, SIGMOID = "linear_regression/mse.py", "logistic_regression/sigmoid.py"
WORK, OTHER = b"# my work\n", b"# other work\n"
SOUND = {MSE: WORK, SIGMOID: OTHER}


@pytest.fixture
def take(tmp_path, course):
    """Read some exercises of an entry given as a file's name and bytes."""

    def take(name, data, *names):
        path = tmp_path / "class" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        (entry,) = list_entries(tmp_path / "class", course)
        return read_entry(entry, course, course.select(names or ("mse", "sigmoid")))

    return take


def zipped(files, method=zipfile.ZIP_DEFLATED):
    """Make a zip archive of names (or ready ZipInfos) and bytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in files.items() if isinstance(files, dict) else files:
            archive.writestr(name, content)
    return data.getvalue()


def tarred(files, mode="w", form=tarfile.PAX_FORMAT):
    """Make a tar archive of names (or ready TarInfos) and bytes."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode, format=form) as archive:
        for name, content in files.items() if isinstance(files, dict) else files:
            info = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ann.zip", zipped(SOUND)),
        ("ann.zip", zipped(SOUND, zipfile.ZIP_STORED)),
        ("ann.tar", tarred(SOUND)),
        ("ann.tar", tarred(SOUND, form=tarfile.GNU_FORMAT)),
        ("ann.tar", tarred(SOUND, form=tarfile.USTAR_FORMAT)),
        ("ann.tar.gz", tarred(SOUND, "w:gz")),
        ("ann.tgz", tarred(SOUND, "w:gz")),
        ("ann.tar.bz2", tarred(SOUND, "w:bz2")),
        ("ann.tar.xz", tarred(SOUND, "w:xz")),
        ("ann.zip", tarred(SOUND, "w:gz")),
        ("ann.tar.gz", zipped(SOUND)),
        ("ann.tar", tarred({f"./{name}": data for name, data in SOUND.items()})),
    ],
)
def test_archives_of_every_kind_are_read(take, name, data):
    """A right archive is read without a note, also where its name says another kind."""
    found = take(name, data)
    assert (found.sources, found.refused) == ({"mse": WORK, "sigmoid": OTHER}, {})
    assert (found.name, found.student, found.notes) == (name, "ann", {})


@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_long_and_foreign_names_in_tar_are_read(take, form):
    """Names that need a header of their own are read whole."""
    where = "häuser/" + "long/" * 40 + "mse.py"
    found = take("ann.tar", tarred({where: WORK}, form=form), "mse")
    assert found.sources == {"mse": WORK}
    assert found.notes["mse"].startswith("taken from häuser/long/")


def test_files_of_a_mac_and_folders_around_are_no_trouble(take):
    """A zip of a folder, with what a Mac adds, is read."""
    files = {
        f"hw/{MSE}": WORK,
        "__MACOSX/hw/linear_regression/._mse.py": b"\0",
        "hw/.DS_Store": b"",
    }
    found = take("ann.zip", zipped(files), "mse")
    assert found.sources == {"mse": WORK}
    assert found.notes == {"mse": f"taken from hw/{MSE}"}


def test_a_whole_environment_in_a_zip_is_passed_over(take):
    """A zip with thousands of files of an installed environment is read all the same."""
    many = {f".venv/lib/python3.11/site-packages/p{n}/mse.py": b"" for n in range(5000)}
    assert take("ann.zip", zipped(many | SOUND)).sources == {"mse": WORK, "sigmoid": OTHER}


HOSTILE = [
    f"../{MSE}",
    f"/{MSE}",
    f"a/../{MSE}",
    f"C:/{MSE}",
    "linear_regression\\mse.py",
    f"{MSE}\0.txt",
]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_names_that_lead_out_are_refused(take, name, kind):
    """A name that is no path below the archive is refused; the sound part is taken."""
    if kind == "zip":
        # Written under a harmless name of the same length, as zipfile mends some itself.
        data = zipped({"x" * len(name): WORK, SIGMOID: OTHER}).replace(
            b"x" * len(name), name.encode()
        )
    else:
        data = tarred({name: WORK, SIGMOID: OTHER})
        if "\0" in name:
            pytest.skip("a name in a tar ends at a NUL")
    found = take(f"ann.{kind}", data)
    assert found.sources == {"sigmoid": OTHER}
    assert "its name in the archive" in found.refused.get("mse", "its name in the archive")
    assert name.endswith(".txt") or "mse" in found.refused


def zip_info(**attributes):
    """Describe a member called like the exercise."""
    info = zipfile.ZipInfo(MSE)
    for name, value in attributes.items():
        setattr(info, name, value)
    return info


@pytest.mark.parametrize(
    ("info", "reason"),
    [
        (zip_info(external_attr=(stat.S_IFLNK | 0o777) << 16), "link"),
        (zip_info(external_attr=(stat.S_IFIFO | 0o777) << 16), "not a plain file"),
        (zip_info(compress_type=zipfile.ZIP_BZIP2), "ordinary way"),
        (zip_info(compress_type=zipfile.ZIP_LZMA), "ordinary way"),
    ],
)
def test_what_is_no_plain_member_of_a_zip_is_refused(take, info, reason):
    """Links, devices and unusual compression have a reason; the rest is read."""
    found = take("ann.zip", zipped([(info, WORK), (SIGMOID, OTHER)]))
    assert found.sources == {"sigmoid": OTHER}
    assert reason in found.refused["mse"]


def patched(data, offset_local, offset_central, value):
    """Set two bytes of the first member, in its own header and in the directory."""
    data = bytearray(data)
    for signature, offset in ((b"PK\3\4", offset_local), (b"PK\1\2", offset_central)):
        at = data.index(signature) + offset
        data[at : at + 2] = struct.pack("<H", value)
    return bytes(data)


def test_an_encrypted_member_is_refused(take):
    """A password has a reason that says what to do."""
    found = take("ann.zip", patched(zipped(SOUND), 6, 8, 1))
    assert found.sources == {"sigmoid": OTHER}
    assert "without a password" in found.refused["mse"]


def test_an_unknown_compression_is_refused(take):
    """A method that no one knows has a reason."""
    found = take("ann.zip", patched(zipped(SOUND), 8, 10, 99))
    assert (list(found.sources), "ordinary way" in found.refused["mse"]) == (["sigmoid"], True)


def test_a_damaged_member_is_refused(take):
    """A member whose bytes were changed has a reason; the others are read."""
    data = bytearray(zipped(SOUND, zipfile.ZIP_STORED))
    data[data.index(WORK)] ^= 1
    found = take("ann.zip", bytes(data))
    assert (list(found.sources), "damaged" in found.refused["mse"]) == (["sigmoid"], True)


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_a_bomb_is_not_unpacked(take, kind):
    """A member that unpacks to more than a file may be is refused, and counted as it unpacks."""
    bomb = {MSE: b"\0" * (4 * 1024 * 1024), SIGMOID: OTHER}
    data = zipped(bomb) if kind == "zip" else tarred(bomb, "w:gz")
    if kind == "zip":
        data = data.replace(struct.pack("<I", 4 * 1024 * 1024), struct.pack("<I", 10))
    found = take("ann.zip" if kind == "zip" else "ann.tgz", data)
    assert found.sources == {"sigmoid": OTHER}
    assert "larger than 512 KiB" in found.refused["mse"] or "damaged" in found.refused["mse"]


def test_a_member_of_the_largest_size_is_read(take):
    """The limit is the same as of a file on disk."""
    found = take("ann.zip", zipped({MSE: b"#" * LARGEST_FILE}), "mse")
    assert len(found.sources["mse"]) == LARGEST_FILE


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_tar_stream_without_end_stops(take, pack):
    """A stream that unpacks to more than is read stops there; what came before is taken."""
    start = tarred({MSE: WORK})[:1024]
    info = tarfile.TarInfo("movie.bin")
    info.size = 200 * 1024 * 1024
    data = pack(start + info.tobuf() + b"\0" * (80 * 1024 * 1024))
    found = take("ann.tar", data)
    assert found.sources == {"mse": WORK}
    assert "more than is read" in found.refused["sigmoid"]


def test_a_header_that_asks_for_much_memory_is_refused(take):
    """An xz stream may not ask for gigabytes."""
    small = lzma.compress(tarred(SOUND), filters=[{"id": lzma.FILTER_LZMA2, "preset": 0}])
    assert take("ann.tar.xz", small).sources == {"mse": WORK, "sigmoid": OTHER}
    # The size of the dictionary is the one property in the block's header, under a checksum.
    block = bytearray(small)
    end = 12 + (block[12] + 1) * 4
    block[16] = 38
    block[end - 4 : end] = struct.pack("<I", zlib.crc32(block[12 : end - 4]))
    found = take("ann.tar.xz", bytes(block))
    assert (found.sources, "damaged" in found.refused["mse"]) == ({}, True)


def test_a_huge_directory_is_refused_before_it_is_parsed(take, monkeypatch):
    """A zip's directory is measured before anything reads it."""
    data = zipped(SOUND)
    monkeypatch.setattr("grader.intake.zips.LARGEST_DIRECTORY", 50)
    monkeypatch.setattr("zipfile.ZipFile", None)
    assert "directory is too large" in take("ann.zip", data).refused["mse"]


def test_a_directory_that_lies_about_its_size_is_not_read(take, monkeypatch):
    """Where zipfile would read more than was measured, the reading stops."""
    monkeypatch.setattr("grader.intake.zips.LARGEST_DIRECTORY", 50)
    monkeypatch.setattr("grader.intake.zips._refuse_large_directory", lambda _: None)
    assert "too large to read" in take("ann.zip", zipped(SOUND)).refused["mse"]


def test_a_zip64_archive_is_refused(take):
    """An archive for huge files is refused in words of its own."""
    plain = zipped(SOUND)
    end = plain.rindex(b"PK\5\6")
    data = plain[:end] + b"PK\6\7" + b"\0" * 16 + plain[end:]
    assert "zip64" in take("ann.zip", data).refused["mse"]


@pytest.mark.parametrize("kind", ["zip", "tar"])
def test_a_name_that_is_there_twice(take, kind):
    """Equal members of one name are one; different ones are refused, as either may be meant."""
    make = zipped if kind == "zip" else tarred
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = make([(MSE, WORK), (MSE, OTHER), (SIGMOID, OTHER), (SIGMOID, OTHER)])
    found = take(f"ann.{kind}", data)
    assert found.sources == {"sigmoid": OTHER}
    assert "found twice" in found.refused["mse"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ann.zip", b""),
        ("ann.zip", b"PK\3\4 no zip"),
        ("ann.zip", b"<html>log in</html>"),
        ("ann.zip", zipped(SOUND)[:-30]),
        ("ann.zip", b"PK\5\6" + b"\xff" * 18),
        ("ann.tar", b""),
        ("ann.tar", b"\0" * 1024),
        ("ann.tar", b"x" * 5000),
        ("ann.tgz", b"\x1f\x8b\x08"),
        ("ann.tar.bz2", b"BZh9" + b"\xff" * 100),
        ("ann.tar.xz", b"\xfd7zXZ\0" + b"\xff" * 100),
        ("ann.tgz", gzip.compress(b"not a tar")),
        ("ann.zip", b"Rar!\x1a\x07\x00"),
        ("ann.zip", b"7z\xbc\xaf\x27\x1c"),
    ],
)
def test_what_is_no_archive_has_a_reason(take, name, data):
    """Empty, cut off, corrupt and misnamed archives have a reason for every exercise."""
    found = take(name, data)
    assert (found.sources, set(found.refused)) == ({}, {"mse", "sigmoid"})
    assert all(found.refused.values())


@pytest.mark.parametrize("make", [zipped, tarred])
def test_any_damage_leads_to_a_reason(take, make):
    """Whatever byte of an archive is changed, reading it never raises."""
    whole = make(SOUND)[:3000]
    for at in range(0, len(whole), 7):
        data = bytearray(whole)
        data[at] ^= 0xFF
        take("ann.zip", bytes(data))


def test_the_sound_part_of_a_cut_archive_is_taken(take):
    """What comes before the cut is read; what may have come after says that it was cut."""
    whole = tarred({MSE: WORK, "big.bin": b"x" * 5000, SIGMOID: OTHER})
    found = take("ann.tar", whole[:4000])
    assert found.sources == {"mse": WORK}
    assert "cut off" in found.refused["sigmoid"]


def test_links_and_devices_in_a_tar_are_refused(take):
    """A link or device in the place of an exercise has a reason; the others are read."""
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
        info = tarfile.TarInfo(MSE)
        info.type, info.linkname = kind, SIGMOID
        found = take("ann.tar", tarred([(info, b""), (SIGMOID, OTHER)]))
        assert found.sources == {"sigmoid": OTHER}
        assert "link or a device" in found.refused["mse"]


@pytest.mark.parametrize(
    "data", [b"1 " * 30_000, b"9" * 60_000, b"30 path=short\n", b"99999999 path=x", b"-5 a=b\n"]
)
def test_hostile_extended_headers_end_soon(data):
    """A damaged extended header is damage, whatever it says of its length."""
    info = tarfile.TarInfo("PaxHeader")
    info.type, info.size = tarfile.XHDTYPE, len(data)
    file = io.BytesIO(info.tobuf() + data + b"\0" * (-len(data) % 512) + tarred(SOUND))
    list_tar(file, lambda _: 1000, Budget())
    info.size = 1024 * 1024
    listing = list_tar(io.BytesIO(info.tobuf() + b"1" * 1024 * 1024), lambda _: 1000, Budget())
    assert listing.troubles == ["it has a header of more than 64 KiB"]


def test_an_archive_in_a_folder_is_read(take):
    """Moodle's folder with one zip is read as if it were unpacked."""
    found = take("ann/homework.zip", zipped(SOUND))
    assert found.sources == {"mse": WORK, "sigmoid": OTHER}
    assert found.notes["mse"] == f"taken from homework.zip/{MSE}"


def test_an_archive_in_an_archive_is_read_but_no_deeper(take):
    """One archive in another is read; one in that has a reason."""
    once = zipped({"inner.zip": zipped(SOUND)})
    assert take("ann.zip", once).sources == {"mse": WORK, "sigmoid": OTHER}
    assert take("ann.zip", tarred({"inner.tgz": tarred(SOUND, "w:gz")})).sources["mse"] == WORK
    found = take("ann.zip", zipped({"outer.zip": once}))
    assert found.sources == {}
    assert "an archive in an archive in an archive" in found.refused["mse"]


def test_a_large_archive_in_an_archive_is_refused(take, monkeypatch):
    """What is unpacked into memory is bounded, for each archive and for all."""
    monkeypatch.setattr("grader.intake.archives.LARGEST_NESTED", 100 * 1024)
    found = take("ann.zip", zipped({"in.zip": b"\0" * 200 * 1024}))
    assert "in.zip: it is larger than 100 KiB" in found.refused["mse"]
    with pytest.raises(Unusable, match="more than is read"):
        Budget(10).spend(11)


def test_many_archives_are_not_all_opened(take):
    """A folder of archives is looked into up to a number, and the rest has a reason."""
    data = zipped(
        {f"{n:02}.zip": zipped({"x": b""}) for n in range(30)} | {"zz.zip": zipped(SOUND)}
    )
    assert "more than 20 archives" in take("ann.zip", data).refused["mse"]


def test_a_rar_in_a_folder_is_named(take):
    """An archive that cannot be read is named where no exercise was found."""
    assert "ann.rar is a RAR archive; hand in a zip" in take("x/ann.rar", b"Rar!").refused["mse"]


def test_odd_encodings_of_names_are_shown_harmless(take):
    """A name that is not UTF-8 is no trouble, and comes out as text."""
    data = zipped({"xx/mse.py": WORK}).replace(b"xx/", b"\xff\x1b/")
    found = take("ann.zip", data, "mse")
    assert found.sources == {"mse": WORK}
    assert "\x1b" not in found.notes["mse"]
    info = tarfile.TarInfo("ü/mse.py")
    raw = tarred([(info, WORK)], form=tarfile.USTAR_FORMAT).replace("ü".encode(), b"\xff\xfe")
    fixed = bytearray(raw)
    fixed[148:156] = b" " * 8
    fixed[148:156] = b"%06o\0 " % sum(fixed[:512])
    found = take("ann.zip", bytes(fixed), "mse")
    "".join(found.notes.values()).encode()
