"""A loss of 0 is skipped, as if it were none.

Hint: What does `if loss` say where the loss is 0.0?
Caught by: zero_is_a_best
"""


def early_stopping_epoch(val_losses, patience):
    best = float("inf")
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss and loss < best:
            best = loss
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(val_losses)
