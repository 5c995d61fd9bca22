"""Telemetry for Prometheus. The only home of `prometheus_client`, which is an extra."""
