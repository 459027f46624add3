"""Training stops at the first epoch without a new best, whatever the patience.

Hint: What does a patience of 3 change in your code?
Caught by: worked_example
"""


def early_stopping_epoch(val_losses, patience):
    best = float("inf")
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best:
            best = loss
            waited = 0
        else:
            waited += 1
        if waited > 0:
            return epoch
    return len(val_losses)
