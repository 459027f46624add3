"""Epochs without a new best are counted together, in a row or not.

Hint: What becomes of the epochs that you have counted so far when a new best comes?
Caught by: new_best_starts_anew
"""


def early_stopping_epoch(val_losses, patience):
    best = float("inf")
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best:
            best = loss
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(val_losses)
