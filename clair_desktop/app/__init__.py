"""Where the window is put together: the only place that knows windows, presenters, services and what is kept."""

from clair_desktop.app.starting import main, probe

__all__ = ["main", "probe"]
