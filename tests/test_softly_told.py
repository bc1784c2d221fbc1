"""Danger told softly, by the way, beside denials or of somebody else, and the same words where nothing is wrong."""

from __future__ import annotations

import pytest

import skinproof

EMERGENCIES = (
    "Sculptra in my temples at noon and I see less with my right eye than I did",
    "no pain, no swelling, but things are dimmer on my left since the nose job filler this afternoon",
    "My wife says her eye is like looking at a dull picture since the cheek filler",
    "I am seeing less on the left than before the radiesse, it doesn't hurt",
    "The world looks darker from one eye after the filler this morning",
    "Mi hermana ve menos con el ojo derecho tras el relleno de esta mañana",
    "Ma cousine ne voit pas bien depuis son injection au front, elle n'a pas mal",
    "Ma soeur voit moins bien d'un oeil depuis le comblement de ce matin",
    "the skin beside my mouth has gone like purple chicken wire since filler",
    "cheek like fishnet tights after filler this morning, violet, doesn't hurt",
    "corned beef look to my nose since filler two hours ago",
    "la peau à côté du nez fait comme un filet violet depuis le filler d'hier",
    "hives on my arms and tummy and I feel sick and light-headed since the hyaluronidase",
    "wheals all over and I've been sick three times since the shot",
    "ronchas por todo el cuerpo y el pecho algo apretado desde el botox de las dos",
    "Since the platysma botox her head keeps flopping forward",
    "J'ai du mal à tenir la tête droite depuis le botox du cou",
    "botox a week ago and now chewing tires me out and water comes back through my nose",
    "Dad's skin is mottled and he's not making sense two days after the vein injections",
    "my friend had a peel last week, the wound is hot and today she's talking nonsense",
    "Mi abuela está confusa, sudando frío y con el corazón acelerado desde la lipo láser",
    "some of the acid ran into her eye at the salon, it's red and streaming",
    "got lash lift solution in my eye and it's burning",
    "me entró ácido en el ojo durante el peeling y me arde mucho",
    "my cheek ballooned within minutes of the needle going in and it's getting tight",
    "hard swelling on my neck growing since the threads an hour ago",
    "la mejilla se me infló como un globo en diez minutos con los hilos",
    "the injector says it's just a bruise, but the colour doesn't move when I press, it is really painful, nose filler",
    "feels like a golf ball in my throat since the injection",
    "last time I was fine, this time my tongue feels too big after hyaluronidase",
    "siento como una pelota en la garganta desde el relleno",
    "not red, not sore, only my throat closing since the cream",
    "Pas de boutons, pas de gonflement, seulement du mal à respirer depuis la crème anesthésiante",
    "no pain, no bruise, only white skin round my mouth since the filler",
    "she had her smile lines filled at noon and keeps saying it is gloomy out of her left eye",
    "botched nose filler, can't see properly out the left, no pain at all",
    "Mon mari ne voit plus très bien depuis l'acide hyaluronique des cernes",
    "lips look like salami since the filler, blotchy",
    "hives and vomiting since the anaesthetic cream",
    "jaw slimming injections 5 days ago, my sister can barely lift her head from the pillow",
    "grandad's heart is hammering, he is soaked in sweat and makes no sense after the vein laser",
    "peel solution trickled in my eye, what do I do",
    "my temple swelled like a balloon in seconds when the needle went in",
    "the skin is plum coloured and pressing does not change it, cheek filler today",
    "no hives, nothing red, I only can't get air in since the injection",
    "aucune rougeur, seulement la langue qui gonfle depuis la piqûre",
    "tongue too big for my mouth since the mouth ulcer gel",
)
TODAY = (
    "Hives on my chest, a bit tight feeling skin, since the new cream",
    "temp of 39.1 and my lip filler site is sore",
    "I'm running 38.4 since the fat dissolving jabs",
    "mum's temperature reads 38.9 two days after her facelift threads",
    "thermometer says 101.5 since the laser on my legs",
    "J'ai 38,7 depuis les fils tenseurs",
    "tengo 38,5 desde los hilos tensores",
    "a leaking boil where they put the thread last month",
    "my temp was 39 last night after microneedling",
    "cheek filler in spring, then dentist last week, and today one cheek is fat and hot",
    "my filler from two months ago blew up hot overnight after flu",
    "woke with a hot red lump in my chin where the filler is, it's been months",
    "Relleno de labios hace un mes y hoy el labio caliente y gordo",
    "Ampollas grandes en las piernas tras la depilación láser de ayer",
    "Me han salido ampollas en las axilas con el láser diodo",
    "De grosses cloques sur le mollet depuis l'épilation laser de ce matin",
    "huge blisters on my shin since this morning's laser",
    "39.4 this morning and my thread lift was Thursday",
    "elle a 38,5 depuis sa liposuccion, et la cicatrice est un peu rouge",
    "Mi madre tiene 38,6 desde el láser",
    "lip hot and fat out of nowhere, filler was in March",
    "labio hinchado y caliente desde anoche, me puse relleno en enero",
    "bullae on both legs after the laser this morning",
    "Me salieron ampollas a las dos horas del láser en las ingles",
    "des cloques énormes deux jours après le laser sur les jambes",
    "big blisters on my legs 2 days after laser",
)
CALM = (
    "I can't see any difference since the forehead filler, half of what I paid for is gone",
    "My mate says her nose looks less crooked on the left since her filler",
    "I can see half of my wrinkles are gone since the botox",
    "no veo bien el resultado del relleno de frente, cuándo se nota",
    "je ne vois pas bien la différence depuis l'injection du front",
    "My skin looks darker on one side after the peel, six weeks ago, why",
    "spider veins like a purple web on my nose, would a laser help",
    "Wearing fishnet tights after leg vein laser ok?",
    "lace pattern on my brows after microblading, is hair stroke worth it",
    "chest wrinkles and a bit of tight skin, does a peel help",
    "neck botox: can I hold my head down for reading after",
    "I'm 38 and thinking of threads",
    "the laser fluence was 38.5 is that high",
    "peel solution kept at 38 degrees, ok?",
    "confused about which laser for tummy fat, my heart's set on it but wallet is racing away",
    "clammy hands and racing heart before every botox appointment, just nerves",
    "can I do a peel around the eye, will it burn",
    "does a chemical peel open up the eyes",
    "fat lips overnight with filler, how",
    "lip filler three weeks ago and I've a dentist visit for a tooth infection, should I tell them",
    "my lips blew up like balloons the day after filler, going down now on day 3",
    "balloon face trend: will filler make my cheeks look like balloons",
    "bruise after lip filler, three days, yellow at the edges, when I press it's a little tender",
    "I get a lump in my throat thinking about my old face",
    "does botox help an adam's apple",
    "no wheezing, no swelling, only a bit itchy since the lidocaine",
    "not only swollen but itchy? no, only tired since the botox",
    "can't see properly how lumpy it is in photos, lip filler last month, does massage help",
    "no se ve bien el relleno en las fotos, es normal al mes",
    "je vois bien mieux la ride depuis l'injection, que faire",
    "I got sick last week with flu and my botox is on Friday, ok?",
    "I'm 41, thread lift or facelift",
    "im 39 5 weeks post botox and lines are back",
    "I'm so confused, sweaty face every summer, botox or miradry?",
    "mum is confused which peel to buy, her heart is set on glycolic",
    "something in my eye cream makes my eyes sting, peel pads too",
    "I got something in my eye serum that peels, which ingredient",
    "hot big lips with filler, how many ml",
    "my lips swelled up within minutes of the filler, is that normal",
    "pressed on my filler and it doesn't move, is it set after 3 weeks",
    "no pain, no redness, only a tiny bruise after botox",
    "not pregnant, only trying next year, retinol ok",
    "oozing a bit two days after co2 laser, as expected",
)


def level_of(message):
    flags = skinproof.ask(message).gathered.flags
    return flags[0].level if flags else "none"


@pytest.mark.parametrize("message", EMERGENCIES)
def test_emergency_told_softly_is_heard(message):
    """Half a picture, a net of purple, a head that drops, a throat with a ball in it: an emergency, however it is told."""
    assert level_of(message) == "emergency"


@pytest.mark.parametrize("message", TODAY)
def test_what_is_due_today_is_heard(message):
    """A temperature as a number, a lip that is hot and fat, big blisters after a laser are seen the same day at least."""
    assert level_of(message) in {"same_day", "emergency"}


@pytest.mark.parametrize("message", CALM)
def test_same_words_without_danger_stay_calm(message):
    """The words of an emergency in a question of benefit, of age, of cloth or of nerves raise no alarm."""
    assert level_of(message) not in {"same_day", "emergency"}
