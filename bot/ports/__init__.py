"""What the core needs from outside, as protocols. Each names the contract suite that its adapters pass."""
