"""The linear lab: a line, trained with the student's own pieces."""

import numpy as np

from grader.checking.subject import argument
from grader.labs.examples import Examples, noisy_line
from grader.labs.pieces import Pieces
from grader.labs.settings import LinearSettings
from grader.labs.training import MODEL, History, Training, Watch, array_of, ask, number_of, train
from grader.worker.messages import Assign, Call, Number, Object, Result

START = {"W": 5.0, "b": 0.0}
# Too small, right and too large for inputs of spread 1.
RATES = (0.01, 0.1, 1.1)


class LinearLab:
    """Trains `LinearModel` by `train_step` on `mean_squared_error`."""

    def __init__(self, pieces: Pieces, settings: LinearSettings) -> None:
        self.settings = settings
        self.data: Examples = noisy_line(
            settings.count, settings.noise, settings.W, settings.b, settings.seed
        )
        self._pieces = pieces

    def run(self, watch: Watch) -> History:
        """Train as the settings say."""
        return self.at_rate(self.settings.rate, watch)

    def at_rate(self, rate: float, watch: Watch) -> History:
        """Train a new model at another rate."""
        return train(self._pieces, self._training(rate), self.settings.epochs, watch)

    def _training(self, rate: float) -> Training:
        squared = self._pieces.piece("mse", "mean_squared_error")
        x, y = argument(self.data.x), argument(self.data.y)
        return Training(
            make=(Call(self._pieces.piece("linear_model", "LinearModel"), keep=MODEL),),
            start=START,
            loss=Call(squared, (y, Result(Call(Object(MODEL), (x,))))),
            step=Call(
                self._pieces.piece("train_step", "train_step"),
                (Object(MODEL), squared, x, y, Number(rate)),
            ),
        )

    def losses(self, W: np.ndarray, b: np.ndarray) -> np.ndarray:  # noqa: N803
        """Ask the loss on a grid: a row a value of b, a column a value of W."""
        training = self._training(0.0)
        ask(self._pieces, *training.make)
        rows = []
        for intercept in b:
            places = [{"W": float(slope), "b": float(intercept)} for slope in W]
            steps = [step for each in places for step in (Assign(MODEL, each), training.loss)]
            rows.append([number_of(each.value) for each in ask(self._pieces, *steps)[1::2]])
        return np.asarray(rows)

    def cost(self, y_true: np.ndarray, y_pred: np.ndarray) -> float:
        """Ask the loss of any predictions."""
        squared = self._pieces.piece("mse", "mean_squared_error")
        (answer,) = ask(self._pieces, Call(squared, (argument(y_true), argument(y_pred))))
        return number_of(answer.value)

    def predictions(self, x: np.ndarray, **values: float) -> np.ndarray:
        """Ask what the model says at these inputs, with these W and b."""
        model = self._training(0.0).make
        steps = (*model, Assign(MODEL, values), Call(Object(MODEL), (argument(x),)))
        return array_of(ask(self._pieces, *steps)[-1].value)
