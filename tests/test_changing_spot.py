"""A spot that darkens, grows or bleeds is heard in passing, of one among many, and where a treatment for it is asked."""

from __future__ import annotations

import pytest

import skinproof

CHANGED = (
    "one of my brown spots has become darker, laser?",
    "I'm 80 and have brown spots on my hands. One of them has become darker and bigger this year. Can a laser take them off?",
    "the brown patch on my temple has grown and one edge is darker, which cream fades it",
    "the biggest of my liver spots bleeds sometimes, can I freeze it at home",
    "can you laser off a sun spot that's been getting larger",
    "Half of my age spots are the same as ever but one's darkening and spreading. Which laser?",
    "My mum's 82, she has sun damage on her scalp, a spot there has started to bleed. Would a laser be better?",
    "J'ai des taches brunes sur les mains, l'une d'elles est devenue plus foncée et plus grande. Laser ?",
    "L'une de mes taches de soleil est plus grosse que l'an dernier, crème dépigmentante ?",
    "Tengo manchas en las manos y una se ha vuelto más oscura y más grande este año. ¿Se puede quitar con láser?",
    "Me está creciendo una mancha marrón en la mejilla, ¿me la quito con nitrógeno?",
)
NOT_CHANGED = (
    "my melasma patch gets darker every summer, tranexamic?",
    "after IPL one of my brown spots became darker and crusted on day 3, normal?",
    "ma tache de grossesse est devenue plus foncée cet été, écran teinté ?",
    "las manchas del embarazo se han vuelto más oscuras, ¿qué crema?",
    "one of my pimples got bigger, can I use a pimple patch",
    "One of my lips got bigger than the other after filler",
    "my under-eye area has become darker this year, which cream",
    "do age spots become darker over time",
    "post acne marks have become darker since I used lemon",
)
MOLES = {"changing_mole", "fast_changing_mole"}


@pytest.mark.parametrize("message", CHANGED)
def test_one_changing_spot_is_heard(message):
    """It is told before any laser or cream, and decides."""
    answer = skinproof.ask(message)
    assert MOLES & {flag.id for flag in answer.gathered.flags}
    assert answer.decision.direction == "see_a_doctor"


@pytest.mark.parametrize("message", NOT_CHANGED)
def test_marks_that_darken_alike_are_no_moles(message):
    """Melasma, marks of acne, spots that darken after light, lips and pimples are something else."""
    assert not MOLES & {flag.id for flag in skinproof.ask(message).gathered.flags}


INJECTED = (
    "Me ofrecen ácido hialurónico en los labios por 120 euros en una peluquería. ¿Me fío?",
    "En el barrio una esteticién hace botox por 60€ ¿está bien de precio?",
    "Mon esthéticienne propose des injections d'acide hyaluronique à 100 euros, c'est un bon prix ?",
    "Ma coiffeuse fait du botox à 70 euros, bonne affaire ?",
    "my hairdresser does lip filler for £90, is that a fair price?",
)
NOT_INJECTED = (
    "¿Cuánto cuesta el botox en una clínica con médico?",
    "Mon esthéticienne propose un peeling léger, prix 60 euros ?",
    "mi peluquera dice que el minoxidil funciona",
    "mi esteticista me recomienda un sérum de ácido hialurónico, ¿sirve?",
)


@pytest.mark.parametrize("message", INJECTED)
def test_a_price_does_not_hide_who_injects(message):
    """A hairdresser or beautician who injects is refused first, whatever it costs."""
    answer = skinproof.ask(message)
    assert answer.decision.direction == "unsafe"
    assert answer.decision.because == "precaution:unlicensed"


@pytest.mark.parametrize("message", NOT_INJECTED)
def test_other_offers_of_salons_are_not_refused(message):
    """A peel, a serum or a word of advice is no injection."""
    assert skinproof.ask(message).decision.because != "precaution:unlicensed"
