"""A real PostgreSQL for tests: from a wheel, or the one that RESTSTOP_TEST_DATABASE_URL names."""
