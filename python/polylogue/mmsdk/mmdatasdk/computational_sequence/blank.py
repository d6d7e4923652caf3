"""Empty, as in the SDK."""
