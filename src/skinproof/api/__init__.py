"""The public functions: what `import skinproof` offers, each loading only what it needs."""

from skinproof.api.barrier import course_picture, forecast
from skinproof.api.browse import compare, conditions, fact, outcome_page, outcomes, search, study_page, treatment_page, treatments
from skinproof.api.evidence import audit, control_arms, coverage, evidence_meta, evidence_of, synthesize, verdict_changes, verdict_table
from skinproof.api.known import knowledge, messages
from skinproof.api.labels import import_inventory, ingredient_shelf, inspect_ingredients
from skinproof.api.named import outcome_ids, precautions, treatment_id
from skinproof.api.opinion import LONGEST_QUESTION, answer_html, answer_schema, ask, person_of, read_profile, report, verify, why

__all__ = [
    "LONGEST_QUESTION",
    "answer_html",
    "answer_schema",
    "ask",
    "audit",
    "compare",
    "conditions",
    "control_arms",
    "course_picture",
    "coverage",
    "evidence_meta",
    "evidence_of",
    "fact",
    "forecast",
    "import_inventory",
    "ingredient_shelf",
    "inspect_ingredients",
    "knowledge",
    "messages",
    "outcome_ids",
    "outcome_page",
    "outcomes",
    "person_of",
    "precautions",
    "read_profile",
    "report",
    "search",
    "study_page",
    "synthesize",
    "treatment_id",
    "treatment_page",
    "treatments",
    "verdict_changes",
    "verdict_table",
    "verify",
    "why",
]
