"""Printed packs."""
