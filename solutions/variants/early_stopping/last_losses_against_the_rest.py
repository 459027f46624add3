"""Right, and unusual: the last few losses are compared with all before them."""


def early_stopping_epoch(val_losses, patience):
    for stop in range(patience + 1, len(val_losses) + 1):
        before, last = val_losses[: stop - patience], val_losses[stop - patience : stop]
        if min(last) >= min(before):
            return stop
    return len(val_losses)
