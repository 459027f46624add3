"""The best loss is returned, not the number of epochs.

Hint: Is what you return a loss or a count?
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
        if waited == patience:
            break
    return best
