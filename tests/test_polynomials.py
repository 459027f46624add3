"""The polynomials of the linear lab: least squares on few points, and what they say of others."""

import numpy as np

from grader.labs.polynomials import DEGREES, HELD_BACK, TRAINED, polynomial_fits
from grader.labs.settings import LinearSettings


def mean_squared_error(half):
    """Average the squared errors."""
    y_true, y_pred = half
    return float(np.mean(np.square(y_true - y_pred)))


def test_training_loss_falls_with_every_degree_while_validation_loss_rises():
    """More capacity fits better where it was fitted; the line itself is best everywhere else."""
    fits = polynomial_fits(LinearSettings())
    training = [mean_squared_error(each.training) for each in fits]
    validation = [mean_squared_error(each.validation) for each in fits]
    assert np.all(np.diff(training) <= 1e-6)
    assert DEGREES[int(np.argmin(validation))] == 1
    assert validation[-1] > 1.2 * min(validation)


def test_without_noise_the_line_is_found():
    """Where there is nothing to be misled by, degree 1 is exact on both halves."""
    line = polynomial_fits(LinearSettings(noise=0.0, W=-2.0, b=7.0))[1]
    assert line.training[0].shape == (TRAINED,)
    assert line.validation[0].shape == (HELD_BACK,)
    assert max(mean_squared_error(line.training), mean_squared_error(line.validation)) < 1e-9
