"""Headquarters' own blanks: their places are found, and a copy of the very package is filled in."""
