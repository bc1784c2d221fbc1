"""A tattoo at another place than the one to be treated: "a tattoo on my ankle, laser on my armpits"."""

from __future__ import annotations

from collections.abc import Sequence

from skinproof.catalogue.pattern import Match

_INK = frozenset("tattoo tattoos tattooed tatouage tatouages tatuaje tatuajes".split())
# What somebody names as the place of ink or of a treatment, by the part of the body.
_PARTS = {
    word: part
    for part, said in {
        "face": "face chin cheek cheeks forehead nose upper lip lips moustache jaw jawline visage menton cara menton barbilla",
        "brow": "brow brows eyebrow eyebrows sourcil sourcils ceja cejas",
        "armpit": "armpit armpits underarm underarms aisselle aisselles axila axilas",
        "bikini": "bikini brazilian pubic maillot ingle ingles",
        "leg": "leg legs calf calves thigh thighs shin shins knee knees jambe jambes pierna piernas cuisse muslo",
        "foot": "ankle ankles foot feet toe toes cheville pied pieds tobillo pie pies",
        "arm": "arm arms forearm forearms sleeve wrist wrists elbow bras avant poignet brazo brazos muneca antebrazo",
        "hand": "hand hands finger fingers main mains mano manos",
        "back": "back spine shoulder shoulders dos epaule espalda hombro",
        "front": "chest belly tummy stomach abdomen ribs breast ventre poitrine pecho vientre",
        "neck": "neck nape throat cou nuque cuello",
    }.items()
    for word in said.split()
}
_REACH = 5  # words from the ink to its place
_REMOVAL = frozenset("remove removed removal removing fade faded fading rid off lighten lightening effacer enlever detatouage borrar quitar eliminar".split())
_HAIR = frozenset("hair hairs poils vello epilation depilacion".split())
_NEAR = frozenset("over near around beside across where through same".split())


def _parts(said: Sequence[str]) -> set[str]:
    return {_PARTS[word] for word in said if word in _PARTS}


def _behind(text: Sequence[str], ink: int) -> int:
    """Where the words of the place of a tattoo end: right behind the first part of the body that follows it, or the tattoo itself."""
    named = next((place for place in range(ink + 1, min(len(text), ink + 1 + _REACH)) if text[place] in _PARTS), ink)
    return (named if not {"can", "may", "could", "laser", "ipl", "puis", "puedo"} & set(text[ink:named]) else ink) + 1


def ink_elsewhere(text: Sequence[str]) -> bool:
    """Tell whether a tattoo is told at one part of the body and something else is asked for another; "brows" lie in the face.

    Args:
        text: plain words with sentence ends.
    """
    places = [place for place, word in enumerate(text) if word in _INK]
    if not places or _NEAR & set(text) or (_REMOVAL & set(text) and not _HAIR & set(text)):
        return False
    first, last = max(0, places[0] - 2), _behind(text, places[-1])
    ink = _parts(text[first:last])
    rest = _parts([*text[:first], *text[last:]]) if ink else set()
    return bool(rest) and not rest & ink and not ("brow" in ink and "face" in rest)


def of_far_ink(match: Match, text: Sequence[str]) -> bool:
    """Tell whether a match is of ink that lies elsewhere.

    Args:
        match: the match of a tattoo in the area.
        text: plain words with sentence ends.
    """
    return match.owner == "condition:tattoo_in_area" and ink_elsewhere(text)


def without_far_ink(text: Sequence[str]) -> Sequence[str]:
    """Return the words, without those for ink that lies elsewhere.

    Args:
        text: plain words with sentence ends.
    """
    return [word for word in text if word not in _INK] if ink_elsewhere(text) else text
