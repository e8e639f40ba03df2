"""Files written whole or not at all."""

import os
from pathlib import Path


def put_whole(content: bytes, out: Path) -> None:
    """Write beside the place first; what stood there stays until all is on the disk. OSError where that cannot be."""
    part = out.with_name(f"{out.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(out)
    except OSError:
        part.unlink(missing_ok=True)
        raise
