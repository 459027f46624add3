"""Library calls that an exercise is there to replace, in groups that the course file names.

A pattern matches the full dotted name (``*`` for any run of characters); one that starts with a
dot matches a method of that name on any object; one that starts with ``!`` is allowed after all.
"""

GROUPS: dict[str, tuple[str, ...]] = {
    "sigmoids": (
        "tensorflow.sigmoid",
        "tensorflow.*.sigmoid",
        "tensorflow.*.hard_sigmoid",
        "tensorflow.*.log_sigmoid",
        "tensorflow.*.silu",
        "tensorflow.*.swish",
        "tensorflow.raw_ops.Sigmoid",
        "tensorflow.*sigmoid_cross_entropy*",
        "tensorflow.keras.activations.get",
        "tensorflow.keras.layers.Activation",
        "scipy.special.expit",
        "scipy.special.log_expit",
        "jax.*sigmoid",
        "torch.*sigmoid",
    ),
    "losses": (
        "tensorflow.keras.losses.*",
        "tensorflow.keras.metrics.*",
        "tensorflow.losses.*",
        "tensorflow.metrics.*",
        "tensorflow.nn.*cross_entropy*",
        "tensorflow.nn.sampled_softmax_loss",
        "tensorflow.raw_ops.*CrossEntropy*",
        "tensorflow.keras.ops.*crossentropy*",
        "tensorflow.keras.backend.*crossentropy*",
        "tensorflow.python.*losses*",
        "tensorflow.python.*cross_entropy*",
        "keras.src.losses.*",
        "keras.src.metrics.*",
        "keras.src.*crossentropy*",
        "sklearn.metrics.*",
        "torch.nn.*",
        "!tensorflow.keras.losses.Loss",
        "!tensorflow.losses.Loss",
    ),
    "softmaxes": (
        "tensorflow.*[sS]oftmax*",
        "tensorflow.keras.activations.get",
        "tensorflow.keras.activations.deserialize",
        "tensorflow.keras.layers.Activation",
        "keras.src.*[sS]oftmax*",
        "scipy.special.softmax",
        "scipy.special.log_softmax",
        "jax.*softmax",
        "torch.*[sS]oftmax*",
        "grader.*",
    ),
    "optimizers": (
        "tensorflow.keras.optimizers.*",
        "tensorflow.optimizers.*",
        "tensorflow.train.*Optimizer",
        "tensorflow.raw_ops.*ResourceApply*",
        "keras.src.optimizers.*",
        "sklearn.*",
        "torch.optim.*",
        "scipy.optimize.*",
        ".fit",
        ".minimize",
        ".apply_gradients",
        ".train_on_batch",
    ),
    "splits": (
        "sklearn.model_selection.*",
        "tensorflow.keras.utils.split_dataset",
        "keras.src.*split_dataset",
        "torch.utils.data.random_split",
    ),
    # Those that look for a best value, or stop; a base class of Keras does neither.
    "callbacks": (
        "tensorflow.keras.callbacks.EarlyStopping",
        "tensorflow.keras.callbacks.ModelCheckpoint",
        "tensorflow.keras.callbacks.ReduceLROnPlateau",
        "tensorflow.keras.callbacks.TerminateOnNaN",
        "keras.src.callbacks.*EarlyStopping",
        "keras.src.callbacks.*ModelCheckpoint",
        "keras.src.callbacks.*MonitorCallback",
        "keras.src.callbacks.*ReduceLROnPlateau",
        "keras.src.callbacks.*TerminateOnNaN",
    ),
}


def patterns(groups: tuple[str, ...]) -> tuple[str, ...]:
    """Join the patterns of these groups; raises KeyError with the name of an unknown one."""
    return tuple(pattern for group in groups for pattern in GROUPS[group])
