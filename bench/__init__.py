"""Measurements against floors of the same machine. ``python -m bench [NAME…]`` runs every module with a ``run``."""
