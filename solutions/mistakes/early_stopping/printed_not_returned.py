"""Nothing is returned: there is no `return`, and printing a number does not hand it back.

Hint: What does a call of your function give back, when you write `x =
early_stopping_epoch(...)`?
Caught by: returns_number
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
            print(epoch)
            return
    print(len(val_losses))
