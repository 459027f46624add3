"""A larger loss counts as an improvement, as for an accuracy.

Hint: Is a validation loss better when it is larger or when it is smaller?
Caught by: runs_to_the_end
"""


def early_stopping_epoch(val_losses, patience):
    best = float("-inf")
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss > best:
            best = loss
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(val_losses)
