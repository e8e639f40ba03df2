"""Sections, rules and workflows that several programmes share."""
