"""CLAIR desktop: the casework of a CLAIR branch, from a municipality's request to headquarters' answer."""

__version__ = "0.1.0"
