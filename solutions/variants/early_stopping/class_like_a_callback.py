"""Right, and unusual: a class of its own, like a callback of Keras."""


class Stopper:
    def __init__(self, patience):
        self.patience = patience
        self.best = None
        self.best_epoch = 0

    def stops(self, epoch, loss):
        if self.best is None or loss < self.best:
            self.best, self.best_epoch = loss, epoch
        return epoch - self.best_epoch >= self.patience


def early_stopping_epoch(val_losses, patience):
    stopper = Stopper(patience)
    for epoch, loss in enumerate(val_losses):
        if stopper.stops(epoch, loss):
            return epoch + 1
    return epoch + 1
