"""Markdown as what it says: headings, paragraphs, lists, tables, pictures. Nothing of its looks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from quartierdesk.exports.setting.styles import Span, plain

Words = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of level 1 or 2."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, each item one paragraph."""

    items: Sequence[Words]
    numbered: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; every row has as many cells as the head."""

    head: Sequence[Words]
    rows: Sequence[Sequence[Words]]


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: the file beside the text, and what is to be seen in words."""

    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class Aside:
    """What is set apart as a notice."""

    words: Words


Piece = Title | Prose | Listing | Grid | Shot | Aside


def read(text: str) -> list[Piece]:
    """Return what a text says. Raises ValueError for a kind of Markdown the help does not use."""
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))
    return [_piece(node) for node in tree.children]


def _piece(node: SyntaxTreeNode) -> Piece:
    match node.type:
        case "heading":
            return Title(int(node.tag[1]), _words(node))
        case "paragraph":
            return _paragraph(node)
        case "bullet_list" | "ordered_list":
            items = [_only_paragraph(item) for item in node.children]
            return Listing(items, node.type == "ordered_list")
        case "table":
            return _grid(node)
        case "blockquote":
            return Aside(_only_paragraph(node))
    raise ValueError(f"the help does not use „{node.type}“")


def _paragraph(node: SyntaxTreeNode) -> Piece:
    inline = node.children[0]
    if [child.type for child in inline.children] == ["image"]:
        image = inline.children[0]
        return Shot(str(image.attrs["src"]), image.content)
    return Prose(_words(node))


def _only_paragraph(node: SyntaxTreeNode) -> Words:
    if [child.type for child in node.children] != ["paragraph"]:
        raise ValueError("an item of a list or a notice is one paragraph")
    return _words(node.children[0])


def _grid(node: SyntaxTreeNode) -> Grid:
    head, body = node.children
    return Grid(_cells(head.children[0]), [_cells(row) for row in body.children])


def _cells(row: SyntaxTreeNode) -> list[Words]:
    return [_words(cell) for cell in row.children]


def _words(node: SyntaxTreeNode) -> Words:
    return tuple(span for inline in node.children for span in _spans(inline.children))


def _spans(nodes: Sequence[SyntaxTreeNode], link: str = "") -> Iterator[Span]:
    for node in nodes:
        match node.type:
            case "text" if not node.content:
                continue
            case "text":
                yield Span(_kept(node.content), link=link)
            case "softbreak":
                yield Span(" ", link=link)
            case "code_inline":
                yield Span(node.content, face="bold", role="petrol", link=link)
            case "strong":
                yield Span(plain(list(_spans(node.children))), face="bold", link=link)
            case "em":
                yield Span(plain(list(_spans(node.children))), face="italic", link=link)
            case "link":
                yield from _spans(node.children, _target(str(node.attrs["href"])))
            case _:
                raise ValueError(f"the help does not use „{node.type}“ within a paragraph")


def _kept(text: str) -> str:
    """Return a text in which „…“ stays on the line of the word before it."""
    return text.replace(" …", "\xa0…")


def _target(address: str) -> str:
    """Return the key of the chapter a link leads to; other addresses stay as they are."""
    return f"#{address.removesuffix('.md')}" if address.endswith(".md") else address
