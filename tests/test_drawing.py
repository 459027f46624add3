"""Pictures: legible, told apart without colour, and the same wherever they are drawn."""

from itertools import combinations

import matplotlib as mpl
import numpy as np
import pytest
from PIL import Image

from grader.drawing.beside import Pair, draw_beside, limits
from grader.drawing.branches import draw_branches
from grader.drawing.canvas import INCHES, write
from grader.drawing.fit import draw_fit
from grader.drawing.labelled import Panel, draw_labelled
from grader.drawing.overfit import draw_overfit
from grader.drawing.parameters import draw_parameters
from grader.drawing.rates import draw_losses
from grader.drawing.sigmoids import draw_sigmoids
from grader.drawing.stroke import curve, spread
from grader.drawing.surface import Surface, draw_surface, round_levels
from grader.errors import UsageError

EPOCHS = np.arange(15)
FALL = 0.8**EPOCHS
ACROSS = np.linspace(-6.0, 6.0, 61)
SIX = np.asarray([1.0, 2.0, 3.0, 5.0, 6.0, 7.0])
LABELS = np.asarray([0.0, 0.0, 0.0, 1.0, 1.0, 1.0])


def s_curve(slope, shift=0.0):
    """Values between 0 and 1."""
    return 1 / (1 + np.exp(-slope * ACROSS - shift))


def bowl():
    """A valley with its floor at 3, 2."""
    across, up = np.linspace(0.0, 6.0, 31), np.linspace(-1.0, 5.0, 31)
    return Surface(across, up, 1 + (across[None, :] - 3) ** 2 + (up[:, None] - 2) ** 2)


def fit():
    """A line before and after."""
    ends = np.asarray([-3.0, 3.0])
    points = np.linspace(-3.0, 3.0, 50)
    lines = [curve("before:\nW=5, b=0", ends, 5 * ends), curve("after", ends, 5 * ends + 0.1)]
    return draw_fit("A line, before and after", points, 3 * points + 2, lines)


def parameters():
    """W and b that end close to one another."""
    ways = [curve("W", EPOCHS, 2.1 + FALL), curve("b", EPOCHS, 2 - 2 * FALL)]
    return draw_parameters("They come together", ways, {"W": 3.0, "b": 2.0})


def overshooting():
    """W and b that leave the true values far behind, which lie close together then."""
    ways = [curve("W", EPOCHS, (-1.6) ** EPOCHS), curve("b", EPOCHS, -((-1.6) ** EPOCHS))]
    return draw_parameters("They overshoot", ways, {"W": 3.0, "b": 2.0})


def surface():
    """A way down the valley."""
    way = curve("way of W and b", 3 + 2 * FALL, 2 - 2 * FALL)
    return draw_surface("Down the valley", bowl(), [way], curve("true", [3.0], [2.0]))


def sigmoids():
    """Two families whose curves end at nearly the same height."""
    steep = [curve(f"W = {W:g}", ACROSS, s_curve(W)) for W in (0.5, 1, 2, 4, -1)]
    shifted = [curve(f"b = {b:g}", ACROSS, s_curve(1, b)) for b in (-3, 0, 3)]
    return draw_sigmoids("W and b do this", [("several W", steep), ("several b", shifted)])


def branches():
    """The two branches."""
    p = np.linspace(0.01, 0.99, 99)
    return draw_branches("Two branches", curve("one", p, -np.log(p)), curve("0", p, -np.log(1 - p)))


def labelled():
    """Examples with a boundary between them."""
    alone = [curve(f"W = {W:g}", ACROSS, s_curve(W)) for W in (0.1, 1.0, 3.0)]
    both = [curve("W = 1\nb = -4", ACROSS, s_curve(1, -4))]
    panels = [Panel("W alone", alone), Panel("W and b", both, 4.0)]
    return draw_labelled("A bias is needed: " * 5, SIX, LABELS, panels)


def rates():
    """A loss that falls, one that stays and one that leaves every scale."""
    losses = [
        curve("rate 0.01", EPOCHS, 9 * 0.99**EPOCHS),
        curve("rate 0.1", EPOCHS, 9 * FALL),
        curve("rate 9", EPOCHS, np.where(EPOCHS < 8, 10.0**EPOCHS, np.inf)),
    ]
    return draw_losses("Three rates", losses)


def overfit():
    """A validation loss that turns."""
    return draw_overfit(
        "It turns",
        curve("training", EPOCHS, FALL),
        curve("validation", EPOCHS, 1 + (EPOCHS - 6.0) ** 2),
        "epoch",
    )


def beside():
    """A curve that leaves the picture, one that lies on the other, and none at all."""
    right = curve("expected", EPOCHS, FALL)
    pairs = [
        Pair(
            "flies off",
            "epoch",
            "loss",
            right,
            curve("yours", EPOCHS, -(3.0**EPOCHS)),
            counted=True,
        ),
        Pair("the same", "epoch", "W", right, curve("yours", EPOCHS, FALL), counted=True),
        Pair("none", "input x", "slope", right, curve("yours", [], [])),
    ]
    return draw_beside("Beside each other", pairs)


FIGURES = {
    each.__name__: each
    for each in (
        fit,
        parameters,
        overshooting,
        surface,
        sigmoids,
        branches,
        labelled,
        rates,
        overfit,
        beside,
    )
}


@pytest.fixture(params=FIGURES)
def figure(request):
    """Each picture in turn, laid out."""
    drawn = FIGURES[request.param]()
    drawn.canvas.draw()
    return drawn


def texts(figure):
    """All that is written in a picture, but the numbers at the axes."""
    found = [figure._suptitle]
    for axes in figure.axes:
        found += [axes.title, axes.xaxis.label, axes.yaxis.label, *axes.texts]
        if legend := axes.get_legend():
            found += legend.get_texts()
    return [each for each in found if each.get_text().strip()]


def test_nothing_is_cut_off(figure):
    """Every word of a picture lies inside it, also a title that is too long for one line."""
    width, height = figure.canvas.get_width_height()
    for text in texts(figure):
        box = text.get_window_extent()
        assert (box.x0 >= 0, box.x1 <= width) == (True, True), text
        assert (box.y0 >= 0, box.y1 <= height) == (True, True), text


def test_no_words_are_over_others(figure):
    """No two words of a picture overlap."""
    boxes = {each.get_text(): each.get_window_extent() for each in texts(figure)}
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        assert not first.padded(-2).overlaps(second.padded(-2)), (one, other)


def test_axes_are_named(figure):
    """Every picture has a title, every axis across a name, and one axis up at least."""
    assert figure._suptitle.get_text()
    assert all(axes.get_xlabel() for axes in figure.axes)
    assert any(axes.get_ylabel() for axes in figure.axes)


def test_words_are_legible_on_a_slide(figure):
    """The smallest letters are at least a fortieth of the picture's height."""
    smallest = min(each.get_fontsize() for each in texts(figure))
    assert smallest / 72 >= figure.get_figheight() / 40


def test_lines_differ_without_colour(figure):
    """No two named lines of one panel have the same dash."""
    for axes in figure.axes:
        named = [each for each in axes.lines if not each.get_label().startswith("_")]
        dashes = [(each._unscaled_dash_pattern, each.get_marker()) for each in named]
        assert len({str(each) for each in dashes}) == len(named)


def test_every_line_is_named(figure):
    """Every curve's name is written in the picture."""
    written = {each.get_text() for each in texts(figure)}
    for axes in figure.axes:
        for line in axes.lines:
            assert line.get_label().startswith("_") or line.get_label() in written


@pytest.mark.parametrize("form", ["png", "svg"])
def test_equal_pictures_are_equal_files(tmp_path, form):
    """The same numbers give the same bytes, whatever settings of Matplotlib are about."""
    write(sigmoids(), tmp_path / f"first.{form}")
    with mpl.rc_context({"font.size": 4, "axes.grid": False, "savefig.dpi": 30}):
        write(sigmoids(), tmp_path / f"second.{form}")
    assert (tmp_path / f"first.{form}").read_bytes() == (tmp_path / f"second.{form}").read_bytes()


def test_a_picture_is_a_slide(tmp_path):
    """A written picture has the sides of a slide, at full resolution."""
    write(fit(), tmp_path / "fit.png")
    with Image.open(tmp_path / "fit.png") as image:
        assert image.size == (1920, 1080)
    assert INCHES[0] / INCHES[1] == pytest.approx(16 / 9)


def test_an_unwritable_place_is_wrong_usage(tmp_path):
    """A folder that is not there is refused in one sentence."""
    with pytest.raises(UsageError, match=r"fit\.png cannot be written in .*nowhere"):
        write(fit(), tmp_path / "nowhere" / "fit.png")


def test_a_curve_ends_before_what_is_no_number():
    """What comes after an infinite number or NaN is not drawn."""
    drawn = curve("loss", range(5), [1.0, 2.0, np.inf, 3.0, np.nan])
    assert (list(drawn.x), list(drawn.y)) == ([0, 1], [1, 2])


@pytest.mark.parametrize(
    "heights", [[0.5, 0.5, 0.5], [0.0, 0.01, 0.9, 1.0], [0.2, 0.3, 0.31, 0.32, 1.0]]
)
def test_labels_are_moved_apart(heights):
    """Labels keep their order and their distance, and stay inside the axes."""
    sizes = [0.07, 0.13, 0.07, 0.07, 0.07][: len(heights)]
    placed = spread(heights, sizes)
    for (low, below), (high, above) in zip(
        zip(placed, sizes, strict=True), list(zip(placed, sizes, strict=True))[1:], strict=False
    ):
        assert high - low >= (below + above) / 2 - 1e-9
    assert placed[0] - sizes[0] / 2 >= -1e-9
    assert placed[-1] + sizes[-1] / 2 <= 1 + 1e-9


def test_labels_that_have_room_stay():
    """A label that is in nobody's way stands at its line's end."""
    assert spread([0.2, 0.5, 0.8], [0.07] * 3) == pytest.approx([0.2, 0.5, 0.8])


@pytest.mark.parametrize("loss", [[0.0, 9.0], [1.0, 1.01], [1e-30, 1e30], [5.0, 5.0]])
def test_there_is_always_a_level(loss):
    """Any losses have a few levels between them, in order."""
    levels = round_levels(np.asarray([loss]))
    assert 1 <= len(levels) <= 31
    assert levels == sorted(set(levels))


def test_what_came_does_not_flatten_what_was_expected():
    """However far a curve flies off, the expected one keeps a good part of the height."""
    low, high = limits(curve("expected", EPOCHS, FALL), curve("yours", EPOCHS, 1e9 * EPOCHS))
    assert (FALL.max() - FALL.min()) / (high - low) > 0.1
