"""Urgent messages and their calm twins by kind: dead skin, fits, self-harm, dye, gas, fake slimming shots, and what is only asked about."""

from __future__ import annotations

import pytest

import skinproof

NOW, TODAY, LATER, CALM = ("emergency",), ("same_day", "emergency"), ("soon", "routine", None), ("routine", None)
ORDER = (None, "routine", "soon", "same_day", "emergency")
LEVELS = [
    ("radiofrequency on my jaw five days ago left a charcoal coloured burn and I can't feel anything in the middle", TODAY),
    ("hifu burn on my cheek, centre is leathery and has no sensation", TODAY),
    ("laser burnt my upper lip, the burn is black in the middle and numb when i touch it", TODAY),
    ("brûlure après radiofréquence, le centre est noir et je ne sens rien quand je touche", TODAY),
    ("quemadura por radiofrecuencia en la papada, el centro esta negro y no siento nada ahi", TODAY),
    ("charcoal mask burned a little for a minute, now fine. can i use it with retinol?", CALM),
    ("jaw is a bit numb since rf yesterday, no burn, no blisters", LATER),
    ("my laser hair removal hurt like a burn for a second, then no feeling at all. normal?", CALM),
    ("numbing cream on both legs for laser, then my whole body twitched and i didnt respond to my husband", NOW),
    ("after the lidocaine shots for lipo my sister was twitching all over and not answering us", NOW),
    ("she had tumescent lipo this morning, her arms and legs jerked for a minute and she did not react", NOW),
    ("après la crème anesthésiante il s'est mis à trembler de tout le corps et ne répondait plus", NOW),
    ("tras la crema anestésica se puso a temblar todo el cuerpo y no respondía", NOW),
    ("my eyelid twitches since lip filler with lidocaine, only the lid", LATER),
    ("clinic not answering my messages about lidocaine cream prices", CALM),
    ("i keep cutting the spots out of my face on purpose, it's the only thing that calms me", NOW),
    ("been burning my arms on purpose since the filler went wrong", NOW),
    ("she cuts herself on purpose around her scars and wants to go deeper", NOW),
    ("je me coupe exprès autour de mes cicatrices d'acné et ce soir je veux aller plus profond", NOW),
    ("me corto a propósito alrededor de las cicatrices y esta noche quiero cortar más hondo", NOW),
    ("cut my fringe on purpose to hide my forehead acne, does that make it worse", CALM),
    ("tried five serums and i don't see the point of any of it, what actually works for pores?", CALM),
    ("can subcision go deeper on my acne scars? last one did little", CALM),
    ("started minocycline 3 weeks ago, whole body rash, puffy face and fever", TODAY),
    ("lamotrigine for a month and now a widespread rash and lumpy glands", TODAY),
    ("septrin for acne, day 12, fever and my face is swollen and glands are up", TODAY),
    ("sous minocycline depuis 3 semaines : fièvre, éruption étendue, visage gonflé, ganglions", TODAY),
    ("tres semanas con minociclina: fiebre, sarpullido por todo el cuerpo y cara hinchada", TODAY),
    ("minocycline two weeks, my acne is worse, few more spots on chin. purge?", CALM),
    ("bought skinny jabs off facebook, an hour after i was sweaty, shaking and couldn't think", NOW),
    ("fake ozempic pen from tiktok, im trembling and drenched in sweat", NOW),
    ("took a slimming injection a friend gave me and i'm confused and clammy", NOW),
    ("piqûre minceur achetée sur insta, je tremble, sueurs, je n'arrive plus à réfléchir", NOW),
    ("inyección para adelgazar de internet, temblores, sudores y casi me desmayo", NOW),
    ("on wegovy from my gp for a year, will my face sag and what helps?", CALM),
    ("shaking and sweating before my first botox, just nerves", CALM),
    ("oil injected in my bum at the gym, skin there went black and the pain is unbearable", NOW),
    ("glutathione shot in the buttock, black patch, agonising pain and he is confused now", NOW),
    ("b12 shot in my arm, skin turned black and I have terrible pain", NOW),
    ("injection de cortisone dans la fesse, la peau est noire et la douleur est insupportable", NOW),
    ("inyección en la nalga, piel negra y dolor insoportable", NOW),
    ("i have black skin, is steroid injection safe for my keloid?", CALM),
    ("lash lift solution got in my eye, it burns terribly and i see blurry", NOW),
    ("colle à cils dans l'œil, ça brûle et je vois flou", NOW),
    ("le produit du rehaussement de cils est entré dans mon œil, ça brûle énormément", NOW),
    ("se me metió el producto de las pestañas en el ojo, arde mucho y veo borroso", NOW),
    ("extension de cils demain, est-ce que ça abîme les yeux ?", CALM),
    ("paid 200 for lips yesterday, half my bottom lip is white, blotchy and it kills", NOW),
    ("nose is grey at the tip and really painful, doesn't go pink when pressed, they did it this morning", NOW),
    ("payé 300 € pour mes lèvres, la lèvre du haut est grise et très douloureuse", NOW),
    ("pagué 200 por los labios y el de arriba está gris y duele muchísimo", NOW),
    ("tca peel at home, skin went grey and the pain is unbearable", NOW),
    ("tinted my lashes and brows at home, both eyes nearly shut from swelling and weeping blisters", TODAY),
    ("two days after box dye my whole face is puffy and the scalp is oozing", TODAY),
    ("black henna on my hand blistered and my face is swollen", TODAY),
    ("teinture des sourcils hier, visage gonflé et cloques qui suintent", TODAY),
    ("me teñí las cejas y amanecí con la cara hinchada y ampollas", TODAY),
    ("dyed my hair yesterday, face swollen and i can't breathe", NOW),
    ("can i dye my brows before botox?", CALM),
    ("brazilian wax ripped skin and now there's a hot red painful lump in my groin and i have a fever", TODAY),
    ("waxed my armpit, skin tore, now huge tender boil and shivering", TODAY),
    ("épilation du maillot qui a arraché la peau, grosse boule chaude et douloureuse à l'aine, fièvre", TODAY),
    ("mixed bleach with my glycolic toner to clean brushes and i can't stop coughing, chest is burning", NOW),
    ("salon mixed bleach and vinegar, everyone is coughing and eyes streaming, i'm wheezing", NOW),
    ("mélange javel et vinaigre dans la salle de soin, je tousse et j'ai du mal à respirer", NOW),
    ("mezclé lejía con ácido para limpiar la camilla, no paro de toser y me cuesta respirar", NOW),
    ("can i mix bleach with water to clean my brushes?", CALM),
    ("bleaching cream mixed with moisturiser, is that fine?", CALM),
    ("How likely is necrosis with nose filler? booking for June and nervous", CALM),
    ("What are the odds of going blind from tear trough filler? I'm seeing a doctor next week to decide", CALM),
    ("how often does frostbite happen with coolsculpting", CALM),
    ("what's the burn risk with laser hair removal", CALM),
    ("¿Qué tan común es la oclusión vascular con relleno? Tengo cita en un mes", CALM),
    ("À quelle fréquence y a-t-il une nécrose après injection du nez ? J'ai rdv le mois prochain", CALM),
    ("How common is vascular occlusion? My lip has been white since filler an hour ago", NOW),
    ("whats the risk, i have frostbite on my belly from coolsculpting, blisters everywhere", TODAY),
    ("what would I do if my kid ever drank my toner? want a plan", CALM),
    ("If my daughter ever swallowed retinol what should I do, she's crawling soon", CALM),
    ("que faire si mon bébé avalait un jour ma crème ? je veux juste bien la ranger", CALM),
    ("¿qué hago si algún día mi hijo se traga una crema? solo quiero guardarla bien", CALM),
    ("my toddler swallowed my acid toner, what should I do", NOW),
    ("the cat licked lotion off my hand, is urea cream fine on skin?", CALM),
    ("my dog licked minoxidil off my arm", NOW),
    ("dog licked tretinoin cream off my face", NOW),
    ("laser tattoo removal, small blisters the first night, gone flat now and doesn't hurt. when is the next one?", CALM),
    ("tattoo removal: cluster of small painful blisters, spreading", TODAY),
    ("IPL yesterday, red like a sunburn, no blisters. normal?", CALM),
    ("después del ipl estoy como quemada del sol, sin ampollas ni dolor", CALM),
    ("peau rouge comme un coup de soleil depuis le laser d'hier, pas de cloques ni douleur", CALM),
    ("quemada por el sol con ampollas y fiebre después de la playa", TODAY),
    ("coup de soleil avec cloques et frissons après la plage", TODAY),
    ("Empiezo roacután y me preocupa la depresión, ahora estoy bien. ¿es frecuente?", CALM),
    ("Commence l'isotrétinoïne lundi, j'ai peur de la dépression, mon moral est bon. C'est fréquent ?", CALM),
    ("Empecé isotretinoína y tengo depresión, lloro todo el día", TODAY),
    ("lips filled yesterday, both swollen, small bruise, no pain, no colour change", CALM),
    ("filler in lips 2 days ago, puffy on both sides, not painful, pinks up when i press", CALM),
    ("lèvres injectées hier, gonflées, un bleu, pas de douleur ni changement de couleur", CALM),
    ("relleno de labios ayer, hinchados, sin dolor, sin cambio de color", CALM),
    ("day 2 lip filler, swollen, no pain but one side is white and doesn't pink up when pressed", NOW),
    ("kybella two days ago, chin swollen like they told me, can breathe and swallow fine", CALM),
    ("my heart pounds before every injection because i'm scared of needles, tips?", CALM),
    ("heart races when i see the needle, just nerves. will filler be ok?", CALM),
    ("mon coeur s'emballe avant chaque piqûre à cause du stress, des conseils pour le botox ?", CALM),
    ("heart racing and skipping since numbing cream", NOW),
    ("helix piercing is 6 months old with a bump, laser for the bump?", CALM),
    ("botox ok for the bump at 20 weeks?", CALM),
    ("what do i do if my lip goes white after filler? appointment tomorrow and i want to know beforehand", CALM),
    ("que faire si mes lèvres deviennent blanches après l'injection d'acide hyaluronique ? rdv vendredi", CALM),
    ("¿qué hago si los labios se ponen blancos después del relleno? tengo cita el viernes", CALM),
    ("my lip went white at my last filler and it is white again, appointment tomorrow what do i do if it goes grey", NOW),
    ("red like a sunburn after ipl and big blisters came up", TODAY),
    ("how common are blisters after ipl? mine came up yesterday, big ones on my cheek", TODAY),
    ("my dog ate the tube of moisturizer", NOW),
    ("what should i do if my toddler swallowed retinol, it happened 5 minutes ago", NOW),
    ("heart racing before each botox from nerves but today after the injection i can't breathe", NOW),
    ("I have black skin and the filler site on my cheek is grey, mottled and the pain is awful", NOW),
    ("worried about depression on accutane, i'm fine but cry every night and hate my face", TODAY),
    ("keratin treatment and bleach highlights mixed fine, any hair mask?", CALM),
    ("mixed niacinamide with my moisturiser and my cheeks burn a little", LATER),
    ("the tint on my brows came out too dark, how to fade it?", CALM),
    ("is it normal that my tinted brows itch a little?", LATER),
    ("on insulin for diabetes, can i have filler?", CALM),
    ("shots in the glutes of sculptra for volume, worth it?", CALM),
    ("paid 500 for lips and they look lumpy two weeks on", LATER),
    ("paid a lot for cheeks and i'm bruised yellow, no pain", CALM),
    ("acne scars subcision: they cut under the skin on purpose, does it hurt?", CALM),
    ("dermaplaning: i cut my chin a bit, not on purpose. keep going?", LATER),
    ("lash glue allergy? lids a bit itchy two days after extensions", LATER),
]
FIRST = [
    ("i keep cutting the spots out of my face on purpose, it's the only thing that calms me", "suicidal"),
    ("been burning my arms on purpose since the filler went wrong", "suicidal"),
    ("she cuts herself on purpose around her scars and wants to go deeper", "suicidal_other"),
    ("je me coupe exprès autour de mes cicatrices d'acné et ce soir je veux aller plus profond", "suicidal"),
    ("me corto a propósito alrededor de las cicatrices y esta noche quiero cortar más hondo", "suicidal"),
    ("started minocycline 3 weeks ago, whole body rash, puffy face and fever", "medicine_rash_with_fever"),
    ("lamotrigine for a month and now a widespread rash and lumpy glands", "medicine_rash_with_fever"),
    ("sous minocycline depuis 3 semaines : fièvre, éruption étendue, visage gonflé, ganglions", "medicine_rash_of_many_organs"),
    ("bought skinny jabs off facebook, an hour after i was sweaty, shaking and couldn't think", "low_blood_sugar"),
    ("fake ozempic pen from tiktok, im trembling and drenched in sweat", "low_blood_sugar"),
    ("took a slimming injection a friend gave me and i'm confused and clammy", "low_blood_sugar"),
    ("piqûre minceur achetée sur insta, je tremble, sueurs, je n'arrive plus à réfléchir", "low_blood_sugar"),
    ("inyección para adelgazar de internet, temblores, sudores y casi me desmayo", "low_blood_sugar"),
    ("tinted my lashes and brows at home, both eyes nearly shut from swelling and weeping blisters", "dye_allergy"),
    ("two days after box dye my whole face is puffy and the scalp is oozing", "dye_allergy"),
    ("black henna on my hand blistered and my face is swollen", "dye_allergy"),
    ("teinture des sourcils hier, visage gonflé et cloques qui suintent", "dye_allergy"),
    ("me teñí las cejas y amanecí con la cara hinchada y ampollas", "dye_allergy"),
    ("dyed my hair yesterday, face swollen and i can't breathe", "anaphylaxis"),
    ("mixed bleach with my glycolic toner to clean brushes and i can't stop coughing, chest is burning", "gas_breathed_in"),
    ("salon mixed bleach and vinegar, everyone is coughing and eyes streaming, i'm wheezing", "gas_breathed_in"),
    ("mélange javel et vinaigre dans la salle de soin, je tousse et j'ai du mal à respirer", "gas_breathed_in"),
    ("mezclé lejía con ácido para limpiar la camilla, no paro de toser y me cuesta respirar", "gas_breathed_in"),
    ("my toddler swallowed my acid toner, what should I do", "swallowed"),
    ("my dog licked minoxidil off my arm", "swallowed"),
    ("dog licked tretinoin cream off my face", "swallowed"),
    ("my dog ate the tube of moisturizer", "swallowed"),
    ("what should i do if my toddler swallowed retinol, it happened 5 minutes ago", "swallowed"),
]
NO_ACID = [
    "paid 200 for lips yesterday, half my bottom lip is white, blotchy and it kills",
    "nose is grey at the tip and really painful, doesn't go pink when pressed, they did it this morning",
    "payé 300 € pour mes lèvres, la lèvre du haut est grise et très douloureuse",
    "pagué 200 por los labios y el de arriba está gris y duele muchísimo",
    "brazilian wax ripped skin and now there's a hot red painful lump in my groin and i have a fever",
    "waxed my armpit, skin tore, now huge tender boil and shivering",
    "épilation du maillot qui a arraché la peau, grosse boule chaude et douloureuse à l'aine, fièvre",
]
IF_IT_COMES = [
    "what do i do if my lip goes white after filler? appointment tomorrow and i want to know beforehand",
    "que faire si mes lèvres deviennent blanches après l'injection d'acide hyaluronique ? rdv vendredi",
    "¿qué hago si los labios se ponen blancos después del relleno? tengo cita el viernes",
]


@pytest.mark.parametrize(("question", "levels"), LEVELS)
def test_each_kind_and_its_twin(question, levels):
    """What is urgent is told as urgent, and what is only asked, past or usual is not."""
    raised = [flag.level for flag in skinproof.ask(question).gathered.flags]
    assert max(raised, key=ORDER.index, default=None) in levels


@pytest.mark.parametrize(("question", "flag"), FIRST)
def test_the_right_reason_comes_first(question, flag):
    """Swelling after a dye is an allergy, coughing over bleach a gas, shaking after a slimming shot low sugar."""
    assert [f.id for f in skinproof.ask(question).gathered.flags][:1] == [flag]


@pytest.mark.parametrize("question", NO_ACID)
def test_no_acid_where_none_was_told(question):
    """A grey lip that was paid for and an abscess after wax are no acid burns."""
    assert [f.id for f in skinproof.ask(question).gathered.flags][:1] != ["chemical_burn_severe"]


@pytest.mark.parametrize("question", IF_IT_COMES)
def test_what_to_do_if_it_comes(question):
    """Who asks beforehand what to do about white lips is told the signs and where to go."""
    assert skinproof.ask(question).decision.because == "practice:danger_signs_filler"


def test_the_bump_of_a_piercing():
    """The bump of a piercing is no pregnancy; a bump at 20 weeks is one."""
    assert "pregnancy" not in skinproof.ask("helix piercing is 6 months old with a bump, laser for the bump?").case.person.conditions
    assert "pregnancy" in skinproof.ask("botox ok for the bump at 20 weeks?").case.person.conditions
