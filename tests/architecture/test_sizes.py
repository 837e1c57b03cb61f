"""Small functions, small modules, and names that say what is inside."""

import ast
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.sources import Module, program_modules, read_module
from tests.support import ROOT

LONGEST_FUNCTION, LONGEST_MODULE = 60, 500
USUAL_FUNCTION, USUAL_MODULE = 25, 300
JUNK_DRAWERS = frozenset({"common", "helper", "helpers", "misc", "util", "utils"})

# The borders at which an unforeseen error ends in a sentence instead of a traceback.
CATCH_ALL_PLACES = frozenset({"quartierdesk/app.py", "quartierdesk/gui/ops.py"})
CATCH_ALL_LAYERS = frozenset({"__main__", "cli"})


@pytest.fixture(scope="module")
def modules() -> list[Module]:
    """Return every module that has to keep the limits."""
    return [*program_modules(), read_module(ROOT / "dev.py")]


def functions(module: Module) -> Iterator[tuple[str, int]]:
    """Yield place and number of lines of each function, without its decorators."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            yield f"{module.place}:{node.lineno} {node.name}", lines


def ninetieth_percentile(values: Iterable[int]) -> int:
    """Return the smallest value that at least nine tenths of the values do not exceed."""
    ordered = sorted(values)
    return ordered[-(-len(ordered) * 9 // 10) - 1]


def catch_alls(module: Module) -> list[str]:
    """Return where a module swallows every error whatever it is.

    `except BaseException` may clean up, provided that it ends with a bare `raise`.
    """
    return [
        f"{module.place}:{node.lineno}"
        for node in ast.walk(module.tree)
        if (isinstance(node, ast.ExceptHandler) and _catches_all(node))
        or (isinstance(node, ast.Call) and _suppresses_all(node))
    ]


def _catches_all(handler: ast.ExceptHandler) -> bool:
    caught = _names(handler.type) if handler.type else {"BaseException"}
    last = handler.body[-1]
    passes_on = isinstance(last, ast.Raise) and last.exc is None
    return "Exception" in caught or ("BaseException" in caught and not passes_on)


def _suppresses_all(call: ast.Call) -> bool:
    suppresses = ast.unparse(call.func) in ("suppress", "contextlib.suppress")
    return suppresses and any(_names(word) & {"Exception", "BaseException"} for word in call.args)


def _names(node: ast.expr) -> set[str]:
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def is_border(module: Module) -> bool:
    """Tell whether a module is one of the places where every error ends."""
    return module.place in CATCH_ALL_PLACES or module.layer in CATCH_ALL_LAYERS


def test_no_function_is_too_long(modules: list[Module]) -> None:
    lengths = [function for module in modules for function in functions(module)]

    assert [found for found in lengths if found[1] > LONGEST_FUNCTION] == []
    assert ninetieth_percentile(lines for _, lines in lengths) < USUAL_FUNCTION


def test_no_module_is_too_long(modules: list[Module]) -> None:
    lengths = {module.place: len(module.source.splitlines()) for module in modules}

    assert {place: n for place, n in lengths.items() if n > LONGEST_MODULE} == {}
    assert ninetieth_percentile(lengths.values()) < USUAL_MODULE


def test_no_name_is_a_junk_drawer(modules: list[Module]) -> None:
    assert [m.place for m in modules if JUNK_DRAWERS & set(m.name.split("."))] == []
    classes = (node for m in modules for node in ast.walk(m.tree) if isinstance(node, ast.ClassDef))
    assert [node.name for node in classes if "Manager" in node.name] == []


def test_every_module_says_what_it_is_for(modules: list[Module]) -> None:
    assert [module.place for module in modules if not ast.get_docstring(module.tree)] == []


def test_errors_are_caught_by_kind_except_at_the_borders(modules: list[Module]) -> None:
    inside = [place for m in modules if not is_border(m) for place in catch_alls(m)]
    command_line = [place for m in modules if m.layer == "cli" for place in catch_alls(m)]

    assert inside == []
    assert len(command_line) <= 1


@pytest.mark.parametrize(
    "handler",
    [
        "except Exception:\n    pass",
        "except (ValueError, Exception) as error:\n    raise KeyError from error",
        "except BaseException:\n    pass",
        "except:\n    pass",
    ],
)
def test_a_catch_all_is_found(handler: str) -> None:
    assert len(catch_alls(Module("x", "x.py", f"try:\n    work()\n{handler}"))) == 1


def test_suppressing_everything_is_found() -> None:
    source = "with contextlib.suppress(Exception):\n    work()"

    assert len(catch_alls(Module("x", "x.py", source))) == 1


def test_cleaning_up_before_passing_an_error_on_is_allowed() -> None:
    source = (
        "try:\n    work()\nexcept BaseException:\n    undo()\n    raise\nexcept OSError:\n    pass"
    )

    assert catch_alls(Module("x", "x.py", source)) == []


def test_lengths_count_from_the_first_to_the_last_line() -> None:
    source = "@decorated\ndef outer():\n    def inner():\n        pass\n    return inner"

    assert [lines for _, lines in functions(Module("x", "x.py", source))] == [4, 2]


def test_the_percentile_is_a_value_that_occurs() -> None:
    assert ninetieth_percentile(range(1, 11)) == 9
    assert ninetieth_percentile([7]) == 7
