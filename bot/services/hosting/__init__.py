"""What a house keeps for its surfaces and processes: secrets of workspaces, notes, leases; no person."""
