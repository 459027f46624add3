"""The epoch is counted from 0 where training stops early.

Hint: After the first epoch, how many epochs have been run?
Caught by: stops_after_patience
"""


def early_stopping_epoch(val_losses, patience):
    best = float("inf")
    waited = 0
    for epoch, loss in enumerate(val_losses):
        if loss < best:
            best = loss
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(val_losses)
