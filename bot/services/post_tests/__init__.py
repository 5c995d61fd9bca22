"""The test at the end of a unit: drawn, taken, handed in, and what its figures tell a trainer."""
