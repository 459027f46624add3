<!DOCTYPE html>
<html><body><pre>import tensorflow as tf</pre></body></html>
