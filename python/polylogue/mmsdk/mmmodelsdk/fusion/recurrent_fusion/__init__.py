"""Recurrent fusion."""
