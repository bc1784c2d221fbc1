"""The ingredient box and the forecast; each is there only when skinproof offers what it needs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

import skinproof
from skinproof import api
from skinproof.errors import InputError
from skinproof.faces.web.forms import Form, read_form
from skinproof.faces.web.show import page
from skinproof.faces.web.text_blocks import text_blocks

ROUTES_OF_SKIN = {
    "leave_on": "stays on the skin", "rinse_off": "is rinsed off", "occluded": "stays under a cover", "abraded": "on skin that was abraded or peeled",
    "needle_channels": "into needle holes", "injected": "injected", "swallowed": "swallowed",
}
SITES = {"face": "face", "forearm": "forearm", "upper_arm": "upper arm"}
TONES = {"unknown": "not said", "lighter": "lighter", "darker": "darker"}
TREATMENTS = {
    "micro_infusion": "micro-infusion stamp", "needle_stamp": "needle stamp", "nano_needling": "nano-needling", "microneedling": "microneedling",
    "rf_microneedling": "radiofrequency microneedling", "microdermabrasion": "microdermabrasion", "hydradermabrasion": "hydradermabrasion", "peel_glycolic": "glycolic acid peel",
    "peel_salicylic": "salicylic acid peel", "laser_ablative": "ablative laser",
}


def offers(name: str) -> Callable[..., Any] | None:
    """Return a public function of skinproof, or None when it has none of this name."""
    return getattr(skinproof, name, None)


async def ingredients(request: Request) -> Response:
    """Inspect a pasted or uploaded list by its route."""
    inspect = offers("inspect_ingredients")
    if inspect is None:
        return page("problem.html", status=404, message="There is no such page. Ask your question on the first page.")
    values: dict[str, Any] = {"found": (), "rows": (), "text": "", "route": "leave_on", "message": "", "routes": ROUTES_OF_SKIN}
    if request.method == "GET":
        return page("ingredients.html", **values)
    form = await read_form(request)
    try:
        values["route"] = _one_of(form, "route", ROUTES_OF_SKIN)
        values["text"] = form.field("list")
        values["text"] = _one_list(values["text"], form)
        found = await request.app.state.desk(partial(inspect, values["text"], route=values["route"]))
        values |= {"found": text_blocks(found.to_text()), "rows": found.rows()}
    except InputError as fault:
        values["message"] = str(fault)
    return page("ingredients.html", status=400 if values["message"] else 200, **values)


async def forecast(request: Request) -> Response:
    """Draw the barrier's course for the sliders' values."""
    foretell = offers("forecast")
    if foretell is None:
        return page("problem.html", status=404, message="There is no such page. Ask your question on the first page.")
    values: dict[str, Any] = {"found": None, "picture": None, "message": "", "treatments": TREATMENTS, "sites": SITES, "tones": TONES}
    values |= {"treatment": "micro_infusion", "age": 40, "site": "face", "tone": "unknown", "covered": False}
    try:
        if request.method == "POST":
            values |= _chosen(await read_form(request))
        asked = partial(foretell, values["treatment"], age=values["age"], site=values["site"], tone=values["tone"], covered=values["covered"])
        values["found"] = await request.app.state.desk(asked)
        values["picture"] = api.course_picture(values["found"], TREATMENTS[values["treatment"]])
    except InputError as fault:
        values["message"] = str(fault)
    return page("forecast.html", status=400 if values["message"] else 200, **values)


def _chosen(form: Form) -> dict[str, Any]:
    age = form.field("age")
    if not (age.isascii() and age.isdigit() and len(age) <= 3):
        raise InputError("The age must be a whole number, such as 34.")
    return {
        "treatment": _one_of(form, "treatment", TREATMENTS), "age": int(age), "site": _one_of(form, "site", SITES), "tone": _one_of(form, "tone", TONES),
        "covered": bool(form.field("covered")),
    }


def _one_list(pasted: str, form: Form) -> str:
    if pasted and form.files.get("file"):
        raise InputError("A list and a file were given. Give one of them.")
    return pasted or form.uploaded("file")


def _one_of(form: Form, name: str, known: dict[str, str]) -> str:
    value = form.field(name) or next(iter(known))
    if value not in known:
        raise InputError(f"The {name} must be one of those offered: {', '.join(known)}.")
    return value


ROUTES = [Route("/ingredients", ingredients, methods=["GET", "POST"]), Route("/forecast", forecast, methods=["GET", "POST"])]
