"""A comma behind the value makes a tuple of it.

Hint: Print what your function gives back. Where do the brackets come from?
Caught by: shape
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
            return (epoch,)
    return (len(val_losses),)
