"""`skinproof forecast`: what a treatment does to the skin's barrier."""

from __future__ import annotations

import json
import re
from typing import Any

import click

from skinproof.errors import SkinproofError

_MOST_MOLECULES = 10
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(mm|um|µm)?")


def needle_length_mm(text: str) -> float:
    """length = number, then "mm" (also when left out) or "um"; returns mm."""
    match = _LENGTH.fullmatch(text.strip().lower())
    if match is None:
        raise click.BadParameter(f"{text!r} is no length; write it as 0.6mm or 600um")
    return float(match[1]) / (1.0 if match[2] in (None, "mm") else 1000.0)


@click.command()
@click.argument("treatment")
@click.option("--age", type=float, required=True, help="Years, 18 to 80.")
@click.option("--site", default="face", show_default=True, help="face, forearm or upper_arm.")
@click.option("--tone", default="unknown", show_default=True, help="Skin tone: lighter, darker or unknown.")
@click.option("--covered", is_flag=True, help="The skin stays under a film or dressing.")
@click.option("--variant", metavar="WORDS", help="A part of a variant's name, such as 0.25.")
@click.option("--needle", "needle_mm", type=needle_length_mm, metavar="LENGTH", help="Needle length: 0.6mm or 600um.")
@click.option("--count", type=int, help="Needles on the stamp or tip.")
@click.option("--density", "holes_per_cm2", type=float, help="Holes a cm2 after all passes.")
@click.option("--passes", type=int, help="Passes of an abrasion.")
@click.option("--product", metavar="LIST", help="Ingredient list of what is put on right afterwards: how much of each passes, in words.")
@click.option("--compare", metavar="TREATMENT", multiple=True, help="Another treatment to set beside it; may be repeated.")
@click.option("--csv", "forms", flag_value="csv", multiple=True, help="Print the course as CSV.")
@click.option("--svg", "forms", flag_value="svg", multiple=True, help="Print a picture of the course as SVG.")
@click.option("--json", "forms", flag_value="json", multiple=True, help="Print all as JSON.")
def forecast(treatment: str, compare: tuple[str, ...], forms: tuple[str, ...], product: str | None, **options: Any) -> None:
    """Forecast the barrier after a TREATMENT, such as micro_infusion, with its ignorance shown.

    Example: skinproof forecast micro_infusion --age 55 --compare microdermabrasion
    """
    import skinproof  # noqa: PLC0415 - loaded when asked

    if len(set(forms)) > 1:
        raise click.UsageError(f"{' and '.join(f'--{form}' for form in forms)} do not go together. Give one of them.")
    try:
        solutes, unknown = molecules(product) if product else ([], [])
        options["solutes"] = solutes
        shared = {key: options[key] for key in ("age", "site", "tone", "covered", "solutes")}
        made = [skinproof.forecast(treatment, **options), *(skinproof.forecast(other, **shared) for other in compare)]
    except SkinproofError as fault:
        raise click.ClickException(str(fault)) from None
    click.echo(_printed(made, forms[0] if forms else None), nl=False)
    if unknown:
        click.echo(f"No data on the molecule of: {', '.join(unknown)}.", err=True)


def molecules(product: str) -> tuple[list[Any], list[str]]:
    """Return the molecules of a list whose mass and oiliness are recorded, up to ten, and the names of the others."""
    import skinproof  # noqa: PLC0415 - loaded when asked

    solutes: list[Any] = []
    unknown: list[str] = []
    for entry in skinproof.inspect_ingredients(product, route="leave_on").entries:
        known = entry.ingredient.molecule if entry.ingredient else None
        if entry.ingredient and known and known.log_p is not None and len(solutes) < _MOST_MOLECULES:
            solutes.append(skinproof.Solute(name=entry.ingredient.inci.lower(), molar_mass_da=known.molecular_weight_da, log_kow=known.log_p))
        else:
            unknown.append(entry.written)
    return solutes, unknown


def _printed(made: list[Any], form: str | None) -> str:
    if form == "json":
        plain = [f.to_dict() for f in made]
        return json.dumps(plain if len(plain) > 1 else plain[0], ensure_ascii=False, indent=2) + "\n"
    if form == "csv":
        return "".join(f.to_csv() if len(made) == 1 else f"# {f.treatment}, {f.variant}\n{f.to_csv()}" for f in made)
    return "\n".join(f.to_svg() if form == "svg" else f.to_text() for f in made)
