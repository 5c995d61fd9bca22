"""Questions of learners to their instructor: no conversation, and a clock that says so."""
