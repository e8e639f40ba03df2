"""Long work that somebody watches: how far it has come, and whether it is still wanted."""

from clair_desktop.support.jobs import JobStopped, Progress


class Watch:
    """Whoever works says how far it has come; whoever waits looks, and may say that it is no longer wanted.

    The two may be in different threads: each only sets one plain value.
    """

    def __init__(self) -> None:
        self.percent = 0
        self._stopped = False

    def stop(self) -> None:
        self._stopped = True

    @property
    def is_stopped(self) -> bool:
        return self._stopped

    def reach(self, done: int, of: int) -> None:
        """``done`` of so many; raises ``JobStopped`` where nobody wants the rest."""
        if self._stopped:
            raise JobStopped
        self.percent = min(100, done * 100 // of) if of else 100


class Telling(Watch):
    """In a child process: tells the parent each time a further hundredth is reached."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress

    def reach(self, done: int, of: int) -> None:
        before = self.percent
        super().reach(done, of)
        if self.percent != before:
            self._progress(self.percent)
