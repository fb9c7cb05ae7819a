"""Photographs and seals."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

LARGEST = 25_000_000
"""Pixels of the largest picture that is opened."""


def readable(data: bytes) -> bool:
    """Whether ``data`` is a JPEG or PNG of a reasonable size that opens whole."""
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > LARGEST:
                return False
            picture.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return True
