"""Photos as they come from telephones and cameras, made fit for keeping and publishing."""

import io
import warnings
from dataclasses import dataclass

import pillow_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from quartierdesk.errors import UserError

LONGEST_SIDE = 2560
_MOST_BYTES = 60_000_000
_MOST_PIXELS = 120_000_000
_THUMBNAIL_SIDE = 320


@dataclass(frozen=True, slots=True)
class PreparedPhoto:
    """A JPEG without any metadata, upright, at most `LONGEST_SIDE` pixels, and a small one."""

    jpeg: bytes
    thumbnail: bytes
    width: int
    height: int


def prepare_photo(data: bytes) -> PreparedPhoto:
    """Return a photo (JPEG, PNG, HEIC, WebP, TIFF, GIF, BMP) turned upright and re-encoded.

    Place, time, camera and every other remark inside the file are lost on purpose. Raises
    `UserError` for what is no photo, damaged or too large.
    """
    if len(data) > _MOST_BYTES:
        raise UserError("Das Foto ist zu groß.", "Bitte verkleinern Sie es auf unter 60 MB.")
    pillow_heif.register_heif_opener()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damaged metadata, which is dropped anyway
            with Image.open(io.BytesIO(data)) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    raise UserError(
                        "Das Foto hat zu viele Bildpunkte.", "Bitte verkleinern Sie es."
                    )
                upright = _on_white(ImageOps.exif_transpose(picture))
    except UnidentifiedImageError as error:
        raise UserError("Diese Datei ist kein Foto, das gelesen werden kann.") from error
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UserError("Das Foto ist beschädigt und lässt sich nicht lesen.") from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    jpeg = _encoded(upright, 85)
    width, height = upright.size
    upright.thumbnail((_THUMBNAIL_SIDE, _THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    return PreparedPhoto(jpeg, _encoded(upright, 75), width, height)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        white = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(white, layer).convert("RGB")
    return picture.convert("RGB")


def _encoded(picture: Image.Image, quality: int) -> bytes:
    plain = Image.new("RGB", picture.size)
    plain.paste(picture)
    stream = io.BytesIO()
    plain.save(stream, "JPEG", quality=quality, optimize=True)
    return stream.getvalue()
