"""What the grader and a worker say to each other: typed, plain, decoded and never unpickled."""

import msgspec


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The common form of all that crosses the pipe."""


# --- values -------------------------------------------------------------------------------------


class Array(Message, tag="array", frozen=True):
    """Numbers with dtype and shape; ``kind`` is tensor, variable, ndarray, number or list."""

    kind: str
    dtype: str
    shape: tuple[int, ...]
    data: bytes
    trainable: bool = True


class Nothing(Message, tag="nothing", frozen=True):
    """Python's None."""


class Text(Message, tag="text", frozen=True):
    """A string, shortened."""

    text: str


class Listing(Message, tag="listing", frozen=True):
    """A list or tuple whose entries are not all numbers."""

    items: tuple["Value", ...]


class Mapping(Message, tag="mapping", frozen=True):
    """A dict with string keys."""

    entries: dict[str, "Value"]


class Opaque(Message, tag="opaque", frozen=True):
    """Anything else, by the name of its type; ``note`` says why it was not taken as numbers."""

    type_name: str
    note: str = ""


Value = Array | Nothing | Text | Listing | Mapping | Opaque


# --- arguments ----------------------------------------------------------------------------------


class Tensor(Message, tag="tensor", frozen=True):
    """Handed over as a tf.Tensor."""

    array: Array


class NdArray(Message, tag="ndarray", frozen=True):
    """Handed over as a NumPy array."""

    array: Array


class Number(Message, tag="number", frozen=True):
    """Handed over as a Python number."""

    value: int | float


class Numbers(Message, tag="numbers", frozen=True):
    """Handed over as a list of Python numbers."""

    values: tuple[int | float, ...]


class Object(Message, tag="object", frozen=True):
    """Something that an earlier operation kept under this name."""

    name: str


class Probe(Message, tag="probe", frozen=True):
    """A model, loss or helper of the worker's own, no exercise's answer."""

    name: str


class Graded(Message, tag="graded", frozen=True):
    """A name that the student's file defines; ``file`` says which, where several are loaded."""

    name: str
    file: str = ""


class Result(Message, tag="result", frozen=True):
    """What another call gives, inside the same tape."""

    call: "Call"


Argument = Tensor | NdArray | Number | Numbers | Object | Probe | Graded | Result


# --- operations ---------------------------------------------------------------------------------


class Variable(Message, tag="variable", frozen=True):
    """An attribute of a kept object, as the source of a gradient."""

    owner: str
    name: str


Source = int | Variable


class Call(Message, tag="call", frozen=True):
    """Call something; keep the result under a name, or ask its gradient for some sources.

    A source is the index of a tensor argument or a variable of a kept object; where the argument is
    itself a call, it is the first argument of that one. A result that is not a scalar is summed, as
    a tape does.
    """

    callee: Graded | Object | Probe
    arguments: tuple[Argument, ...] = ()
    keep: str = ""
    sources: tuple[Source, ...] = ()


class Read(Message, tag="read", frozen=True):
    """Read attributes of a kept object."""

    owner: str
    names: tuple[str, ...]


class Assign(Message, tag="assign", frozen=True):
    """Set variables of a kept object, whatever their shape: to one number each, or to several."""

    owner: str
    values: dict[str, float] = {}
    several: dict[str, tuple[float, ...]] = {}


class Define(Message, tag="define", frozen=True):
    """Give the student's module a global number for the length of one message.

    So one bug does not hide another; a global that the file has itself stays.
    """

    name: str
    value: float


Operation = Call | Read | Assign | Define


# --- requests and replies -----------------------------------------------------------------------


class Scan(Message, tag="scan", frozen=True):
    """Parse a file and look for ready-made calls, before any of its code has run."""

    path: str
    source: bytes
    graded: tuple[str, ...]
    forbidden: tuple[str, ...]


class Load(Message, tag="load", frozen=True):
    """Run a file that was scanned, in place of the one before or ``beside`` it.

    Files beside each other keep names of their own; no check judges more than one.
    """

    path: str
    beside: bool = False


class Ask(Message, tag="ask", frozen=True):
    """Do these in order, up to the first that raises."""

    operations: tuple[Operation, ...]


Request = Scan | Load | Ask


class Ready(Message, tag="ready", frozen=True):
    """A worker's first words."""

    tensorflow: str
    preloaded: bool
    threads: int
    layers: tuple[str, ...]


class Finding(Message, tag="finding", frozen=True):
    """A call of the library's own version, as written and where."""

    call: str
    line: int


class Scanned(Message, tag="scanned", frozen=True):
    """What reading the file found: the ready-made calls in it."""

    findings: tuple[Finding, ...]


class Loaded(Message, tag="loaded", frozen=True):
    """The callable names that the file defines."""

    names: tuple[str, ...]


class Raised(Message, tag="raised", frozen=True):
    """An exception in the student's code; ``line`` and ``text`` are of the student's ``file``."""

    type_name: str
    message: str
    line: int = 0
    text: str = ""
    out_of_memory: bool = False
    file: str = ""


class Answer(Message, tag="answer", frozen=True):
    """What an operation gave.

    ``gradients`` follow the call's sources, or the names that were read; ``changed`` lists the
    arguments that the call altered, ``altered`` what has become of them.
    """

    value: Value
    gradients: tuple[Value, ...] = ()
    changed: tuple[int, ...] = ()
    altered: tuple[Value, ...] = ()


class Answers(Message, tag="answers", frozen=True):
    """The outcomes of an Ask, at most one an operation; only the last can be Raised."""

    outcomes: tuple[Answer | Raised, ...]


Reply = Ready | Scanned | Loaded | Raised | Answers

_encoder = msgspec.msgpack.Encoder()
_request_decoder: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)
_reply_decoder: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)


def encode(message: Request | Reply) -> bytes:
    """Write a message as bytes."""
    return _encoder.encode(message)


def decode_request(payload: bytes) -> Request:
    """Read a request; raises msgspec.DecodeError."""
    return _request_decoder.decode(payload)


def decode_reply(payload: bytes) -> Reply:
    """Read a reply; raises msgspec.DecodeError for anything that is not one."""
    try:
        return _reply_decoder.decode(payload)
    except RecursionError:
        raise msgspec.DecodeError("a reply that is nested without end") from None
