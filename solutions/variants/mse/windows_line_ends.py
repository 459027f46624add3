"""Right, and unusual: Windows line ends, tabs, odd comments, and an import under another name."""
#!/usr/bin/env python
# coding: utf-8
# %% cell 1
import tensorflow as T; import numpy as np

#################### MSE ####################
def mean_squared_error(y_true, y_pred):
	# TODO: ask whether n - 1 is meant
	# return tf.keras.losses.MSE(y_true, y_pred)
	'the mean of the squares'
	e = (y_true
		- y_pred)
	return T.reduce_mean(e * e);
# %% cell 2
# end of file