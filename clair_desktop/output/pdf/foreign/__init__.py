"""Files that others made, turned into plain pages: examined, mended, stripped of what acts by itself, or refused.

Everything here may run in a process of its own (``job``), since a foreign file may hang or crash whatever opens it.
"""
