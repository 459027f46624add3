"""A loss that only equals the best counts as an improvement.

Hint: Where the loss stays the same for ever, does your training ever stop? Compare strictly.
Caught by: equal_is_no_new_best
"""


def early_stopping_epoch(val_losses, patience):
    best = float("inf")
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss <= best:
            best = loss
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(val_losses)
