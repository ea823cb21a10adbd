"""Who may import whom, as `generator/README.md` says it, and who may print."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator" / "insyn"


def table() -> dict[str, frozenset[str]]:
    """The modules of the table in the README, and what each may import."""
    text = (ROOT / "generator" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z_]+)` \|[^|]*\|([^|]*)\|$", text, re.MULTILINE)
    found = {name: frozenset(re.findall(r"`([a-z_]+)`", allowed)) for name, allowed in rows}
    assert len(found) == len(rows), "a module stands twice in the table"
    return found


def files() -> list[tuple[str, Path]]:
    """Every file of the package, with the module of the table it belongs to."""
    found = [
        (path.relative_to(PACKAGE).parts[0].removesuffix(".py"), path)
        for path in sorted(PACKAGE.rglob("*.py"))
    ]
    return [(module, path) for module, path in found if module not in ("__init__", "__main__")]


@cache
def tree_of(path: Path) -> ast.Module:
    """What a file says, parsed once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """The modules of our own that a file imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            parts = node.module.split(".")
            if parts[0] == "insyn":
                names = [alias.name for alias in node.names]
                found |= {parts[1]} if len(parts) > 1 else set(names) - {"__version__"}
        elif isinstance(node, ast.Import):
            found |= {
                alias.name.split(".")[1] for alias in node.names if alias.name.startswith("insyn.")
            }
    return found


def test_the_table_names_every_module_and_no_other() -> None:
    assert set(table()) == {module for module, _ in files()}


def test_a_module_imports_only_what_the_table_allows() -> None:
    allowed = table()
    beyond = {path.name: imports(path) - {module} - allowed[module] for module, path in files()}
    assert {name: found for name, found in beyond.items() if found} == {}


def test_nothing_is_imported_in_a_circle() -> None:
    allowed = table()
    done: set[str] = set()
    while len(done) < len(allowed):
        free = {module for module, others in allowed.items() if others <= done} - done
        assert free, f"in a circle: {sorted(set(allowed) - done)}"
        done |= free


@cache
def called(path: Path) -> frozenset[str]:
    """The names of what a file calls."""
    calls = (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call))
    return frozenset(ast.unparse(node.func) for node in calls)


SPEAKING = {"print", "input", "sys.exit", "exit", "sys.stdout.write", "click.echo"}
CLOCKS = {"date.today", "datetime.now", "datetime.utcnow", "time.time", "time.localtime"}


def test_only_the_commands_print_or_exit() -> None:
    for module, path in files():
        if module != "cli":
            nodes = ast.walk(tree_of(path))
            raised = [ast.unparse(node) for node in nodes if isinstance(node, ast.Raise)]
            assert not called(path) & SPEAKING, path
            assert not any("SystemExit" in text for text in raised), path


def test_only_the_commands_look_at_the_clock() -> None:
    for module, path in files():
        if module != "cli":
            assert not called(path) & CLOCKS, path


def test_every_module_says_what_it_is_for() -> None:
    assert [path for _, path in files() if not ast.get_docstring(tree_of(path))] == []
