"""Data from elsewhere takes its place here: a backup, another database; who was erased stays so."""
