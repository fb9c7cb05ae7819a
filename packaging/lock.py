"""Write ``run.lock`` and ``test.lock`` from ``pyproject.toml``: every version, every file's hash.

For all platforms and Python 3.11 to 3.14 at once, newest versions that fit. Run it after a change of
dependencies, and now and then to renew them: ``python packaging/lock.py``, with ``uv`` installed
(it's on PyPI). Then run the tests, and commit the locks.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
RUN, TEST = HERE / "run.lock", HERE / "test.lock"


def compile_lock(lock: Path, *what: str) -> None:
    """Let uv resolve ``what`` into ``lock``; ends with uv's own words if it can't."""
    command = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    command += ["--upgrade", "--generate-hashes", "--only-binary", ":all:"]
    command += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    done = subprocess.run(
        [*command, *what, "--output-file", lock.name],
        cwd=HERE, env=dict(os.environ, UV_NO_CONFIG="1"), check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(done.returncode)
    print(lock.read_text("utf-8").count("=="), "packages in", lock.name)


if __name__ == "__main__":
    compile_lock(RUN, "../pyproject.toml")
    compile_lock(TEST, "--group", "../pyproject.toml:dev", "--constraint", RUN.name)
