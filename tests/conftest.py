"""What every test stands on: no display is needed, and the same commit gives the same answer on every machine."""

import os
from pathlib import Path

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # here, because Wine drops the host's QT_ variables
if os.name == "nt":  # offscreen on Windows asks no system for fonts and warns where it finds none
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(__file__).parents[1] / "resources" / "fonts"))

# The gate repeats itself and never times anything; ``--hypothesis-profile=explore`` and the soak look for the new.
settings.register_profile("gate", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1_000)
settings.load_profile("gate")
