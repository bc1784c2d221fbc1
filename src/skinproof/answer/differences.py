"""What differs between two answers as JSON data, and what in the answers themselves tells why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

# Lists of sentences, whose ids only count their place: the same words are the same item.
_BY_TEXT = {"statements", "harms", "what_would_change_this"}
# Only the layout of statements; said only when nothing else differs.
_LAYOUT = "sections"
_LONGEST_VALUE = 300


class Change(Struct, frozen=True, kw_only=True):
    """One difference: where, what stood there, what stands there now, and why as far as the answers tell."""

    where: str
    was: str | None
    now: str | None
    why: str


def differences(was: Mapping[str, Any], now: Mapping[str, Any], cause: str) -> tuple[Change, ...]:
    """Return what differs between two answers; nothing only if they are equal.

    Args:
        was: the earlier answer.
        now: the answer made again.
        cause: why, where the answers themselves do not tell more.
    """
    content = [k for k in dict.fromkeys((*was, *now)) if k != _LAYOUT]
    if was == now:
        return ()
    pairs = [pair for key in content for pair in _value(key, was.get(key), now.get(key))] or [(_LAYOUT, was.get(_LAYOUT), now.get(_LAYOUT))]
    verdicts = _verdict_reasons(was, now)
    facts = {s["text"]: s.get("fact_ids", ()) for side in (was, now) for s in _items(side.get("statements"))}
    return tuple(Change(where=where, was=_short(old), now=_short(new), why=_why(where, new if old is None else old, verdicts, facts) or cause) for where, old, new in pairs)


def _value(where: str, was: Any, now: Any) -> Iterable[tuple[str, Any, Any]]:
    if was == now:
        return
    if isinstance(was, dict) and isinstance(now, dict):
        for key in dict.fromkeys((*was, *now)):
            yield from _value(f"{where}.{key}", was.get(key), now.get(key))
    elif isinstance(was, list) and isinstance(now, list) and all(_named(i) for i in (*was, *now)):
        yield from _list(where, was, now)
    else:
        yield where, was, now


def _list(where: str, was: list[Any], now: list[Any]) -> Iterable[tuple[str, Any, Any]]:
    by_text = where in _BY_TEXT
    before, after = _keyed(was, by_text=by_text), _keyed(now, by_text=by_text)
    if not by_text:
        for key in dict.fromkeys((*before, *after)):
            yield from _value(f"{where}[{key[0]}]", before.get(key), after.get(key))
        return
    instead = {item["id"]: key for key, item in after.items() if key not in before}  # new words in a place that stays
    for key, old in before.items():
        new = after.get(key) or after.get(instead.pop(old["id"], ("", "")))
        if new is None:
            yield f"{where}[{old['id']}]", old["text"], None
        elif new["text"] != old["text"]:
            yield f"{where}[{old['id']}]", old["text"], new["text"]
        else:
            yield from _value(f"{where}[{old['id']}]", {**old, "id": ""}, {**new, "id": ""})
    for name, key in instead.items():
        yield f"{where}[{name}]", None, after[key]["text"]


def _keyed(items: list[Any], *, by_text: bool) -> dict[tuple[str, str], dict[str, Any]]:
    """Items by their id, or by section and text."""
    return {(i["id"].partition(".")[0], i["text"]) if by_text else (i["id"], ""): i for i in items}


def _named(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str) and isinstance(item.get("text", ""), str)


def _items(value: Any) -> list[dict[str, Any]]:
    return [i for i in value if _named(i) and "text" in i] if isinstance(value, list) else []


def _short(value: Any) -> str | None:
    if value is None:
        return None
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 2] + " …"


def _why(where: str, value: Any, verdicts: Mapping[str, str], facts: Mapping[str, Iterable[str]]) -> str:
    """The changed verdict that this belongs to, or that this sentence rests on."""
    name = where.partition("[")[2].partition("]")[0]
    if where.startswith("verdicts[") and name in verdicts:
        return verdicts[name]
    rests_on = [f.removeprefix("verdict:") for f in facts.get(value, ()) if f.startswith("verdict:")] if isinstance(value, str) else []
    return next((f"It rests on the verdict {v}, which changed: {verdicts[v]}" for v in rests_on if v in verdicts), "")


def _verdict_reasons(was: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, str]:
    """For each verdict in both answers that changed, by which studies or grading steps."""
    before, after = _verdicts(was), _verdicts(now)
    return {name: reason for name in before if name in after and before[name] != after[name] and (reason := _verdict_reason(before[name], after[name]))}


def _verdicts(answer: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    rows = answer.get("verdicts")
    return {row["id"]: row for row in rows if _named(row)} if isinstance(rows, list) else {}


def _verdict_reason(was: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    old, new = _strings(was.get("study_ids")), _strings(now.get("study_ids"))
    parts = [f"{word} {', '.join(sorted(them))}" for word, them in (("studies added:", new - old), ("studies gone:", old - new)) if them]
    steps, steps_now = _steps(was), _steps(now)
    parts += [f"the step {name} was {steps.get(name)} and is {steps_now.get(name)}" for name in dict.fromkeys((*steps, *steps_now)) if steps.get(name) != steps_now.get(name)]
    return "; ".join(parts) + "." if parts else ""


def _strings(value: Any) -> set[str]:
    return {v for v in value if isinstance(v, str)} if isinstance(value, list) else set()


def _steps(row: Mapping[str, Any]) -> dict[str, Any]:
    reasons = row.get("reasons")
    return {str(r.get("step")): r.get("change") for r in reasons if isinstance(r, dict)} if isinstance(reasons, list) else {}
