"""The epoch of the best loss is returned, not the number of epochs run.

Hint: Training found its best loss in that epoch. How long did it go on to be sure of that?
Caught by: stops_after_patience
"""


def early_stopping_epoch(val_losses, patience):
    best = float("inf")
    best_epoch = 0
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best:
            best, best_epoch = loss, epoch
            waited = 0
        else:
            waited += 1
        if waited == patience:
            break
    return best_epoch
