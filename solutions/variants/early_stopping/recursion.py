"""Right, and unusual: a function that calls itself, from epoch to epoch."""


def early_stopping_epoch(val_losses, patience):
    def run(epoch, best, waited):
        if waited == patience or epoch == len(val_losses):
            return epoch
        loss = val_losses[epoch]
        if loss < best:
            return run(epoch + 1, loss, 0)
        return run(epoch + 1, best, waited + 1)

    return run(0, float("inf"), 0)
