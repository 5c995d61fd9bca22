"""Questions of law and licence."""
