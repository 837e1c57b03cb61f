"""Faults built into a correct file, one at a time: the gate has to notice each of them."""

import io
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Name


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield all elements of the structure tree, parents first."""
    stack: list[Any] = [pdf.Root.StructTreeRoot.K[0]]
    while stack:
        element = stack.pop()
        yield element
        stack += [kid for kid in reversed(list(element.K)) if _is_element(kid)]


def _is_element(kid: object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == Name.StructElem


def _first(pdf: pikepdf.Pdf, tag: str) -> pikepdf.Dictionary:
    found: pikepdf.Dictionary = next(each for each in elements(pdf) if tag == each.S)
    return found


def _no_alternative_text(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "/Figure")["/Alt"]


def _untagged_text(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    font = next(iter(page.Resources.Font.keys()))
    more = f"\nBT {font} 9 Tf 1 0 0 1 50 50 Tm (frei) Tj ET\n".encode()
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + more)


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _no_scope(pdf: pikepdf.Pdf) -> None:
    for element in elements(pdf):
        if element.S == "/TH":
            del element["/A"]


def _skipped_level(pdf: pikepdf.Pdf) -> None:
    for element in elements(pdf):
        if element.S == "/H2":
            element.S = Name.H3


def _no_parent_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot["/ParentTree"]


def _no_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def _unmarked_head(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    before, found, after = page.Contents.read_bytes().partition(
        b"/Artifact <</Type/Pagination>> BDC"
    )
    assert found
    content, _, rest = after.partition(b"EMC")
    page.Contents = pdf.make_stream(before + content + rest)


MUTATIONS: Mapping[str, tuple[str, Callable[[pikepdf.Pdf], None]]] = {
    "alternativtext": ("ua1", _no_alternative_text),
    "ungekennzeichnet": ("ua1", _untagged_text),
    "sprache": ("ua1", _no_language),
    "kopfzellen": ("ua1", _no_scope),
    "ebene": ("ua1", _skipped_level),
    "elternbaum": ("ua1", _no_parent_tree),
    "farbraum": ("2a", _no_output_intent),
    "kopfzeile": ("ua1", _unmarked_head),
}
"""By name: the standard that is broken, and how."""


def mutated(data: bytes, name: str) -> bytes:
    """Return a file with one fault built in."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        MUTATIONS[name][1](pdf)
        pdf.save(stream, preserve_pdfa=True, static_id=True)
    return stream.getvalue()
