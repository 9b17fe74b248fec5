"""Writes across tables: verbs. Each is one transaction, says `by` whom, and leaves one event.

Imports point from here to the models and the pure modules, never back."""
