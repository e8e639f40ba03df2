"""Where the branch's data lie on this PC, and who sits at it."""

import getpass
from pathlib import Path


def data_folder() -> Path:
    """The data folder of this user; never a roaming or synchronised one."""
    import platformdirs

    return Path(platformdirs.user_data_dir("clair_desktop", appauthor=False, roaming=False))


def log_folder() -> Path:
    """Where faults are written down."""
    import platformdirs

    return Path(platformdirs.user_log_dir("clair_desktop", appauthor=False))


def signed_in() -> str:
    """The name the PC knows its user by, for the journal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # as Pythons before 3.13 say it, on Linux and on Windows
        return "?"
