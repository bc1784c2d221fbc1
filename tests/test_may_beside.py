"""Leave that is asked beside what somebody has, took or is: a bar is told, and nothing is calmed that was not understood."""

from __future__ import annotations

import pytest

import skinproof

BARRED = (
    # What was got is a condition, and the treatment is only named.
    "got a hearing implant, thermage?", "i've got a defibrillator, radiofrequency face", "got myasthenia, botox forehead", "got a copper coil, emsculpt", "i've got cold agglutinin disease, coolsculpting",
    # Somebody else's, left-over or spoilt medicine.
    "is it alright if I use my husband's old tretinoin", "can my wife take my finasteride", "my cousin gave me her leftover roaccutane, can I start it", "can I borrow my flatmate's tretinoin",
    "my neighbour lent me her hydroquinone, is it fine", "puis-je utiliser l'hydroquinone de ma mère ?", "mon frère m'a donné son roaccutane, je peux en prendre ?", "mi prima me pasó su isotretinoína, puedo tomarla?",
    "puedo usar la hidroquinona de mi madre?", "expired hydroquinone, still usable?", "half a box of accutane left from 2022, can I restart alone", "my tretinoin expired in 2020, ok?", "my hydroquinone went brown, can I still use it",
    # A wound that has not closed.
    "staples still in, bio oil ok?", "9 days post caesarean, silicone gel yet?", "cyst cut out on tuesday, vitamin e oil?", "my scar still weeps, can I put silicone on", "j'ai encore des points, gel de silicone possible ?", "hace 5 días de la cesárea, silicona en la cicatriz?",
    # Where it is not meant for.
    "home ipl on my vulva ok", "lumea on nipples?", "wart gel on genital warts, ok?", "freezing kit for genital warts, ok?",
    # Skin, mind and state.
    "gran is 91, skin like paper, can I wax her chin", "my nan 89 with dementia, lip filler for her birthday?", "should I have my mum with alzheimer's get botox", "did coke last night, lip filler at noon?", "hungover, botox appointment today ok?",
    "j'ai pris de la cocaïne hier soir, injection lèvres aujourd'hui ?", "resaca, botox hoy?", "diagnosed with body dysmorphia, lip filler ok?", "bulimia, liposuction?", "kit for electrolysis at home on my chin, ok?",
    "flu and 39, filler tomorrow?", "tengo fiebre, relleno de labios esta tarde?", "dermatomyositis, botox?", "daughter with CMPA, dysport?",
    "I finished radiotherapy of the breast a month ago and they offer laser hair removal on it",
)
ASKED = (
    # Never calmed: what no rule knows, or what asks for a doctor first.
    "no spleen, microneedling ok?", "vEDS, facelift?", "osteogenesis imperfecta, needling", "paraplegic, laser hair removal on my legs ok?", "spinal cord injury, coolsculpting on the belly?", "amyloidosis, filler ok?",
    "Stickler syndrome, botox?", "cerebral palsy, botox forehead?", "chronic dizziness, numbing cream?", "schizophrenia, filler?", "lithium, glycolic peel?", "j'ai une mucoviscidose, peeling ?", "sin bazo, microneedling?", "bulimic, lip filler?",
    "trisomie 21, injection dans les lèvres ?", "may I put glycolic acid on my labia", "my 8 year old, wax her lip?", "on plavix and want a milia taken out", "takes eliquis, skin tag snipped ok?", "I stopped isotretinoin 7 weeks ago, needling next week, too soon?",
    "may a hygienist do microneedling", "my husband takes finasteride and we try for a baby, should he stop?", "mi marido toma finasterida y buscamos un bebé, la deja?", "blurry vision for years, tear trough filler ok?",
)


@pytest.mark.parametrize("text", BARRED)
def test_what_bars_it_is_told_first(text):
    """The bottom line is a no, or a not now, and never that nothing speaks against it."""
    decision = skinproof.ask(text).decision
    assert decision.direction == "unsafe"


@pytest.mark.parametrize("text", ASKED)
def test_nothing_unknown_is_ever_calmed(text):
    """It depends, is asked first or barred; neither an effect nor "nothing against it" stands in its place."""
    decision = skinproof.ask(text).decision
    assert decision.direction in {"mixed", "unsafe"}
    assert not decision.because.startswith(("kind:nothing_against", "verdict:", "consensus:"))


FREE = (
    "my sister's on tretinoin and I want to start, is it good", "my dermatologist gave me doxycycline, ok to take with retinol?", "can I use tretinoin if my husband uses finasteride", "tretinoin for 5 years, still ok?",
    "c section 6 months ago, silicone sheet ok?", "got dry skin, retinol?", "flu jab yesterday, botox today", "tissue paper crepey skin under eyes, retinol ok?", "can my 16 year old son use benzoyl peroxide", "llevo un año con retinol, sigo en verano?",
)


@pytest.mark.parametrize("text", FREE)
def test_neighbours_of_a_bar_stay_free(text):
    """Words close to those of a bar bar nothing."""
    decision = skinproof.ask(text).decision
    assert decision.direction != "unsafe"
    assert skinproof.ask(text).gathered.flags == ()


BEFORE = (
    "my mum has trouble swallowing since a stroke, can she have botox", "she's 88 and frail and has trouble swallowing, botox for lines?", "mi padre tiene dificultad para tragar desde un ictus, puede ponerse botox?", "cataract and blurry vision for years, is tear trough filler ok",
    "my skin is really pale and white, can I have ipl", "I'm fair, ginger with freckles, pale skin, is laser hair removal ok", "day after my shingles jab, peel on my face", "had sepsis in 2018, is microblading ok", "tooth abscess, on amoxicillin, lip filler on saturday?",
    "root canal abscess, antibiotics, filler?", "I have a fever, lip filler this afternoon, go?",
)
AFTER = (
    "elderly mum, trouble swallowing from her botox, is it ok", "trouble swallowing since my botox, stroke years ago, can I have more?", "blurry vision for years but worse since filler ok?", "my dad always had a bad eye, blurred vision after tear trough filler, safe?",
    "skin is white where they put the filler, is it ok?", "my skin is pale and white since the laser, is that ok", "white cold patch on my cheek, can i have IPL", "shingles blisters a day after my shingles vaccine, chemical peel?", "fever, day 2 of lip filler",
    "I have a fever, lip filler yesterday, go?", "fever and my lips are swollen, appointment monday", "I had filler on saturday and have a fever", "sepsis from my tattoo, is it ok to wait?",
)


@pytest.mark.parametrize("text", BEFORE)
def test_trouble_of_old_raises_no_alarm(text):
    """What somebody has or had before a treatment that is asked about is no sign after it."""
    assert [f for f in skinproof.ask(text).gathered.flags if f.level in {"emergency", "same_day"} and f.id != "tooth_abscess"] == []


@pytest.mark.parametrize("text", AFTER)
def test_the_same_words_after_it_do(text):
    """Told of a treatment that was had, or of now, the same words are a sign."""
    assert [f for f in skinproof.ask(text).gathered.flags if f.level in {"emergency", "same_day"}]
