"""Window, command line, self-test or job: only the window imports Qt."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str]) -> int:
    """Whatever was asked for; options before a verb do not decide, the verb does."""
    if "--job" in argv:
        from clair_desktop.services.jobs import serve_job

        return serve_job(argv)
    verb = _verb(argv)
    if verb == "selftest":
        from clair_desktop import app, selftest

        return selftest.main(window=app.probe)
    if verb is not None or "--help" in argv or "-h" in argv:
        from clair_desktop import cli

        return cli.main(argv)
    from clair_desktop import app

    return app.main(argv)


def _verb(argv: Sequence[str]) -> str | None:
    """The first word that is neither an option nor an option's value."""
    words = iter(argv)
    for word in words:
        if word in ("--data", "--language"):
            next(words, None)
        elif not word.startswith("-"):
            return word
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
