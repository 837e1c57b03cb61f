"""Photos as they go into the file: baseline JPEG in grey or RGB, unchanged where they are that."""

import hashlib
import io
from dataclasses import dataclass

from PIL import Image, ImageOps

_MOST_PIXELS = 60_000_000
_QUALITY = 85
_GREY_OR_RGB = ("L", "RGB")


class UnreadablePhotoError(ValueError):
    """The bytes are no picture that can be printed."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG and its size in pixels; `key` is the same for the same picture."""

    data: bytes
    width: int
    height: int
    grey: bool
    key: str


def printable(data: bytes) -> Photo:
    """Return the picture ready for the file; only if it has to be is it encoded anew.

    Raises `UnreadablePhotoError` for bytes that are no picture or one of too many pixels.
    """
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise UnreadablePhotoError("the picture has too many pixels")
            if _fit(image):
                return _photo(data, image)
            data = _encoded(image)
        with Image.open(io.BytesIO(data)) as image:
            return _photo(data, image)
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnreadablePhotoError("not a picture") from error


def _photo(data: bytes, image: Image.Image) -> Photo:
    key = f"photo{hashlib.sha256(data).hexdigest()[:24]}"
    return Photo(data, image.width, image.height, image.mode == "L", key)


def _fit(image: Image.Image) -> bool:
    return (
        image.format == "JPEG"
        and image.mode in _GREY_OR_RGB
        and "exif" not in image.info
        and "icc_profile" not in image.info
        and "progressive" not in image.info
    )


def _encoded(image: Image.Image) -> bytes:
    upright = ImageOps.exif_transpose(image)
    if upright.mode not in _GREY_OR_RGB:
        layered = upright.convert("RGBA")
        ground = Image.new("RGBA", layered.size, "white")
        upright = Image.alpha_composite(ground, layered).convert("RGB")
    stream = io.BytesIO()
    clean = Image.new(upright.mode, upright.size)
    clean.paste(upright)
    clean.save(stream, "JPEG", quality=_QUALITY)
    return stream.getvalue()
