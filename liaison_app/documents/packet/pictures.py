"""Photographs and seals, made ready for black and white paper.

Everything is written anew: no camera data (place, time, device) leaves with a packet.
"""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST = 50_000_000
"""Pixels of the largest picture that is opened."""
_DOTS_PER_POINT = 300 / 72


def portrait(data: bytes, width: float, height: float) -> bytes:
    """A grey JPEG filling ``width`` by ``height`` points at 300 dpi; empty if ``data`` can't be read."""
    picture = _opened(data)
    if picture is None:
        return b""
    size = round(width * _DOTS_PER_POINT), round(height * _DOTS_PER_POINT)
    # Faces stand in the upper half: what is too tall is cut at the foot first.
    return _written(ImageOps.fit(picture, size, Image.Resampling.LANCZOS, centering=(0.5, 0.3)))


def seal_on_white(data: bytes, side: float = 64) -> bytes:
    """A grey JPEG within a square of ``side`` points; empty if ``data`` can't be read."""
    picture = _opened(data)
    if picture is None:
        return b""
    most = round(side * _DOTS_PER_POINT)
    return _written(ImageOps.contain(picture, (most, most), Image.Resampling.LANCZOS))


def _opened(data: bytes) -> Image.Image | None:
    """A JPEG or PNG, upright, grey, on white; None if it is damaged, of another kind or far too large."""
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > LARGEST:
                return None
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    paper = Image.new("RGBA", upright.size, "white")
    return Image.alpha_composite(paper, upright).convert("L")


def _written(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "JPEG", quality=88)
    return file.getvalue()
