"""Whether the "No:" or "Yes:" of a belief answers the question that was put."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from skinproof.catalogue.rules import Practice, Premise
from skinproof.catalogue.text import END, words
from skinproof.question.complaint import TROUBLE
from skinproof.question.language import language_of

# A question of yes or no, or a claim that somebody made.
_OPENERS = frozenset(
    "is are am was were isnt arent do does did doesnt dont can could cant will would wont should shall has have any anyone really actually true truth right correct wrong myth fact yes no or legit believe "
    "says said say swears swear told heard read claims claim thinks reckons because so cos means obviously since need needs "
    "est peut peux faut doit vrai vraiment marche oui non ou sert es son puede puedo sirve funciona verdad si debo o".split()
)
_WHICH = frozenset("what whats which how who whom whose where why when whens hows que quoi quel quelle quels quelles comment qui pourquoi quand cual cuales como cuanto quien donde cuando".split())
# Asked in these words, the same fact has the opposite answer, or none.
_TURNED = frozenset(
    "scam scams hoax con gimmick rip ripoff nonsense rubbish worry worried worrying scared afraid fear pain painful stop stopping quit banned ban illegal legal legally allowed law regret regrets pointless waste wasted wasting wasteful "
    "useless vs versus arnaque estafa timo douleur dolor arreter dejar interdit prohibido".split()
)
_ONE_WORD = frozenset({("one", "word"), ("yes", "or"), ("yay", "or"), ("or", "no"), ("or", "nah"), ("or", "nay"), ("oui", "ou"), ("si", "o")})
# Asked of these, only a belief that speaks of them answers.
_POINTS = {
    "safe": ("safe", "harm", "danger", "risk"), "dangerous": ("safe", "harm", "danger", "risk"), "permanent": ("permanent", "ever", "stay", "good", "last"), "normal": ("normal", "usual"), "cancer": ("cancer",),
    "pregnant": ("pregnan", "baby", "birth"), "pregnancy": ("pregnan", "baby", "birth"), "disease": ("disease", "illness", "pass"),
}

# A belief that denies or says "always": who asks of the thing itself ("does it leave a scar") gets no "No" to "it leaves none".
_DENIES = frozenset("no not never cannot cant without nothing always doesnt dont isnt free sans pas jamais aucun aucune rien toujours sin nunca jamas ni ningun ninguna nada siempre".split())

_WITHOUT_OPENERS = frozenset({"fr", "es"})
_STEM = 4
_TOLD = frozenset("am are was were have has need is because so cos since no".split())
_STATES = frozenset("am are was were have has need".split())
_WRITER = frozenset("i im ive my our we mine shes hes".split())


def same_question(question: str, premise: Premise) -> bool:
    """Tell whether the yes or no of a belief is that of the question: not where a way, a choice, a worry or another point is asked.

    Args:
        question: as typed.
        premise: the belief.
    """
    said = words(question)
    if _ONE_WORD & set(pairwise(said)):
        return True
    if _TURNED & set(said):
        return False
    if any(word in said and not any(stem in premise.belief.casefold() for stem in stems) for word, stems in _POINTS.items()):
        return False
    sentences = _sentences(said)
    which = any(_WHICH & set(sentence) for sentence in sentences)
    asked = next((sentence for sentence in sentences if not _asks_which(sentence) and not (which and _only_tells(sentence))), None)
    if asked is None:
        return not which and language_of(said) in _WITHOUT_OPENERS  # "el colágeno entra en la piel": asked without a word that opens it
    turned = bool(_DENIES & set(words(premise.belief))) and not _DENIES & set(asked)
    return not turned or (premise.verdict == "false" and premise.when_wrong == "unsafe")


def _only_tells(sentence: Sequence[str]) -> bool:
    """Whether a sentence tells of the writer, beside another that asks which: "I'm 53 and have had them for years"."""
    return sentence[0] in _WRITER and _OPENERS & set(sentence) <= _TOLD


def tells_of(told: Premise | Practice, question: str) -> bool:
    """Tell whether a belief or a fact of use speaks of the very trouble that somebody tells of, and does not only correct a hope.

    Args:
        told: the belief or the fact.
        question: as typed.
    """
    belief = told.belief if isinstance(told, Premise) else ""
    if isinstance(told, Premise) and told.verdict == "false" and told.when_wrong == "does_not_help":
        return False  # "toxin does not lift" is no answer to "it made my cheeks saggy"
    return names_trouble(f"{told.short or ''} {belief}", question)


def names_trouble(text: str, question: str) -> bool:
    """Tell whether a text speaks of a trouble that a question names.

    Args:
        text: what is held.
        question: as typed.
    """
    return bool({word[:_STEM] for word in words(question) if word in TROUBLE} & {word[:_STEM] for word in words(text)})


def _asks_which(sentence: Sequence[str]) -> bool:
    """Whether a sentence opens with a question word, or asks for one before any yes or no: "what can I use"."""
    first = next((n for n, word in enumerate(sentence) if word in _WHICH), None)
    yes_no = next((n for n, word in enumerate(sentence) if word in _OPENERS and word not in {"so", "because", "since", "or", "cos", "no", "ou", "o"}), None)
    told = yes_no is not None and yes_no > 0 and sentence[yes_no] in _STATES  # "my hands are spotty, what works"
    return yes_no is None or (first is not None and (first < yes_no or told))


def _sentences(said: Sequence[str]) -> list[Sequence[str]]:
    ends = [-1, *(n for n, word in enumerate(said) if word == END), len(said)]
    return [said[a + 1 : b] for a, b in pairwise(ends) if b > a + 1]
