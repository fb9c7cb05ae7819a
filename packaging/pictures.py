"""Make the README's pictures anew: the sample office's window and pages of its packet.

``.venv/bin/python packaging/pictures.py`` writes them to ``packaging/pictures``. Look at each before
committing it.
"""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

HERE = Path(__file__).resolve().parent
PICTURES = HERE / "pictures"
WINDOWS = ("today", "jurisdiction", "commitments", "trip", "today-dark")
PAGES = {"packet-glance": "At a glance", "packet-memo": "Participants", "packet-points": "RAISE"}
"""A packet page a picture: the first one on which this text stands after the contents."""
DOTS_PER_POINT = 1.25


def main() -> None:
    """Run the demonstration in a folder of its own and keep what the README shows."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        environ = dict(os.environ, LIAISON_HOME=folder, LIAISON_PASSPHRASE=secrets.token_hex())
        subprocess.run(
            [sys.executable, "-m", "liaison_app", "demo", folder, "--no-window"],
            cwd=HERE.parent, env=environ, check=True,
        )  # fmt: skip
        for name in WINDOWS:
            shutil.copyfile(Path(folder, f"{name}.png"), PICTURES / f"{name}.png")
        keep_pages(next(Path(folder).glob("*-packet.pdf")))
    print(*sorted(path.name for path in PICTURES.iterdir()), sep="\n")


def keep_pages(packet: Path) -> None:
    """Draw the pages of the packet that the README shows."""
    with pypdfium2.PdfDocument(packet) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
        for name, words in PAGES.items():
            number = next(n for n, text in enumerate(texts) if n > 1 and words in text)
            picture = document[number].render(scale=DOTS_PER_POINT, grayscale=True).to_pil()
            picture.save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
