"""Paths, settings, clock, shipped files, translated words."""
