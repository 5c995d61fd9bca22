"""What the core needs from outside, as protocols. Each names the tests that its adapters pass."""
