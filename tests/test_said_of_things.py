"""Words of danger said of things, of long ago, or only feared, and the first lines that follow from what is told beside the question."""

import pytest

import skinproof

CALM = [
    "bit of a blusher overdose this morning, I look like a clown. how do I tone it down",
    "surdose de maquillage pour la soirée, quel démaquillant",
    "sobredosis de iluminador en la cara, ¿cómo lo quito?",
    "in a carb coma after lunch, which mask for tired skin",
    "saw a series about a coma, anyway, which sunscreen for every day",
    "mon gloss saigne autour de la bouche, que faire ?",
    "my lip liner won't stop bleeding into the lines, which primer",
    "A los 17 me desmayé en el dentista, nunca más. ¿Puedo hacerme láser?",
    "Je me suis évanouie il y a 12 ans chez le dentiste, rien depuis. Un peeling ?",
    "Me da pánico que el peeling me deje la cara quemada, nunca me lo hice. ¿Es seguro?",
    "J'ai trop peur que le laser me laisse des cloques. C'est risqué ?",
    "¿Y si me desmayo en el tatuaje? nunca me ha pasado",
    "worried about melanoma from the uv lamp at my nail bar",
]
LOUD = [
    ("My flatmate took an overdose of her acne tablets", "emergency"),
    ("my toddler had an overdose of glitter gel, she ate it", "emergency"),
    ("surdose de crème anesthésiante sur les jambes", "emergency"),
    ("Ma mère est dans le coma après son injection", "emergency"),
    ("my husband is in a sugar coma and won't wake up", "emergency"),
    ("my eyeliner tattoo won't stop bleeding", "emergency"),
    ("removed my lipstick and my lip won't stop bleeding", "emergency"),
    ("a sore under my lipstick keeps bleeding for two months", "soon"),
    ("me desmayé ayer después del botox", "same_day"),
    ("Ma fille a 15 ans et elle a fait un malaise pendant son épilation", "same_day"),
    ("Hace 20 años que me desmayo a menudo, ¿botox?", "same_day"),
    ("tengo miedo, el peeling me dejó la cara quemada y con ampollas", "same_day"),
    ("J'ai peur que mon visage soit brûlé, il y a des cloques depuis hier", "same_day"),
    ("¿Qué pasa si se me pone blanco el labio? me puse relleno ayer", "emergency"),
    ("what if I faint during this, I am lightheaded now with numbing cream on", "emergency"),
    ("scared it's cancer from sunbeds, a spot on my nose bleeds", "soon"),
    ("I have erysipelas on my leg now, can I wax?", "same_day"),
]
BARRED = [
    "got offered lip filler at 16, ok now?",
    "I had my ears pierced at 14 and now at 15 want lip filler",
    "my daughter had braces at 12 and is now 14, can she have lip filler?",
    "my son got his ears pierced at 13, can he have a laser now?",
    "Had cellulitis in 2012 and it is back now, can I wax?",
    "I'm allergic to lidocaine, just wondering about numbing cream",
    "can I burn off my skin tag with TCA at home",
    "lash tint, yes or no? salon does it for 15",
]
FREE = [
    "I had braces at 14. Can I have lip filler now?",
    "had acne at 15, now a grown woman. microneedling for the marks?",
    "Had a staph infection in 2010, completely healed. ok for laser now?",
    "what if someone was allergic to lidocaine? Just wondering before my first laser, never reacted to anything",
    "I'm scared a chemical peel would burn my face off. Is it risky at a clinic?",
    "how long does an eyelash tint last",
]
FIRST_LINES = [
    ("how long does an eyelash tint last", "Three to six weeks"),
    ("what is it called when they shave off the peach fuzz with a little blade", "Most likely called: Dermaplaning."),
    ("what's the real name of the vampire facial", "Most likely called: Platelet-rich plasma."),
    ("à quoi sert la niacinamide", "Une forme de vitamine B3"),
    ("para qué sirve la niacinamida", "Una forma de vitamina B3"),
    ("serum or eye cream first?", "Mostly serum first"),
    ("toner before or after serum?", "Toner right after washing"),
    ("dans quel ordre sérum, crème, écran solaire ?", "Le sérum d’abord"),
    ("do i put sunscreen on before or after moisturiser, and does makeup go on top", "Last in skin care"),
    ("how long after sunscreen can I put makeup on", "About 15 minutes"),
    ("sunscreen before or after moisturiser", "Last in skin care"),
    ("how long should I wait between retinol and moisturiser", "No set time"),
    ("how long between botox sessions", "Leave 3 months"),
    ("day 6 tattoo flaking and itchy. moisturiser ok?", "Flaking and itching are usual"),
    ("does an acne patch hurt", "It does not hurt."),
    ("No pain, no fever. Just want microneedling. Ok?", "Nothing that you told us"),
    ("Does dermaplaning hurt?", "No: it feels like a card"),
    ("day 3 after microneedling, sandpaper skin. normal?", "Usual:"),
]


def _level(question: str) -> str | None:
    urgent = skinproof.ask(question).to_dict().get("urgent")
    return urgent["level"] if urgent else None


@pytest.mark.parametrize("question", CALM)
def test_danger_said_of_things_is_none(question):
    """Glitter, lipstick, a film, a faint of long ago and a fear raise no alarm."""
    assert _level(question) is None


@pytest.mark.parametrize(("question", "level"), LOUD)
def test_danger_of_people_keeps_its_level(question, level):
    """The same words of a person, of now or of something had stay as urgent."""
    assert _level(question) == level


@pytest.mark.parametrize("question", BARRED)
def test_what_holds_now_still_bars(question):
    """An age, an infection or an allergy of now, and what nobody should do alone, bar."""
    assert skinproof.ask(question).decision.direction == "unsafe"


@pytest.mark.parametrize("question", FREE)
def test_what_was_then_does_not_bar(question):
    """An age then, an infection long healed, somebody supposed, or a fear of a burn bar nothing."""
    assert skinproof.ask(question).decision.direction != "unsafe"


@pytest.mark.parametrize(("question", "begins"), FIRST_LINES)
def test_first_line_answers_what_was_asked(question, begins):
    """Names, uses, orders, waits and times are told where they are asked for."""
    assert " ".join(skinproof.ask(question).to_text().split()).startswith(begins)


@pytest.mark.parametrize(("question", "away"), [("J'habite avec mon chat. La crème au rétinol marche-t-elle ?", False), ("mon chien a des croûtes, quelle crème", True), ("mi perro tiene granos, ¿qué crema?", True)])
def test_pet_beside_the_point_is_no_animal_question(question, away):
    """A pet that is only named sends nobody away; one that is to be treated does."""
    assert (skinproof.ask(question).to_dict()["status"] == "out_of_scope") is away
