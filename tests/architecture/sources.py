"""Reads the program's own sources: the modules and what they import."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.support import ROOT

PACKAGE = "quartierdesk"


@dataclass(frozen=True)
class Import:
    """One imported name in full, such as `quartierdesk.store.workspace.Workspace`.

    It is deferred when importing the module does not carry it out: inside a function, or for the
    type checker only.
    """

    target: str
    line: int
    deferred: bool


@dataclass(frozen=True)
class Module:
    """One source file; `name` is dotted, `place` is relative to the project's folder."""

    name: str
    place: str
    source: str = field(repr=False)
    is_package: bool = False

    @property
    def tree(self) -> ast.Module:
        """The parsed source."""
        return ast.parse(self.source, self.place)

    @property
    def layer(self) -> str:
        """The room of the house: `store` for `quartierdesk.store.engine`, empty for the root."""
        return layer_of(self.name)


def layer_of(dotted: str) -> str:
    """Return the second part of a dotted name of the program, empty if there is none."""
    return f"{dotted}.".split(".")[1]


def read_module(path: Path, root: Path = ROOT) -> Module:
    """Return the source file at `path`, named by its place below `root`."""
    place = path.relative_to(root)
    parts = place.with_suffix("").parts
    is_package = parts[-1] == "__init__"
    name = ".".join(parts[:-1] if is_package else parts)
    return Module(name, place.as_posix(), path.read_text(encoding="utf-8"), is_package)


def program_modules() -> list[Module]:
    """Return every module of the program."""
    return [read_module(path) for path in sorted((ROOT / PACKAGE).rglob("*.py"))]


def imports(module: Module) -> Iterator[Import]:
    """Yield everything that `module` imports, relative and dynamic imports by their full name."""
    yield from _imports_below(module, module.tree, deferred=False)


def _imports_below(module: Module, node: ast.AST, deferred: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom | ast.Call):
            for target in _targets(module, child):
                yield Import(target, child.lineno, deferred)
        yield from _imports_below(module, child, deferred or _defers(child))


def _defers(node: ast.AST) -> bool:
    if isinstance(node, ast.If):
        return ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)


def _targets(module: Module, node: ast.Import | ast.ImportFrom | ast.Call) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{_origin(module, node)}.{alias.name}" for alias in node.names]
    loads = ast.unparse(node.func).rpartition(".")[2] in ("import_module", "__import__")
    first = node.args[0] if loads and node.args else None
    return [first.value] if isinstance(first, ast.Constant) and isinstance(first.value, str) else []


def _origin(module: Module, node: ast.ImportFrom) -> str:
    """Return the full name of the module that a `from … import` names."""
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    outer = parts[: len(parts) - node.level + module.is_package]
    return ".".join([*outer, node.module] if node.module else outer)
