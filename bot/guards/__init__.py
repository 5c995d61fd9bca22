"""Guards: pure functions over text. No network, nothing stored, nothing told to anyone."""
