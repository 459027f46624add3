"""The logistic lab: probabilities from W alone, and where a bias is needed."""

import numpy as np

from grader.checking.subject import argument
from grader.labs.examples import CENTRED, SHIFTED, Examples, labelled
from grader.labs.pieces import Pieces
from grader.labs.settings import LogisticSettings
from grader.labs.training import MODEL, History, Training, Watch, array_of, ask, train
from grader.worker.messages import Assign, Call, Number, Object, Operation, Probe, Result

START = -0.01


class LogisticLab:
    """Trains what `logistic_trainer` defines, then `LinearModel` through `sigmoid`.

    The first has W alone. The second has a bias, and is trained by the `train_step` that takes any
    model with W and b, on the same loss.
    """

    def __init__(self, pieces: Pieces, settings: LogisticSettings) -> None:
        self.settings = settings
        self._pieces = pieces
        count, noise, seed = settings.count, settings.noise, settings.seed
        self.centred = labelled(count, noise, -6, 6, seed) if count else CENTRED
        self.shifted = labelled(count, noise, 0.5, 7.5, seed) if count else SHIFTED

    def run_alone(self, data: Examples, watch: Watch) -> History:
        """Train W alone."""
        x, y, rate = argument(data.x), argument(data.y), Number(self.settings.rate)
        step = self._pieces.piece("logistic_trainer", "train_step")
        training = Training(
            make=self._alone(),
            start={"W": START},
            loss=self._loss(data),
            step=Call(step, (Object(MODEL), x, y, rate)),
        )
        return train(self._pieces, training, self.settings.epochs, watch)

    def run_with_bias(self, data: Examples, watch: Watch) -> History:
        """Train W and b."""
        x, y, rate = argument(data.x), argument(data.y), Number(self.settings.bias_rate)
        loss = self._pieces.piece("logistic_trainer", "binary_cross_entropy")
        step = self._pieces.piece("train_step", "train_step")
        training = Training(
            make=self._with_bias(),
            start={"W": START, "b": 0.0},
            loss=self._loss(data),
            step=Call(step, (Object(MODEL), loss, x, y, rate)),
        )
        return train(self._pieces, training, self.settings.bias_epochs, watch)

    def _alone(self) -> tuple[Operation, ...]:
        return (Call(self._pieces.piece("logistic_trainer", "LogisticModel"), keep=MODEL),)

    def _with_bias(self) -> tuple[Operation, ...]:
        line = Call(self._pieces.piece("linear_model", "LinearModel"), keep="line")
        sigmoid = self._pieces.piece("sigmoid", "sigmoid")
        return (line, Call(Probe("piped"), (Object("line"), sigmoid), keep=MODEL))

    def _loss(self, data: Examples) -> Call:
        loss = self._pieces.piece("logistic_trainer", "binary_cross_entropy")
        predictions = Result(Call(Object(MODEL), (argument(data.x),)))
        return Call(loss, (argument(data.y), predictions))

    def probabilities(self, x: np.ndarray, **values: float) -> np.ndarray:
        """Ask the probabilities at these inputs: by W alone, or by W and b where both are given."""
        make = self._with_bias() if "b" in values else self._alone()
        steps = (*make, Assign(MODEL, values), Call(Object(MODEL), (argument(x),)))
        return array_of(ask(self._pieces, *steps)[-1].value)

    def right(self, data: Examples, **values: float) -> int:
        """Count the examples on whose label's side of one half the probability is."""
        return int(np.sum((self.probabilities(data.x, **values) > 0.5) == (data.y > 0.5)))

    def costs(self, probabilities: np.ndarray, label: float) -> np.ndarray:
        """Ask the loss of single examples with one label."""
        loss = self._pieces.piece("logistic_trainer", "binary_cross_entropy")
        one = argument(np.asarray([label], np.float32))
        calls = [Call(loss, (one, argument(each.reshape(1)))) for each in probabilities]
        answers = ask(self._pieces, *calls)
        return np.concatenate([array_of(each.value) for each in answers])
