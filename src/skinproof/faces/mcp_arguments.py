"""A tool whose arguments are checked without exception, and whose refusals are sentences that an assistant can pass on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp.server.mcpserver.tools.base import Tool
from pydantic import ValidationError

_LONGEST_SHOWN = 40
_WRONG_TYPE = "_type"


class StrictTool(Tool):
    """A tool that refuses arguments that it does not have."""

    @classmethod
    def from_function(cls, fn: Callable[..., Any], *args: Any, **options: Any) -> StrictTool:
        """Return the tool of a function, its schema closed."""
        tool = super().from_function(fn, *args, **options)
        model = tool.fn_metadata.arg_model
        model.model_config["extra"] = "forbid"
        model.model_rebuild(force=True)
        tool.parameters = model.model_json_schema(by_alias=True)
        return tool  # type: ignore[return-value]

    async def run(self, *args: Any, **options: Any) -> Any:
        """Run the tool; a refusal keeps its own words alone."""
        try:
            return await super().run(*args, **options)
        except UnexpectedToolError:
            raise
        except ToolError as fault:
            cause = fault.__cause__
            raise ToolError(self._sentence(cause) if isinstance(cause, ValidationError) else str(cause or fault)) from None

    def _sentence(self, fault: ValidationError) -> str:
        """What the first thing wrong with the arguments is, and what the tool takes."""
        wrong = fault.errors()[0]
        fields = self.fn_metadata.arg_model.model_fields
        name = str(wrong["loc"][0]) if wrong["loc"] else ""
        if wrong["type"] == "missing":
            return f"{self.name} needs {name}: {fields[name].description or ''}".rstrip(": ")
        if wrong["type"] == "extra_forbidden":
            return f"{self.name} takes no {name[:_LONGEST_SHOWN]}. It takes: {', '.join(fields)}."
        said = wrong["msg"].partition(" should ")[2].replace(" after validation", "")
        given = f"; {wrong['input']!r:.{_LONGEST_SHOWN}} was given" if wrong["type"].endswith(_WRONG_TYPE) else ""
        return f"{name} should {said}{given}."
