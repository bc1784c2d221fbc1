"""Phrases by language: how people say a condition, a sign, a kind of question."""

from __future__ import annotations

from skinproof.catalogue.record import Record

LANGUAGES = ("en", "fr", "es")


class Phrases(Record, frozen=True, kw_only=True):
    """Patterns by language; their syntax is told in catalogue/pattern.py."""

    label: str | None = None
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        """Return the patterns of every language."""
        return (*self.en, *self.fr, *self.es)
