"""The simulated surfaces: what stands outside the house while time is a number that a story moves."""
