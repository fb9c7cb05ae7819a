"""The house keeps its order, where neither the linter nor the import contracts can see it.

Each test names whoever breaks the rule.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "liaison_app"
LONGEST_FILE = 400
NAMES_THAT_SAY_NOTHING = re.compile(
    r"(^|_)(utils?|helpers?|common|misc|managers?|controllers?)(_|$)"
)


def test_a_file_is_short_enough_to_be_read_at_once() -> None:
    lengths = {named(path): text.count("\n") for path, text in sources("liaison_app", "tests")}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_a_name_says_what_the_thing_is() -> None:
    names = {named(path): path.stem for path, _ in sources("liaison_app", "packaging")}
    for path, text in sources("liaison_app", "packaging"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", node.name).lower()
                names[f"{named(path)}:{node.lineno}"] = words
    assert [place for place, name in names.items() if NAMES_THAT_SAY_NOTHING.search(name)] == []


def test_a_folder_has_a_door_sign_and_nothing_else_at_the_door() -> None:
    folders = {path.parent for path, _ in sources("liaison_app")}
    wrong = []
    for folder in sorted(folders):
        sign = ast.parse((folder / "__init__.py").read_text("utf-8"))
        more = 1 if folder == HOUSE else 0  # the house's own sign also holds the version
        if not ast.get_docstring(sign) or len(sign.body) != 1 + more:
            wrong.append(named(folder))
    assert wrong == []


def test_the_domain_needs_nothing_but_the_standard_library() -> None:
    own = {*sys.stdlib_module_names, "liaison_app"}  # which rooms, the import contracts say
    foreign = {
        f"{named(path)}: {name}"
        for path, text in sources("liaison_app/domain")
        for name in imported(text)
        if name.split(".")[0] not in own
    }
    assert foreign == set()


def test_no_module_changes_what_it_holds() -> None:
    wrong = [
        f"{named(path)}:{node.lineno}"
        for path, text in sources("liaison_app")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Global)
    ]
    assert wrong == []


def test_what_leaves_the_office_leaves_by_the_one_way_out_that_the_ledger_knows() -> None:
    own = {  # what stays (the way out itself, settings, what the profile remembers) or is sealed
        "liaison_app/services/outgoing/leaving.py",
        "liaison_app/desktop/preferences.py",
        "liaison_app/store/node.py",
        "liaison_app/services/moving_in.py",
        "liaison_app/services/unlocking.py",
        "liaison_app/services/sealing_keys.py",
    }
    writes = re.compile(r"\bwrite_whole\(|\.write_(?:bytes|text)\(")
    writers = {named(path) for path, text in sources("liaison_app") if writes.search(text)}
    assert writers - own - {"liaison_app/system/files.py"} == set()


def sources(*folders: str) -> Iterator[tuple[Path, str]]:
    """Every module in these folders of the repository, with its text."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, path.read_text("utf-8")


def named(path: Path) -> str:
    """A path as one would say it."""
    return path.relative_to(ROOT).as_posix()


def imported(text: str) -> set[str]:
    """The full names of all modules that a module imports, wherever it does."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add("." * node.level + (node.module or ""))
    return names
