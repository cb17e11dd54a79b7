"""Trains the reader that ships: see README.md."""
