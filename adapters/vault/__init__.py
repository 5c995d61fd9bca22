"""Sealing with AES-256-GCM, one key a person. The only home of `cryptography`."""
