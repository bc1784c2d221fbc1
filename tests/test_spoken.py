"""French and Spanish as they are spoken."""

from __future__ import annotations

import pytest

from skinproof.catalogue.text import words
from skinproof.question.spoken import in_full

IN_FULL = {
    "jvois pu rien de mon œil": "je vois plus rien de mon oeil",
    "chu pus capable d'avaler": "je arrive plus a avaler",
    "pis y voit pu rien": "et il voit plus rien",
    "ma blonde a voit pu depuis hier": "ma blonde elle voit plus depuis hier",
    "j'ai d'la misère à respirer depuis la piqûre": "j ai du mal a respirer depuis la piqure",
    "a voit pus rien depuis": "elle voit plus rien depuis",
    "la joue est tte bleue pour moi": "la joue est toute bleue pour moi",
    "g mal à ma face depuis hier": "j ai mal a ma visage depuis hier",
    "no veo na desde ayer": "no veo nada desde ayer",
    "toy hinchao y no puedo": "estoy hinchado y no puedo",
    "se me ha dormio la cara": "se me ha dormido la cara",
    "no veo ni madres del ojo": "no veo nada del ojo",
    "me re duele y ta mu roja la piel": "me duele y esta muy roja la piel",
}
AS_WRITTEN = [
    "j'ai pas pu dormir à cause du peeling", "elle a enfin pu voir un médecin", "tant pis pour mes rides", "y a-t-il un risque pour moi", "elle y arrive pas avec la crème", "30 g de crème pour le visage",
    "du pus qui sort de la plaie", "au CHU de Lyon pour mes cicatrices", "la vitamine C pas chère pour la peau", "manteca de cacao en la cara", "tengo tos y fiebre", "the pu is on my face to go",
]


@pytest.mark.parametrize("text", IN_FULL)
def test_spoken_forms_become_full_words(text):
    """Spoken forms are written out, so that the signs of danger are read in them."""
    assert " ".join(in_full(words(text))) == IN_FULL[text]


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_other_words_stay_as_they_are(text):
    """A participle, pus, a hospital, grams and English are no spoken forms."""
    assert in_full(words(text)) == words(text)


@pytest.mark.parametrize("text", IN_FULL)
def test_full_words_are_left_alone(text):
    """What is in full words already does not change again."""
    once = in_full(words(text))
    assert in_full(once) == once
