"""The public functions: what `import skinproof` offers, each loading only what it needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from skinproof.errors import InputError

if TYPE_CHECKING:
    from skinproof.answer.answer import Answer
    from skinproof.answer.gathered import Gathered
    from skinproof.answer.knowledge import Knowledge
    from skinproof.answer.pages.compare import Comparison
    from skinproof.answer.pages.outcome import OutcomePage
    from skinproof.answer.pages.search import Hit
    from skinproof.answer.pages.study import StudyPage
    from skinproof.answer.pages.treatment import Named, TreatmentPage
    from skinproof.answer.pictures.svg import Picture
    from skinproof.answer.verify import Check
    from skinproof.catalogue.outcome import Outcome
    from skinproof.ingredients.inspect import Inspection
    from skinproof.ingredients.shelf import Shelf
    from skinproof.question.case import Person
    from skinproof.skin.forecast import Forecast
    from skinproof.skin.solute.solute import Solute
    from skinproof.synthesis.cell import Placed
    from skinproof.synthesis.synthesize import Synthesis

LONGEST_QUESTION = 20_000


@cache
def knowledge(pack: Path | None = None) -> Knowledge:
    """Return the opened pack, kept for the next call.

    Args:
        pack: another pack than the one installed.

    Raises:
        PackError: it cannot be used.
    """
    from skinproof.answer.knowledge import Knowledge  # noqa: PLC0415
    from skinproof.evidence.store import DEFAULT, Store  # noqa: PLC0415
    from skinproof.fresh import refresh  # noqa: PLC0415

    if pack is None:
        refresh(DEFAULT)
    return Knowledge(Store(pack or DEFAULT))


def why(answer: Answer, statement_id: str) -> str:
    """Return what one statement of an answer rests on: facts, grading steps, studies.

    Args:
        answer: the answer.
        statement_id: such as `claims.3`.

    Raises:
        InputError: the answer has no such statement.
    """
    from skinproof.answer.why import why as opened  # noqa: PLC0415

    return opened(answer, statement_id, knowledge())


def coverage() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return counts over the evidence, and one row for each treatment and outcome that was studied."""
    from skinproof.answer import coverage as tables  # noqa: PLC0415

    known = knowledge()
    return tables.coverage(known), tables.table(known)


def evidence_of(treatment: str, outcome: str | None = None) -> tuple[list[str], list[str]]:
    """Return the body of evidence of a treatment: lines of text, and a forest plot as SVG for each cell with effect sizes.

    Args:
        treatment: its id, or a name that people use.
        outcome: an outcome's id or label, or an aim such as "wrinkles"; all if not given.

    Raises:
        InputError: the treatment or the outcome is not known.
    """
    from skinproof.answer import body_of_evidence as body  # noqa: PLC0415
    from skinproof.answer.render.messages import messages_of  # noqa: PLC0415

    known = knowledge()
    found = body.cells(known, body.treatment_named(known, treatment), body.outcomes_named(known, outcome))
    messages = messages_of(known.store.blob("messages", "en") or b"")
    return list(body.lines(found, known, messages)), [picture.svg for picture in body.forests(found, known)]


def control_arms(outcome: str | None = None) -> tuple[list[dict[str, Any]], list[str]]:
    """Return what people did on a dummy treatment or on none, as plain data and as lines of text.

    Args:
        outcome: an outcome's id or label, or an aim such as "wrinkles"; all if not given.

    Raises:
        InputError: the outcome is not known.
    """
    from msgspec import to_builtins  # noqa: PLC0415

    from skinproof.answer import body_of_evidence as body  # noqa: PLC0415
    from skinproof.answer import control_arms as arms  # noqa: PLC0415

    known = knowledge()
    found = arms.control_readings(known, body.outcomes_named(known, outcome))
    return to_builtins(found), list(arms.lines(found, known))


def verdict_table() -> str:
    """Return all verdicts as tab-separated lines, sorted by cell; a diff of two such tables tells what a release changed."""
    from skinproof.synthesis.verdict import Verdict  # noqa: PLC0415
    from skinproof.synthesis.verdict_table import verdict_table as table  # noqa: PLC0415

    return table(knowledge().store.all("verdict", Verdict))


def verdict_changes(older: str) -> list[str]:
    """Return what changed since an older table of verdicts, a sentence each.

    Args:
        older: the text of the table.

    Raises:
        InputError: it is no such table.
    """
    from skinproof.synthesis.verdict_table import changes  # noqa: PLC0415

    return changes(older, verdict_table())


def audit(count: int, seed: int) -> list[str]:
    """Return random study records as a person would check them.

    Args:
        count: how many.
        seed: the same seed draws the same records.
    """
    from skinproof.answer import coverage as tables  # noqa: PLC0415

    return [tables.to_check(study) for study in tables.sample(knowledge(), count, seed)]


def read_profile(path: Path) -> Person:
    """Return the person that a YAML or JSON file describes.

    Args:
        path: the file.

    Raises:
        InputError: it cannot be read or holds something unknown; the message shows an example.
    """
    from skinproof.question.profile import read_profile as read  # noqa: PLC0415

    return read(path, knowledge().conditions)


def ask(text: str, *, profile: Person | None = None, as_of: dt.date | None = None, language: str | None = None) -> Answer:
    """Return a second opinion on a question about a cosmetic skin treatment.

    Args:
        text: the question in plain words.
        profile: what is known of the person beside the text.
        as_of: the day for which the answer holds; today if not given.
        language: `en`, `fr` or `es`; the language of the question if not given.

    Raises:
        InputError: the question is empty or too long.
        PackError: the pack of facts cannot be used.
    """
    from skinproof.answer.assemble import assemble  # noqa: PLC0415
    from skinproof.question.understand import understand  # noqa: PLC0415

    if not text.strip():
        raise InputError('The question is empty. Ask in plain words, for example: skinproof ask "does microneedling help acne scars"')
    if len(text) > LONGEST_QUESTION:
        raise InputError(f"The question has {len(text):,} characters; up to {LONGEST_QUESTION:,} can be read. Leave out what does not matter.")
    known = knowledge()
    case = understand(text, known.vocabulary, profile, as_of)
    spoken = language or case.language
    catalogue = known.store.blob("messages", spoken) or known.store.blob("messages", "en") or b""
    return assemble(case, known, as_of=as_of or dt.date.today(), language=spoken if known.store.blob("messages", spoken) else "en", catalogue=catalogue)  # noqa: DTZ011


def answer_html(answer: Answer, *, pages: bool = False) -> str:
    """Return an answer as a fragment of HTML.

    Args:
        answer: the answer.
        pages: whether pages of treatments and studies stand at `/treatments/ID` and so on, to link to.

    Raises:
        MissingExtraError: jinja2 is not installed.
    """
    from skinproof.answer.render.html import as_html  # noqa: PLC0415

    return as_html(answer, pages=pages)


def treatment_page(name: str) -> TreatmentPage:
    """Return all that is known of one treatment; InputError if there is none with this id."""
    from skinproof.answer.pages.treatment import treatment_page as page  # noqa: PLC0415

    return page(knowledge(), name)


def outcome_page(name: str) -> OutcomePage:
    """Return all treatments that were tested on one outcome; InputError if there is none with this id."""
    from skinproof.answer.pages.outcome import outcome_page as page  # noqa: PLC0415

    return page(knowledge(), name)


def study_page(name: str) -> StudyPage:
    """Return one study and what it informs; InputError if there is none with this id."""
    from skinproof.answer.pages.study import study_page as page  # noqa: PLC0415

    return page(knowledge(), name)


def compare(names: Sequence[str]) -> Comparison:
    """Return two to five treatments side by side on the same outcomes; InputError if an id is unknown or the number wrong."""
    from skinproof.answer.pages.compare import compare as compared  # noqa: PLC0415

    return compared(knowledge(), names)


def search(text: str) -> list[Hit]:
    """Return the treatments, outcomes and studies that hold some words; InputError if there is nothing to look for."""
    from skinproof.answer.pages.search import search as found  # noqa: PLC0415

    return found(knowledge(), text)


def treatments() -> list[Named]:
    """Return all treatments by name."""
    from skinproof.answer.pages.treatment import treatment_list  # noqa: PLC0415

    return treatment_list(knowledge())


def outcomes() -> list[Named]:
    """Return all outcomes by name."""
    from skinproof.answer.pages.outcome import outcome_list  # noqa: PLC0415

    return outcome_list(knowledge())


def conditions() -> dict[str, str]:
    """Return what can be said of a person: plain label by id."""
    return {name: phrases.label or name.replace("_", " ") for name, phrases in knowledge().conditions.items()}


def evidence_meta() -> dict[str, str]:
    """Return version, date and hash of the evidence."""
    return {key: knowledge().store.meta[key] for key in ("version", "date", "hash")}


def answer_schema() -> dict[str, Any]:
    """Return the JSON Schema of an answer."""
    import json  # noqa: PLC0415

    return dict(json.loads((Path(__file__).parent / "answer" / "answer.schema.json").read_text(encoding="utf-8")))


def report(answer: Answer, form: str, *, card: bool = False) -> bytes:
    """Return an answer as the content of a file: `pdf`, `html` or `md`, its references as `ris` or `bib`, or its one-page card.

    Args:
        answer: the answer.
        form: the ending of the file's name, without the dot.
        card: the card for an appointment instead of the report.

    Raises:
        InputError: the form is not known, or there is nothing to make a card of.
        MissingExtraError: a PDF is asked for and typst is not installed.
    """
    from skinproof.answer.render.export import exported  # noqa: PLC0415

    return exported(answer, knowledge(), form, card=card)


def verify(content: bytes, *, pack: Path | None = None) -> Check:
    """Return whether an answer, made again from the evidence that it names, is the same, and what changed and why.

    Args:
        content: the answer as JSON.
        pack: the pack of that evidence; the installed one if not given.

    Raises:
        InputError: the content is no answer.
        PackError: the pack cannot be used.
    """
    from skinproof.answer.verify import verify as checked  # noqa: PLC0415

    return checked(content, knowledge(pack) if pack else knowledge())


def precautions(treatments: Sequence[str], about: str = "") -> Gathered:
    """Return the rules of safety that bear on treatments (names or ids) and on a person described in plain words; InputError if a treatment is not known."""
    from skinproof.answer.lookup import precautions as found  # noqa: PLC0415

    return found(knowledge(), treatments, about)


def treatment_id(name: str) -> str:
    """Return the id of the treatment of a name, brand or misspelling; InputError names what is near."""
    from skinproof.answer.lookup import treatment_id as found  # noqa: PLC0415

    return found(knowledge(), name)


def outcome_ids(name: str) -> tuple[str, ...]:
    """Return the outcomes that could show something hoped for, such as "shrink pores"; InputError lists what is known."""
    from skinproof.answer.lookup import outcome_ids as found  # noqa: PLC0415

    return found(knowledge(), name)


def course_picture(found: Forecast, name: str) -> Picture:
    """Return a forecast of the barrier as a picture.

    Args:
        found: the forecast.
        name: what people call the treatment.
    """
    from skinproof.answer.pages.barrier_figure import course_picture as picture  # noqa: PLC0415

    return picture(found, name)


def forecast(
    treatment: str, *, age: float = 40.0, site: str = "face", tone: str = "unknown", covered: bool = False, variant: str | None = None,
    needle_mm: float | None = None, count: int | None = None, holes_per_cm2: float | None = None, passes: int | None = None,
    solutes: Sequence[Solute] = (),
) -> Forecast:
    """Return a forecast of the skin's barrier after a treatment, with its ignorance shown.

    Args:
        treatment: an id such as `micro_infusion`, or a name or brand.
        age: years, 18 to 80.
        site: `face`, `forearm` or `upper_arm`.
        tone: `lighter`, `darker` or `unknown`.
        covered: whether the skin stays under a film afterwards.
        variant: a part of the variant's name, such as `0.25`.
        needle_mm: needle length, if not the usual.
        count: needles on the stamp or tip.
        holes_per_cm2: holes after all passes.
        passes: passes of an abrasion.
        solutes: molecules of a product that is put on right afterwards.

    Raises:
        InputError: no data, or a value that cannot be used.
    """
    from skinproof.skin.forecast import forecast as made  # noqa: PLC0415
    from skinproof.skin.insults import INSULTS, NO_DATA  # noqa: PLC0415
    from skinproof.skin.plan import Plan  # noqa: PLC0415

    known = treatment if treatment in INSULTS or treatment in NO_DATA else treatment_id(treatment)
    plan = Plan(needle_mm=needle_mm, count=count, holes_per_cm2=holes_per_cm2, passes=passes)
    return made(known, age=age, site=site, tone=tone, covered=covered, variant=variant, plan=plan, solutes=tuple(solutes))


@cache
def ingredient_shelf() -> Shelf:
    """Return ingredients, hazards and law of the pack, with the inventory that the user imported."""
    from skinproof.ingredients.inventory import default_place, open_inventory  # noqa: PLC0415
    from skinproof.ingredients.shelf import Shelf  # noqa: PLC0415

    return Shelf(knowledge().store, open_inventory(default_place()))


def inspect_ingredients(
    text: str, *, route: str | None = None, treatment: str | None = None, sold_as: str = "", profile: Person | None = None, allergic_to: Iterable[str] = (),
) -> Inspection:
    """Return what an ingredient list holds and what of it matters by a route.

    Args:
        text: a label, a list, or a message with a list in it.
        route: such as needle_channels; that of the treatment if not given, else leave_on.
        treatment: id of the treatment in which it is used.
        sold_as: name and promises of the product.
        profile: what is known of the person.
        allergic_to: names of ingredients that the person reacts to.

    Raises:
        InputError: the text is empty or too long, or the route or treatment is not known.
        PackError: the pack of facts cannot be used.
    """
    from skinproof.ingredients.inspect import inspect  # noqa: PLC0415

    return inspect(text, ingredient_shelf(), route=route, treatment=treatment, sold_as=sold_as, profile=profile, allergic_to=allergic_to)


def import_inventory(source: Path) -> int:
    """Import the Commission's CosIng inventory from a CSV file and return the number of its names.

    Args:
        source: the file.

    Raises:
        InputError: the file cannot be read or is no such export.
    """
    from skinproof.ingredients.inventory import default_place  # noqa: PLC0415
    from skinproof.ingredients.inventory import import_inventory as imported  # noqa: PLC0415

    count = imported(source, default_place())
    ingredient_shelf.cache_clear()
    return count


def synthesize(findings: Sequence[Placed], outcome: Outcome) -> Synthesis:
    """Pool the findings of one cell as Cochrane advises.

    Args:
        findings: findings of one treatment, outcome, comparator class and window, from `skinproof.synthesis.cell.place`.
        outcome: what was measured, with the direction that is better.

    Raises:
        InputError: there is no finding, or they belong to several cells.
    """
    from skinproof.synthesis.synthesize import synthesize as pooled  # noqa: PLC0415

    return pooled(findings, outcome)
