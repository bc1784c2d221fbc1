"""Reading fact files: YAML through the C loader, duplicate keys refused, faults told with file, line and mend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from skinproof.errors import FactError

T = TypeVar("T")
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STEP = re.compile(r"\.([A-Za-z_]\w*)|\[(\d+)\]")
_UNKNOWN = re.compile(r"unknown field `(\w+)`")
_MENDS = {
    "Object contains unknown field": "correct its spelling or remove it", "Object missing required field": "add it",
    "Invalid enum value": "use a value that types.py lists for it",
}


class UniqueLoader(_Loader):  # type: ignore[misc]
    """The C loader, refusing a key given twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """Return a mapping whose keys differ."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} is given twice", node.value[index][0].start_mark)
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        return mapping

    def construct_date(self, node: Any) -> Any:
        """Return a date; one that no calendar has is a fault of the file."""
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError as fault:
            raise yaml.constructor.ConstructorError(None, None, f"{node.value!r} is no date: {fault}", node.start_mark) from None


UniqueLoader.add_constructor("tag:yaml.org,2002:timestamp", UniqueLoader.construct_date)


def read_yaml(path: Path) -> Any:
    """Return the content of a YAML file.

    Args:
        path: the file.

    Raises:
        FactError: the file is missing, is not valid YAML, or holds a key twice; the message names the line.
    """
    try:
        return yaml.load(path.read_bytes(), Loader=UniqueLoader)  # noqa: S506 - a subclass of the safe loader
    except FileNotFoundError:
        raise FactError(f"{path.name} is missing from the folder {path.parent.name}. Put it back; a file without records holds [] or {{}}.") from None
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise FactError(f"{path.name}, line {line}: {getattr(fault, 'problem', fault)}. Mend the YAML there.") from None


def load(path: Path, kind: type[T]) -> T:
    """Return the content of a fact file as a checked record, or as a container of records.

    Args:
        path: the file.
        kind: the type that its content must have.

    Raises:
        FactError: a field is missing, unknown or wrong; the message names file, line and mend.
    """
    content = read_yaml(path)
    try:
        return msgspec.convert(content, kind)
    except (msgspec.ValidationError, ValueError) as fault:
        message, _, where = str(fault).partition(" - at `")
        where, unknown = where.rstrip("`"), _UNKNOWN.search(message)
        line = _line_of(path, f"{where}.{unknown[1]}" if unknown else where)
        mend = next((f"; {mend}" for start, mend in _MENDS.items() if message.startswith(start)), "")
        raise FactError(f"{path.name}, line {line}: {message.rstrip('.')} (at {where or 'the top'}){mend}.") from None


def load_all(paths: Iterable[Path], kind: type[T]) -> list[T]:
    """Return many fact files, telling all faults at once.

    Raises:
        FactError: at least one file is wrong; the message has one line for each.
    """
    records, faults = [], []
    for path in paths:
        try:
            records.append(load(path, kind))
        except FactError as fault:
            faults.append(str(fault))
    if faults:
        raise FactError("\n".join(faults))
    return records


def _line_of(path: Path, where: str) -> int:
    """Find the line of a msgspec path such as `$.findings[2].outcome`."""
    node: Any = yaml.compose(path.read_bytes(), Loader=_Loader)
    line: int = node.start_mark.line if node else 0
    for key, index in _STEP.findall(where.removeprefix("$")):
        if isinstance(node, yaml.SequenceNode) and index and int(index) < len(node.value):
            node = node.value[int(index)]
        elif isinstance(node, yaml.MappingNode):
            found = next((value for name, value in node.value if name.value == key), None)
            if found is None:
                break
            node = found
        else:
            break
        line = node.start_mark.line
    return line + 1
