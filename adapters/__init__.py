"""Everything that touches the outside: surfaces, store, vault, engine and content. None imports another."""
