"""Messages in a language: statements become sentences here, and nothing is decided."""

from __future__ import annotations

import copy
import gettext
import io
import re
from collections.abc import Iterator
from functools import lru_cache

from skinproof.answer.answer import Answer
from skinproof.answer.statement import Argument, Section, Statement
from skinproof.types import Said

# Numbers of people, studies and reviews come as English words, and no list could hold them all.
_COUNTS = re.compile(r"(?P<whole>of )?(?P<people>[1-9][\d,]*) people(?(whole) in all)|(?:(?P<studies>[1-9]\d*) stud(?:y|ies)(?: and (?=\d))?)?(?:(?P<reviews>[1-9]\d*) reviews?)?")

# What answers yes or no before the sentence itself.
_POLARITY = re.compile(
    r"^(?:(?:No|Yes|Non|Oui|S\u00ed)\s?[:,]|(?:Seldom|Only in part|Usually not|Mostly not|Mostly no|Not always|Sometimes|Partly|Hardly|Not the first choice|Guère|À peine|Pas le premier choix|Apenas|No es la primera opci\u00f3n|Rarement|En partie seulement|En partie|En g\u00e9n\u00e9ral non|Le plus souvent non|Pas toujours|Plut\u00f4t non|Parfois"
    r"|Solo en parte|En parte|Rara vez|Por lo general no|Casi nunca|Casi siempre no|No siempre|A veces)\s?:)\s*"
)
_TOO_SOON = re.compile(r"^(?:Too soon|Trop tôt|Demasiado pronto) ?: ")  # where nothing was had, only when it shows is told


# Names come with their article, and Spanish joins it with what stands before.
_JOINTS = ((" de el ", " del "), (" a el ", " al "))

# French joins "à" and "de" with the article of a name that fills a message; before a verb ("de le faire") they stay apart.
_ELIDED = re.compile(r"\b([ÀàDd]e?) \{(\w+)\}")
_ELISIONS = {("à", "le "): "au ", ("à", "les "): "aux ", ("de", "le "): "du ", ("de", "les "): "des "}

# A line that is said of one of several things asked about is named, and may then go on in small letters.
_SMALL_AFTER_NAME = frozenset("It They The A An About Plan Leave Mostly Only For In On After Most Nothing Elle Il Ils Elles La Le Les Environ Pour Prévoyez Laissez Se Lo Los Las El En Para Deje Planifíquelo".split())

# "De 1 jour à 2 jours" is "de 1 à 2 jours", and so in Spanish.
_SPAN = re.compile(r"\b(de \d+) ((?:jour|semaine|moi|heure|minute|año|día|dia|semana|mes|hora|minuto|an)(?:e?s)?) (à|a) (?=\d+ (\w+))")

# French sets these signs apart; no line may begin with one.
_APART = re.compile(r" (?=[:;?!»])|(?<=«) ")

# What stands between the things of a list.
_LISTED = re.compile(r"(, | and | or | with )")

# Names and numbers that stay as they are in every language.
_NAMES = {"journal", "ids", "version", "hash", "day"}


class _Nothing(gettext.NullTranslations):
    """What is asked where a catalogue holds nothing: an empty text, so that a name that is the same in two languages counts as known."""

    def gettext(self, message: str) -> str:  # noqa: ARG002 - of the interface
        """Return an empty text."""
        return ""


class Messages:
    """The message catalogue of one language."""

    def __init__(self, catalogue: bytes) -> None:
        """Read a compiled catalogue.

        Args:
            catalogue: the content of a .mo file.
        """
        self._translations = gettext.GNUTranslations(io.BytesIO(catalogue))
        self._held = copy.copy(self._translations)
        self._held.add_fallback(_Nothing())
        language = self._translations.info().get("language")
        self.language = language or "en"
        self._foreign = self.language != "en"
        self._joints = _JOINTS if language == "es" else ()
        self._elides = language == "fr"
        self._colon, self._semicolon = (" : ", " ; ") if self._elides else (": ", "; ")

    @property
    def colon(self) -> str:
        """What stands between a heading and what it announces."""
        return self._set(self._colon)

    @property
    def semicolon(self) -> str:
        """What stands between two half sentences."""
        return self._set(self._semicolon)

    def fixed(self, name: str) -> str:
        """Return a fixed text."""
        return self._set(self._text(f"fixed.{name}", {}))

    def word(self, name: str, **arguments: Argument) -> str:
        """Return a text of the answer page or of a reference.

        Args:
            name: its message without `page.`.
            arguments: what fills it.
        """
        return self._set(self._text(f"page.{name}", arguments))

    def fact(self, text: str) -> str:
        """Return a text of the facts in the language, or as it is where nobody has translated it; counts are put into words anew."""
        return self._set(self._fact(text))

    def _set(self, text: str) -> str:
        """Keep a sign of French that stands apart from its word on the same line."""
        return _APART.sub("\u00a0", text) if self._elides else text

    def _fact(self, text: str) -> str:
        said = self._known(text)
        counts = _COUNTS.fullmatch(text) if said == text else None
        if counts:
            return self._counted(counts)
        return said if said != text or text[-1:] in {"", ".", "!", "?"} else self._semicolon.join(self._ways(text.split("; ")))

    def _known(self, text: str) -> str:
        """Return what the catalogue holds for a text of the facts; a word that is also the id of a message ("practice") is no such text."""
        said = self._translations.gettext(text) if text else text
        return text if "{" in said else said

    def _piece(self, text: str) -> str:
        """Translate one text; one that is known in small letters may open a line."""
        said = self._known(text)
        small = text[:1].lower() + text[1:]
        if said != text or small == text:
            return said
        said = self._known(small)
        return said[:1].upper() + said[1:] if said != small else self._joined(text)

    def _joined(self, text: str) -> str:
        """Translate "one thing with another", the name of two treatments in one arm, where both are known."""
        parts = text.split(" with ") if self._foreign else []
        said = [self._known(part) for part in parts]
        return f" {self.word('with')} ".join(said) if len(parts) > 1 and all(a != b for a, b in zip(parts, said, strict=True)) else text

    def _ways(self, parts: list[str]) -> Iterator[str]:
        """Translate a run of texts; one that holds a semicolon itself is tried whole."""
        while parts:
            most = next((n for n in range(len(parts), 1, -1) if self._piece(whole := "; ".join(parts[:n])) != whole), 1)
            yield self._piece("; ".join(parts[:most])) if most > 1 or self._piece(parts[0]) != parts[0] else self._way(parts[0])
            parts = parts[most:]

    def _way(self, text: str) -> str:
        """Translate "acne: adapalene and benzoyl peroxide", or a list without an aim, piece by piece."""
        aim, colon, names = text.rpartition(": ")
        return self._items(names) if not colon else f"{self._piece(aim)}{self._colon}{self._items(names)}"

    def _items(self, text: str) -> str:
        """Translate "a, b and c": the longest pieces that are known, and a joint beside one of them; what is not known stays as it is."""
        parts = _LISTED.split(text) if self._foreign else [text]
        if not parts[-1]:
            return text
        said, place, before = [], 0, False
        while place < len(parts):
            most = next((end for end in range(len(parts), place, -2) if self._holds("".join(parts[place:end]))), 0)
            if place:
                joint = parts[place - 1]
                said.append(f" {self.word(joint.strip())} " if joint != ", " and (most or before) else joint)
            end = most or place + 1
            said.append(self._piece("".join(parts[place:end])))
            place, before = end + 1, bool(most)
        return "".join(said)

    def _holds(self, text: str) -> bool:
        """Tell whether the catalogue holds a text, with a small or a capital first letter."""
        return bool(text) and any(self._held.gettext(one) for one in (text, text[:1].lower() + text[1:]))

    def _counted(self, counts: re.Match[str]) -> str:
        people, studies, reviews = (int((n or "0").replace(",", "")) for n in counts.group("people", "studies", "reviews"))
        if people:
            return self.word("people_in_all" if counts["whole"] else "people", people=people)
        parts = [*([self.word("studies", studies=studies)] if studies else ()), *([self.word("reviews", count=reviews)] if reviews else ())]
        return self.word("both", first=parts[0], second=parts[1]) if len(parts) > 1 else "".join(parts)

    def say(self, statement: Statement) -> str:
        """Return the sentence of a statement; a belief that nobody has put into the language is left out, and its answer told."""
        belief = statement.arguments.get("belief")
        if statement.message == "premise" and self._foreign and isinstance(belief, str) and self._fact(belief) == belief:
            return self._set(self._text("practice", {"text": statement.arguments["answer"]}))
        about, text = statement.arguments.get("about"), self._text(statement.message, statement.arguments)
        if not isinstance(about, str):
            return self._set(text)
        first = text.split(" ", 1)[0]
        return self._set(f"{self._fact(about)}{self._colon}{text[:1].lower() + text[1:] if first in _SMALL_AFTER_NAME else text}")

    def reason(self, said: Said) -> str:
        """Return the sentence of a grading step."""
        return self._set(self._text(said.message, said.arguments))

    def _text(self, message: str, arguments: dict[str, Argument]) -> str:
        number = next((arguments[k] for k in ("studies", "people", "count") if isinstance(arguments.get(k), int)), None)
        template = self._translations.ngettext(message, f"{message}.many", int(number)) if number is not None else self._translations.gettext(message)
        if template in {message, f"{message}.many"}:
            template = self._translations.gettext(message)
        spoken = {key: self._fact(value) if isinstance(value, str) and key not in _NAMES else value for key, value in arguments.items()}
        if self._elides:
            template, spoken = _elided(template, spoken)
        text = " ".join(template.format(**spoken).split())
        for apart, joined in self._joints:
            text = text.replace(apart, joined)
        text = _SPAN.sub(_one_unit, text) if self._foreign else text
        if template.startswith("{") and message.startswith("headline."):
            text = text[:1].upper() + text[1:]
        if message in {"headline.short.plain", "headline.short.bare"}:
            text = (_POLARITY if message == "headline.short.plain" else _TOO_SOON).sub("", text, count=1)
            return text[:1].upper() + text[1:]
        return text


def _one_unit(span: re.Match[str]) -> str:
    """Return "de 1 à " for "de 1 jour à " before "2 jours"; two units stay."""
    begins, unit, joint, other = span.groups()
    return f"{begins} {joint} " if other.rstrip("s") in {unit.rstrip("s"), unit.removesuffix("es")} else span[0]


def _elided(template: str, spoken: dict[str, Argument]) -> tuple[str, dict[str, Argument]]:
    """Return a French template and what fills it with "à le" and "de les" drawn together: "au rétinol"."""
    for before, key in _ELIDED.findall(template):
        value = spoken.get(key)
        article = next((a for a in ("le ", "les ") if isinstance(value, str) and value.startswith(a)), None)
        joined = _ELISIONS.get((before.lower(), article or ""))
        if article is not None and joined is not None and isinstance(value, str):
            whole = joined.capitalize() if before[0].isupper() else joined
            template, spoken = template.replace(f"{before} {{{key}}}", f"{{{key}_joined}}", 1), {**spoken, f"{key}_joined": whole + value.removeprefix(article)}
    return template, spoken


@lru_cache(maxsize=4)
def messages_of(catalogue: bytes) -> Messages:
    """Return the messages of a compiled catalogue, taken apart once for each language.

    Args:
        catalogue: the content of a .mo file.
    """
    return Messages(catalogue)


def line_texts(answer: Answer, section: Section, messages: Messages) -> list[tuple[str, str]]:
    """Return (style, text) of the lines of a section."""
    return [(line.style, " ".join(messages.say(answer.statements[s]) for s in line.statements)) for line in section.lines]


def made_of(answer: Answer, messages: Messages) -> str:
    """Return what an answer was made from, so that it can be made again.

    Args:
        answer: the answer.
        messages: of its language.
    """
    evidence = answer.evidence
    return messages.word("made", engine=answer.engine, version=evidence["version"], hash=evidence["hash"][:12], day=answer.as_of)


def reference_text(answer: Answer, place: int, messages: Messages) -> str:
    """Return one reference as text.

    Args:
        answer: the answer.
        place: which of its studies, from 0.
        messages: of its language.
    """
    study = answer.studies[place]
    c = study.citation
    ids = [f"PMID {c.pmid}" if c.pmid else "", f"doi:{c.doi}" if c.doi else "", c.pmcid or "", c.registry or "", c.url or "" if not (c.pmid or c.doi) else ""]
    return messages.word(
        "cited", study=study.cited, year=c.year, journal=c.journal, ids=" · ".join(i for i in ids if i),
        read=messages.word(f"read.{study.depth}"), paid=messages.word(f"funding.{study.funding.kind}"),
    )
