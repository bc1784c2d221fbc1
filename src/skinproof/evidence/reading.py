"""Reading the study files and checking them against the catalogue and against each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from skinproof.catalogue.files import load
from skinproof.errors import FactError
from skinproof.evidence.study import Study


def load_study(path: Path, *, outcomes: Collection[str], components: Collection[str]) -> Study:
    """Return the study of one file, checked against the catalogue.

    Args:
        path: the file.
        outcomes: the known outcome ids.
        components: the known ids of treatments, ingredients and controls.

    Raises:
        FactError: one line for each fault, with the file and the mend.
    """
    study = load(path, Study)
    faults = [f"{path.name}: {fault}" for fault in _faults(path, study, outcomes, components)]
    if faults:
        raise FactError("\n".join(faults))
    return study


def check_together(studies: Iterable[Study]) -> list[str]:
    """Return the faults that only show between studies: two records of one study.

    Args:
        studies: all studies.
    """
    keys = [(key, s.id) for s in studies for key in (s.id, s.citation.pmid, s.citation.doi and s.citation.doi.lower()) if key]
    holders: dict[str, list[str]] = {}
    for key, holder in keys:
        holders.setdefault(key, []).append(holder)
    return [f"{' and '.join(reversed(them))} both hold {key}: keep one record." for key, them in holders.items() if len(them) > 1]


def _faults(path: Path, study: Study, outcomes: Collection[str], components: Collection[str]) -> Iterable[str]:
    if path.stem != study.id:
        yield f"the id is {study.id!r}; name the file {study.id}.yaml."
    for finding in study.findings:
        if finding.outcome not in outcomes:
            yield f"finding {finding.slug}: the outcome {finding.outcome!r} is not in outcomes.yaml; use one that is, or add it there."
    for arm in study.arms:
        for component in arm.components:
            if component.what not in components:
                yield f"arm {arm.id}: {component.what!r} is no treatment, ingredient or control that the catalogue knows."
