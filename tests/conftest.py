"""What every test stands on: no display is needed, and the same commit gives the same answer on every machine."""

import atexit
import gc
import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings

from clair_desktop.support.collecting import OBJECTS

gc.set_threshold(OBJECTS)  # as every entry point of the program does

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # here, because Wine drops the host's QT_ variables
if os.name == "nt":  # offscreen on Windows asks no system for fonts and warns where it finds none
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(__file__).parents[1] / "resources" / "fonts"))

# What the person at this machine keeps in the usual place is none of the tests' business.
HOME = tempfile.mkdtemp(prefix="clair-tests-")
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
os.environ["XDG_DATA_HOME"] = os.environ["XDG_STATE_HOME"] = HOME

# The gate repeats itself and never times anything; ``--hypothesis-profile=explore`` and the soak look for the new.
settings.register_profile("gate", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1_000)
settings.load_profile("gate")
