"""Dangers that are told in passing, obliquely or by another: heard, and their neighbours left alone."""

import pytest

import skinproof

_LEVELS = ("none", "routine", "soon", "same_day", "emergency")


def _urgent(question):
    told = skinproof.ask(question).to_dict().get("urgent") or {}
    return told.get("level", "none"), told.get("ids", [])


@pytest.mark.parametrize(("question", "flag"), [
    ("my two year old mustve swallowed some of my finasteride", "swallowed"),
    ("there are four dapsone tablets missing and my toddler was in the bathroom", "swallowed"),
    ("my boy has eaten my isotretinoin capsules", "swallowed"),
    ("toddler bit into a tube of numbing cream", "swallowed"),
    ("hes 18 months and theres salicylic gel all in his mouth", "swallowed"),
    ("ma fille de 3 ans a mangé deux de mes comprimés de spironolactone", "swallowed"),
    ("mi nieto de 2 años tenía el tubo de hidroquinona en la boca", "swallowed"),
    ("what is the lethal dose of isotretinoin", "suicidal"),
    ("how many accutane would it take", "suicidal"),
    ("quelle est la dose mortelle de roaccutane", "suicidal"),
    ("cuántas pastillas de isotretinoína hacen falta para morir", "suicidal"),
    ("if the laser doesn't work I have the tablets stashed", "suicidal"),
    ("the kids would have an easier life without me, is botox worth it", "suicidal"),
    ("j'ai donné mon chat à ma soeur, je n'en aurai plus besoin. quelle crème", "suicidal"),
    ("soon my skin won't be a problem for anybody", "suicidal"),
    ("razor lines on my forearm, my doing, from Sunday. silicone?", "self_harm"),
    ("new marks on my wrists from last night, which concealer, nobody can know", "self_harm"),
    ("c'est la seule chose qui me calme, les coupures sur mon bras. quel gel", "self_harm"),
    ("unas rayas en el muslo que me hice yo misma, gel de silicona?", "self_harm"),
    ("baby of three weeks feels cold and has spots with fluid", "ill_newborn"),
    ("my three-week-old has a blister and is cold", "ill_newborn"),
    ("popped a zit on my lip and now my eyelid is swollen with a banging headache", "infection_behind_the_eye"),
    ("j'ai percé un furoncle dans le nez, maintenant la paupière est gonflée et mal à la tête", "infection_behind_the_eye"),
    ("me reventé un grano en la nariz y ahora tengo el párpado hinchado y dolor de cabeza", "infection_behind_the_eye"),
    ("laser yesterday, skin on my cheek is dusky, unbearable pain, I feel confused", "flesh_infection"),
    ("he had his hands round my throat last night, concealer for the marks?", "strangled"),
    ("vomiting blood on doxycycline", "blood_vomited"),
    ("my toddler has eczema, little blisters all over and is limp", "eczema_herpeticum"),
])
def test_oblique_danger_is_heard(question, flag):
    """A danger told in passing raises its own flag, and not only unease."""
    level, ids = _urgent(question)
    assert flag in ids
    assert _LEVELS.index(level) >= _LEVELS.index("same_day")


@pytest.mark.parametrize(("question", "flag", "level"), [
    ("my boyfriend slapped me and my lip is split, filler next week?", "hurt_by_somebody", "same_day"),
    ("mon mari m'a frappée, comment cacher un bleu sous l'oeil", "hurt_by_somebody", "same_day"),
    ("mi marido me pegó, qué corrector tapa el moratón", "hurt_by_somebody", "same_day"),
    ("5 weeks after fat jabs to my chin, red lumps that burst", "oozing_lumps", "soon"),
    ("black sticky poo since doxycycline", "bleeding_of_the_gut", "same_day"),
    ("me sale sangre en las heces desde que tomo roacutan", "isotretinoin_belly", "same_day"),
    ("zona sur le front et au bout du nez, je garde mon rdv botox ?", "blisters_at_the_eye", "same_day"),
    ("i am eight weeks gone and took my cousin's accutane", "pregnant_on_isotretinoin", "same_day"),
    ("on spironolactone and the test came back positive", "pregnant_on_spironolactone", "soon"),
    ("after kybella my mouth is crooked when I smile", "nerve_trouble_after_energy", "same_day"),
    ("lemon bottle lumps on my belly are weeping", "oozing_lumps", "same_day"),
    ("my wife found a dark mole on my back that wasn't there in summer", "changing_mole", "soon"),
    ("une tache noire est apparue derrière l'oreille de mon mari", "changing_mole", "soon"),
    ("a mi padre le ha salido una mancha negra en el cuero cabelludo", "changing_mole", "soon"),
    ("costra en el labio que sangra desde hace meses", "sore_that_does_not_heal", "soon"),
    ("a horn is growing on my lower lip", "changing_spot_called_harmless", "soon"),
])
def test_told_trouble_has_its_level(question, flag, level):
    """Trouble told sideways raises its flag at its own level."""
    assert flag in _urgent(question)[1]
    assert _urgent(question)[0] == level


@pytest.mark.parametrize("question", [
    "my daughter has had minocycline for acne for six months, is that ok",
    "my 16 year old son has taken his isotretinoin without food, is that ok",
    "my boy has had accutane and his acne is gone, what now",
    "how many tablets of isotretinoin do i take",
    "lethal dose of lidocaine cream on legs?",
    "I've got my antibiotic tablets ready for after the laser",
    "I've put my skincare things in order, which first?",
    "the party went fine without me after my peel, when can I go out",
    "silicone is the only thing that helps my scars, is more better?",
    "I did my microneedling myself, fine lines on my thighs, serum?",
    "cuts on my legs from shaving, did it myself in a hurry, what cream",
    "my 3 week old tattoo has a blister",
    "since the new baby I have melasma, blisters from new shoes",
    "popped a spot on my nose, it is a bit red, what do I put on",
    "purple bruise on my cheek after filler, confused about arnica or not",
    "my husband hit me with the idea of botox",
    "my poo is black on iron tablets, can I take zinc for acne",
    "shingles last year on my eyelid, can I have botox",
    "dark spots appeared after acne, which serum",
    "un bouton noir sur le nez, comment l'enlever",
    "puntos negros nuevos en la nariz, qué uso",
    "acne lumps that ooze, adapalene?",
    "my smile was always crooked, can botox fix it",
    "my friend takes my sister's accutane and I'm pregnant, retinol?",
])
def test_everyday_neighbours_are_left_alone(question):
    """What merely shares the words of a danger is no alarm."""
    assert _urgent(question)[0] == "none"


def test_a_mark_after_an_ingrown_hair_is_no_sign_by_name():
    """No sign is known by name; the reader of words alone may ask for a look within days, as for any new dark mark."""
    flags = skinproof.ask("black mark after ingrown hair wasn't there last month").gathered.flags
    assert {f.id for f in flags} <= {"sounds_alarming"}


@pytest.mark.parametrize("question", [
    "I was suicidal ten years ago, all well since. Can I take isotretinoin?",
    "I tried to kill myself at 19, I'm 40 and happy. Is isotretinoin an option?",
    "self-harm scars from my teens, long over that. Does laser help and who's kind about it?",
    "scars from cutting when I was a teenager, recovered. what fades them",
    "my cat once ate my moisturiser. which one for dry skin?",
    "years ago my toddler ate some toothpaste; which SPF for her now, she's nine?",
    "my son drank sunscreen as a toddler, he's 12 now and fine. which spf for sport?",
    "what should I do IF my child swallowed some toner? just planning first aid box",
    "in my screenplay the heroine goes blind after filler, realistic?",
    "I feel like death warmed up with this cold, can I have my hydrafacial?",
])
def test_what_is_long_over_is_quiet(question):
    """What is told as long over, of a story, a pet of once or a cold is no alarm."""
    assert _urgent(question)[0] == "none"


@pytest.mark.parametrize(("question", "flag"), [
    ("I was suicidal ten years ago, all well since, but last night I counted my pills", "suicidal"),
    ("I was suicidal in my twenties and it is back. isotretinoin?", "suicidal"),
    ("self-harm scars from my teens, long over, though I cut again on Sunday. laser?", "suicidal"),
    ("I used to self-harm as a teen and I get urges. scar treatment?", "suicidal"),
    ("I'm 17 and used to self-harm as a teen, scars, which laser?", "suicidal"),
    ("I tried to kill myself at 19, I'm 20 and happy. isotretinoin?", "suicidal"),
    ("my dog ate my minoxidil, he once ate chocolate too", "swallowed"),
    ("my toddler ate the cream I bought years ago", "swallowed"),
    ("what should I do if my child swallowed toner, she is drooling", "swallowed"),
    ("was writing my novel when my eye went blind after filler", "sight_after_injection"),
    ("I'm a script writer and my lip is white and cold after filler", "blocked_vessel"),
    ("feel like death since my tattoo went red", "infection_in_other_words"),
])
def test_calm_words_hide_no_danger(question, flag):
    """The same calming words beside a danger of now take nothing from it."""
    assert flag in _urgent(question)[1]


@pytest.mark.parametrize("question", ["Ten years post breast cancer, discharged. Is retinol ok?", "I am 12 years clear of cancer. retinol?", "eleven years after my divorce, is retinol ok?", "I'm twelve years sober, is tretinoin ok?", "12 years of smoking, retinol?"])
def test_spans_of_years_are_no_age(question):
    """Years since something are not the age of a child."""
    assert skinproof.ask(question).to_dict()["bottom_line"]["direction"] != "unsafe"


@pytest.mark.parametrize("question", ["I'm 12 and want retinol", "12 years, want retinol", "she is 11 years old with acne, retinol?"])
def test_children_stay_children_beside_it(question):
    """An age is still one."""
    assert skinproof.ask(question).to_dict()["bottom_line"]["direction"] == "unsafe"


@pytest.mark.parametrize(("question", "word"), [
    ("nursing student here, what are the signs of lidocaine toxicity?", "nursing"),
    ("my allergist says I'm NOT allergic to lidocaine after all. numbing cream ok?", "because of an allergy"),
    ("I've no new moles. Is IPL safe for me?", "should be looked at first"),
    ("my granddad had a stroke. am I ok for botox?", "disease of the nerves"),
])
def test_what_is_not_so_bars_nothing(question, word):
    """What is denied, a grandfather's or a job is no state of the asker."""
    assert word not in " ".join(skinproof.ask(question).to_text().split()[:60])
