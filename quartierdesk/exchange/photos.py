"""Photos as they come from telephones and cameras, made fit for keeping and publishing."""

import io
import struct
import warnings
from dataclasses import dataclass

import pillow_heif
from PIL import Image, UnidentifiedImageError

from quartierdesk.errors import UserError

LONGEST_SIDE = 2560
_MOST_BYTES = 60_000_000
_MOST_PIXELS = 120_000_000
_THUMBNAIL_SIDE = 320

# Nothing else: some readers of other formats start foreign programs.
_FORMATS = ("JPEG", "PNG", "HEIF", "WEBP", "TIFF", "GIF", "BMP")
_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, RuntimeError, struct.error)

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


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
    Image.init()
    pillow_heif.register_heif_opener()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of damaged metadata, which is dropped anyway
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    raise _too_many_pixels()
                # A JPEG can be read smaller at once, in a fraction of the memory.
                picture.draft(None, (2 * LONGEST_SIDE, 2 * LONGEST_SIDE))
                upright = _on_white(_turned(picture))
    except UnidentifiedImageError as error:
        raise UserError(
            "Diese Datei ist kein Foto, das gelesen werden kann.",
            "Bitte nehmen Sie ein Foto im Format JPEG, PNG oder HEIC.",
        ) from error
    except Image.DecompressionBombError as error:
        raise _too_many_pixels() from error
    except _DAMAGE as error:
        raise UserError(
            "Das Foto ist beschädigt und lässt sich nicht lesen.",
            "Bitte übertragen Sie es noch einmal von der Kamera oder dem Telefon.",
        ) from error
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    jpeg = _encoded(upright, 85)
    width, height = upright.size
    upright.thumbnail((_THUMBNAIL_SIDE, _THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    return PreparedPhoto(jpeg, _encoded(upright, 75), width, height)


def _too_many_pixels() -> UserError:
    return UserError(
        "Das Foto hat zu viele Bildpunkte.", "Bitte verkleinern Sie es auf unter 120 Megapixel."
    )


def _turned(picture: Image.Image) -> Image.Image:
    """Return the picture upright; damaged remarks inside the file must not cost the picture."""
    try:
        turn = _TURNS.get(picture.getexif().get(_ORIENTATION, 1))
    except _DAMAGE:
        turn = None
    return picture if turn is None else picture.transpose(turn)


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I;16"):
        # Sixteen bits of grey: cut off instead of scaled they would all be white.
        picture = picture.point(lambda grey: grey / 256, "L")
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
