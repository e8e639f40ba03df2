"""Jobs that somebody watches: how far they have come is told, and what is no longer wanted is ended."""

from clair_desktop.support.jobs import Job, Jobs, JobStopped, Json
from clair_desktop.support.watch import Watch

_LOOK = 0.05  # seconds between looks at the watch


class WatchedJobs:
    """Starts the same jobs; waiting for one raises ``JobStopped`` once the watch is stopped."""

    def __init__(self, jobs: Jobs, watch: Watch) -> None:
        self._jobs = jobs
        self._watch = watch

    def start(self, name: str, request: Json) -> Job:
        return _WatchedJob(self._jobs.start(name, request), self._watch)


class _WatchedJob:
    def __init__(self, job: Job, watch: Watch) -> None:
        self._job = job
        self._watch = watch

    @property
    def progress(self) -> int:
        return self._job.progress

    @property
    def is_done(self) -> bool:
        return self._job.is_done

    def wait(self, seconds: float) -> bool:
        """Waits no longer than a look at the watch, so that giving up is heard at once."""
        done = self._job.wait(min(seconds, _LOOK))
        self._tell()
        return done

    def result(self) -> Json:
        while not self.wait(_LOOK):
            pass
        return self._job.result()

    def kill(self) -> None:
        self._job.kill()

    def _tell(self) -> None:
        if self._watch.is_stopped:
            self._job.kill()
            raise JobStopped
        self._watch.percent = max(self._watch.percent, self._job.progress)
