"""Everything that can be found in an exported file: text, metadata, alternative texts, parts."""

import io
import re
import zipfile
from collections.abc import Iterator

import pikepdf
import pypdfium2


def all_of_pdf(data: bytes) -> str:
    """Return the text of all pages, every string of every object, and all metadata."""
    with pikepdf.open(io.BytesIO(data)) as file:
        parts = [text for each in file.objects for text in _strings(each)]
        parts += [str(value) for value in file.docinfo.values()]
    return "\n".join([text_of_pdf(data), *parts])


def text_of_pdf(data: bytes) -> str:
    """Return the text of all pages, words joined again that a hyphen divides."""
    with pypdfium2.PdfDocument(data) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return re.sub(r"[\u00ad\ufffe\u0002-]\r?\n", "", "\n".join(pages))


def all_of_workbook(data: bytes) -> str:
    """Return every part of a workbook as it lies in the file, hidden ones and properties too."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        return "\n".join([*names, *(archive.read(n).decode("utf-8", "replace") for n in names)])


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, pikepdf.Dictionary):
        for key, item in value.items():
            yield str(key)
            yield from _strings_inside(item)
    elif isinstance(value, pikepdf.Array):
        for item in value:
            yield from _strings_inside(item)
    elif isinstance(value, pikepdf.Stream):
        yield from _strings(value.stream_dict)
        try:
            yield value.read_bytes().decode("utf-8", "replace")
        except pikepdf.PdfError:
            yield value.read_raw_bytes().decode("latin-1")
    elif isinstance(value, pikepdf.String):
        yield str(value)


def _strings_inside(value: object) -> Iterator[str]:
    """Yield what lies directly inside; what is an object of its own is visited on its own."""
    if not getattr(value, "is_indirect", False):
        yield from _strings(value)
