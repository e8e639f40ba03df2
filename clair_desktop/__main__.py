"""Window, command line, self-test or job: only the window imports Qt."""

import sys
from collections.abc import Sequence

from clair_desktop.support.collecting import loading


def main(argv: Sequence[str]) -> int:
    """Whatever was asked for; options before a verb do not decide, the verb does."""
    if argv[:1] == ["--job"]:
        with loading():
            from clair_desktop.services.jobs import serve_job

        return serve_job(argv)
    verb = _verb(argv)
    if verb == "selftest":
        with loading():
            from clair_desktop import app, selftest

        return selftest.main(window=app.probe)
    asked_of_window = _asked_of_window(argv) if verb is None else None
    if asked_of_window is None:
        with loading():
            from clair_desktop import cli

        return cli.main(argv)
    with loading():
        from clair_desktop import app

    return app.main(asked_of_window)


def _verb(argv: Sequence[str]) -> str | None:
    """The first word that is neither an option nor an option's value."""
    words = iter(argv)
    for word in words:
        if word in ("--data", "--language"):
            next(words, None)
        elif not word.startswith("-"):
            return word
    return None


def _asked_of_window(argv: Sequence[str]) -> list[str] | None:
    """Options and values in turn; None where the window does not know one, which is a usage error."""
    words = [part for word in argv for part in (word.split("=", 1) if word.startswith("--") else [word])]
    for option, value in zip(words[::2], [*words[1::2], None], strict=False):
        if (
            option not in ("--data", "--language")
            or value is None
            or (option == "--language" and value not in ("ja", "en"))
        ):
            return None
    return words


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
