"""Which pictures a lab has, by name. Asks the student's pieces for what is to be drawn."""

from collections.abc import Iterator

import numpy as np
from matplotlib.figure import Figure

from grader.drawing.branches import draw_branches
from grader.drawing.fit import draw_fit
from grader.drawing.labelled import Panel, draw_labelled
from grader.drawing.overfit import draw_overfit
from grader.drawing.parameters import draw_parameters
from grader.drawing.rates import draw_losses
from grader.drawing.sigmoids import draw_sigmoids
from grader.drawing.stroke import Curve, curve
from grader.drawing.surface import Surface, draw_surface
from grader.labs.examples import Examples
from grader.labs.linear import RATES, LinearLab
from grader.labs.logistic import LogisticLab
from grader.labs.polynomials import DEGREES, HELD_BACK, TRAINED, polynomial_fits
from grader.labs.training import LOSS, NUMBER, Epoch, History

Picture = tuple[str, Figure]
GRID = 31
FEW = 4
# Of a way that leads off, so many steps are shown.
STEPS_SHOWN = 5


def linear_album(lab: LinearLab, history: History) -> Iterator[Picture]:
    """Draw the linear lab, one picture after another."""
    yield "line", _lines(lab, history)
    yield "parameters", _parameters(lab, history)
    yield "surface", _surface(lab, history)
    yield "rates", _rates(lab)
    yield "overfit", _overfit(lab)


def _lines(lab: LinearLab, history: History) -> Figure:
    x = lab.data.x
    ends = np.asarray([x.min(), x.max()], np.float32)
    lines = [
        curve(f"{when}:\nW={W:.4g}\nb={b:.4g}", ends, lab.predictions(ends, W=W, b=b))
        for when, (W, b) in (("before", _place(history.epochs[0])), ("after", _place(history.last)))
    ]
    title = f"The line comes closer to the points: epoch 0 and epoch {history.last.number}"
    if history.diverged:
        title = "At this learning rate the line is thrown off the points"
    return draw_fit(title, x, lab.data.y, lines)


def _place(epoch: Epoch) -> tuple[float, float]:
    return epoch.values["W"], epoch.values["b"]


def _parameters(lab: LinearLab, history: History) -> Figure:
    title = "From epoch to epoch W and b come closer to their true values"
    if history.diverged:
        title = "Every step of W and b overshoots, by more than the one before"
    truth = {"W": lab.settings.W, "b": lab.settings.b}
    return draw_parameters(title, by_epoch(history, "W", "b"), truth)


def by_epoch(history: History, *names: str) -> list[Curve]:
    """Make a curve by epoch of each of these."""
    return [curve(name, history.series(NUMBER), history.series(name)) for name in names]


def _surface(lab: LinearLab, history: History) -> Figure:
    truth = (lab.settings.W, lab.settings.b)
    W, b = (_window(history.series(name), true) for name, true in zip("Wb", truth, strict=True))  # noqa: N806
    title = "Each step goes down, across the lines of equal loss"
    if history.diverged:
        title = "Each step crosses the valley, and ends higher up"
    way = _until_gone(
        curve("W and b,\nepoch by epoch", history.series("W"), history.series("b")), W
    )
    star = curve("true W and b", *([each] for each in truth))
    return draw_surface(title, Surface(W, b, lab.losses(W, b)), [way], star)


def _until_gone(way: Curve, W: np.ndarray) -> Curve:  # noqa: N803
    """End a way with its first step out of the window: what comes after crosses all of it."""
    out = np.flatnonzero((way.x < W[0]) | (way.x > W[-1]))
    end = int(out[0]) + 1 if out.size else way.x.size
    return curve(way.label, way.x[:end], way.y[:end])


def _window(way: np.ndarray, true: float) -> np.ndarray:
    """Choose values about the true one, so that the way's first steps are among them."""
    reach = 1.3 * max(float(np.max(np.abs(way[:STEPS_SHOWN] - true))), 1.0)
    return np.linspace(true - reach, true + reach, GRID)


def _rates(lab: LinearLab) -> Figure:
    histories = [lab.at_rate(rate, lambda _: None) for rate in RATES]
    losses = [
        curve(f"rate {rate:g}", *(history.series(name) for name in (NUMBER, LOSS)))
        for rate, history in zip(RATES, histories, strict=True)
    ]
    title = "The same training at three learning rates"
    # With few points another rate may be the right one.
    if losses[1].y[-1] < losses[0].y[-1] and histories[2].diverged:
        title = "Too small a rate crawls, too large a rate explodes"
    return draw_losses(title, losses, "mean squared error")


def _overfit(lab: LinearLab) -> Figure:
    fits = polynomial_fits(lab.settings)
    training = [lab.cost(*each.training) for each in fits]
    validation = [lab.cost(*each.validation) for each in fits]
    title = "Polynomials through a few points of the line"
    # With little noise there is nothing to be misled by.
    if training[-1] < training[1] and validation[-1] > 1.2 * min(validation):
        title = "Overfitting: training loss still falls, validation loss rises"
    return draw_overfit(
        title,
        curve(f"on the {TRAINED} points\nit was fitted to", DEGREES, training),
        curve(f"on {HELD_BACK} others", DEGREES, validation),
        "degree",
    )


def logistic_album(
    lab: LogisticLab, alone: History, shifted: History, bias: History
) -> Iterator[Picture]:
    """Draw the logistic lab, one picture after another."""
    yield "epochs", _epochs(lab, alone)
    yield "loss", _loss(alone)
    yield "boundary", _boundary(lab, shifted, bias)
    yield "sigmoids", _sigmoids(lab)
    yield "branches", _branches(lab)


def _epochs(lab: LogisticLab, history: History) -> Figure:
    x = _across(lab.centred)
    curves = [
        curve(f"epoch {each.number}", x, lab.probabilities(x, W=each.values["W"]))
        for each in few(history)
    ]
    title = "From epoch to epoch the sigmoid turns towards the labels"
    return draw_labelled(title, lab.centred.x, lab.centred.y, [Panel("", curves)])


def few(history: History) -> list[Epoch]:
    """Choose a few epochs, the first and the last among them."""
    places = np.linspace(0, len(history.epochs) - 1, FEW).round().astype(int)
    return [history.epochs[place] for place in dict.fromkeys(places.tolist())]


def _across(data: Examples) -> np.ndarray:
    """Choose inputs to draw a curve through, a little beyond the data."""
    return np.linspace(data.x.min() - 1, data.x.max() + 1, 121).astype(np.float32)


def _loss(history: History) -> Figure:
    title = "W and the loss from epoch to epoch"
    if np.all(np.diff(history.series("W")) > 0) and np.all(np.diff(history.series(LOSS)) < 0):
        title = "The loss falls while W grows, and neither comes to rest"
    return draw_parameters(title, by_epoch(history, "W", LOSS), {}, "W and loss")


def _boundary(lab: LogisticLab, alone: History, bias: History) -> Figure:
    data, x = lab.shifted, _across(lab.shifted)
    weights = dict.fromkeys([-1.0, round(alone.last.values["W"], 2), 0.5, 2.0])
    curves = [curve(f"W = {W:g}", x, lab.probabilities(x, W=W)) for W in weights]
    W, b = _place(bias.last)  # noqa: N806
    both = [curve(f"W = {W:.2f}\nb = {b:.2f}", x, lab.probabilities(x, W=W, b=b))]
    right = lab.right(data, W=W, b=b)
    panels = [
        Panel("W alone: all on one side", curves),
        Panel(f"W and b: {right} of {len(data.x)} right", both, bias.boundary),
    ]
    title = "No W parts these; with a bias the boundary is at -b/W"
    return draw_labelled(title, data.x, data.y, panels)


def _sigmoids(lab: LogisticLab) -> Figure:
    x = np.linspace(-6, 6, 121).astype(np.float32)
    steep = [
        curve(f"W = {W:g}", x, lab.probabilities(x, W=W, b=0.0)) for W in (0.3, 1.0, 4.0, -1.0)
    ]
    moved = [curve(f"b = {b:g}", x, lab.probabilities(x, W=1.0, b=b)) for b in (-3.0, 0.0, 3.0)]
    title = "W sets how steep the sigmoid is, b where it crosses one half"
    return draw_sigmoids(title, [("b = 0, several W", steep), ("W = 1, several b", moved)])


def _branches(lab: LogisticLab) -> Figure:
    p = np.linspace(0.004, 0.996, 125).astype(np.float32)
    title = "A confident mistake costs much, a right answer nearly nothing"
    one, zero = (lab.costs(p, label) for label in (1.0, 0.0))
    return draw_branches(title, curve("label 1", p, one), curve("label 0", p, zero))
