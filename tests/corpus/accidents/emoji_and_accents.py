# 🎉 größer, élève, 평균
import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """🙂 Der Mittelwert der Quadrate."""
    größe = tf.square(y_true - y_pred)
    print("🎉", "평균")
    return tf.reduce_mean(größe)
