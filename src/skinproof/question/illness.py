"""An illness that somebody names and that the lexicon does not know: silence of the rules is then no comfort."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

from skinproof.catalogue.lexicon import Found
from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END, words
from skinproof.question.denial import denied
from skinproof.question.whose import somebody_elses

_ILL = r"[^\W\d_]+(?:itis|osis|emia|aemia|pathy|ite|emie|pathie|patia)"
_NAMED = r"(?:[^\W\d_]+[ -]){0,2}?[^\W\d_]+ (?:syndrome|disease|disorder)"
_CALLED = r"(?:a |an )?(?:condition|disease|illness|syndrome) called [^\W\d_]+"
_OF = r"(?:syndrome|sindrome|maladie|enfermedad) (?:de |d |du )?[^\W\d_]+"
_HAVE = r"(?:i|ive|we|she|he|my \w+) (?:have|has|had|got|also have)|i ?ve got|diagnosed with|suffer(?:s|ing)? from|living with|because of my|with my|tengo|tiene|padezco|sufro de|j ai|je souffre d|atteinte? d|mon|ma"
_HAVING = re.compile(rf"\b(?:{_HAVE}) (?:a |an |une? |una? |la |el |the |some |mild |severe )*(?P<ill>{_CALLED}|{_NAMED}|{_OF}|{_ILL})\b")
# Words of these endings that are no illness, or that say nothing of themselves.
_NO_ILLNESS = frozenset("homeopathy naturopathy nostalgia academia bohemia keratosis hyperhidrosis cellulitis dermatitis folliculitis tinea psoriasis ptosis telangiectasia lobotomy bromhidrosis melanosis diagnosis prognosis osmosis hypnosis mitosis visite suite site petite vite limite elite ptosis skin same this that any other rare autoimmune genetic".split())


def unknown_illness(question: str, knows: Callable[[str], bool]) -> str:
    """Return the first illness that a question names and whose words are not known, in plain words; "" if there is none.

    Args:
        question: as typed.
        knows: tells whether the lexicon knows a word.
    """
    plain = " ".join(w for w in words(question) if w != ".")
    for found in _HAVING.finditer(plain):
        told = re.sub(r"^(?:a |an )?(?:condition|disease|illness|syndrome) called ", "", found["ill"])
        strange = [w for w in told.split() if w not in _NO_ILLNESS and not knows(w) and w not in {"syndrome", "disease", "disorder", "sindrome", "maladie", "enfermedad", "de", "du", "d"}]
        if strange:
            return told
    return ""


# Illnesses, operations and events that no ending gives away; many words of them stand elsewhere in the lexicon.
_KNOWN_ILLS = (
    r"(?:ear|inner ear|throat|chest|kidney|bladder|urine|urinary|gum|tooth|dental|lung|blood|bone|yeast|viral|wound|c ?diff) infections?|bells palsy|cerebral palsy|\w+ palsy|facial (?:palsy|paralysis)|(?:trigeminal )?neuralgia"
    r"|lymph ?(?:nodes?|glands?)(?: (?:were|was|been))? (?:removed|taken|cleared|out)|lymph node (?:removal|clearance)|lymphoedema|lymphedema|(?:mitral|aortic|heart|tricuspid) valves?(?: (?:replacement|repair|surgery))?|valve replacement"
    r"|sickle cell(?: disease| anaemia| anemia| trait)?|thalass?aemia|thyroid eye disease|thyroid (?:disease|problems?|condition|nodules?)|(?:hyper|hypo)thyroid(?:ism)?|overactive thyroid|underactive thyroid"
    r"|raynauds?|raynoids|gout|hernias?|shingles(?! (?:vaccine|vaccination|jab|shot|booster))|pots syndrome|tourettes?|ehlers danlos|marfans?|mastocytosis|mcas|porphyria|g6pd|haemochromatosis|hemochromatosis|addisons?|cushings?|parkinsons?|dementia|alzheimers|huntingtons|cystic fibrosis"
    r"|asthma|copd|emphysema|tuberculosis|tb|hepatitis(?: [abc])?|lyme(?: disease)?|malaria|meningitis|sepsis|rheumatic fever|scarlet fever|glandular fever|long covid|aneurysms?|varicose veins|angina|migraines?"
    r"|kidney stones|gallstones|breast implants?|stoma|colostomy|ileostomy|feeding tube|shunt|vp shunt|corneal graft|graft versus host|skin graft|bone graft|hip replacement|knee replacement|(?:eye )?prosthesis|glass eye"
    r"|appendix(?: (?:operation|surgery|removed|out))?|appendicitis|gallbladder removed|spleen removed|tonsils (?:out|removed)|hysterectomy|mastectomy|lobectomy|bypass"
    r"|broken (?:nose|jaw|arm|leg|wrist|cheekbone|rib)|fractured? \w+|concussion|head injury|brain (?:tumou?r|injury|bleed|surgery)|spina bifida|scoliosis|osteoporosis|osteopenia"
    r"|(?:throat|blood|bone|brain|stomach|pancreatic|liver|pituitary|adrenal) (?:cancer|tumou?r)|leuka?emia|lymphoma|myeloma|benign tumou?r"
    r"|neurofibromatosis|tuberous sclerosis|ichthyosis|epidermolysis(?: bullosa)?|pemphigus|pemphigoid|hidradenitis(?: suppurativa)?|urticaria|angioedema|fibromyalgia|endometriosis|anaemia|anemia|lactose intoleran\w+|vertigo|menieres?|narcolepsy"
    r"|(?:blurry|blurred|poor|failing|weak) (?:vision|eyesight|sight)|(?:short of breath|breathless) on (?:the )?(?:stairs|hills|walking)|osteogenesis imperfecta|brittle bones?(?: disease)?|(?:no|without a|lost my) spleen|asplenia|asplenic|spina bifida|albinism|albino|xeroderma pigmentosum|pseudoxanthoma|cutis laxa|ectodermal dysplasia|schizophrenia|bipolar(?: disorder)?|psychosis"
    r"|(?:chronic |constant |frequent )?(?:dizziness|dizzy spells|fainting fits)|polycyth?aemia|thrombophilia|gilberts?(?: syndrome)?|wilsons disease|amyloidosis|sarcoidosis|vasculitis|arteritis|dermatomyositis|narcolepsy|cirrhosis"
    r"|sans rate|plus de rate|splenectomie|maladie des os de verre|albinisme|schizophrenie|bipolaire|vertiges?|mucoviscidose|amylose|sarcoidose|leucemie|lymphome|sclerose tubereuse"
    r"|sin bazo|huesos de cristal|albinismo|esquizofrenia|bipolar|mareos|vertigo|fibrosis quistica|amiloidosis|leucemia|linfoma|esclerosis tuberosa"
    r"|[^\W\d_]{4,} (?:syndrome|dystrophy|dysplasia|imperfecta|malformation|deficiency)|syndrome (?:de |d |du )[^\W\d_]{4,}|sindrome de [^\W\d_]{4,}|maladie de [^\W\d_]{4,}|enfermedad de [^\W\d_]{4,}"
    r"|(?:severe |chronic |bad )?dry eyes?(?: disease| syndrome)?|blepharitis|keratoconus|eye floaters|tmj|tmd|jaw joint (?:pain|problems?|disorder)|dermographism|dermatographi\w+|(?:trichotillo|dermatillo|onychotillo)mania|skin picking disorder"
    r"|secheresse oculaire|yeux secs|blepharite|keratocone|trichotillomanie|dermographisme|ojos? secos?|blefaritis|queratocono|tricotilomania|dermografismo"
    r"|hernie|asthme|drepanocytose|fibromyalgie|endometriose|paralysie de bell|otite|prothese de (?:hanche|genou)|ganglions (?:retires|enleves)|anevrisme|sclerodermie"
    r"|fibromialgia|culebrilla|asma|drepanocitosis|anemia falciforme|endometriosis|paralisis de bell|otitis|ganglios (?:extirpados|quitados)|aneurisma|valvula mitral|enfermedad tiroidea"
)
_ENDINGS = r"[^\W\d_]{3,}(?:itis|opathy|algia|oedema|edema|plegia|ectomy|otomy|ostomy|penia|uria|lymphoma|blastoma|sarcoma|ectomie|otomia|ectomia|mialgia)"
_MEDICINES = (
    r"ozempic|wegovy|mounjaro|semaglutide|tirzepatide|liraglutide|saxenda|zepbound|metformin|lithium|sertraline|zoloft|fluoxetine|prozac|citalopram|escitalopram|lexapro|cipralex|paroxetine|venlafaxine|effexor|duloxetine|cymbalta"
    r"|mirtazapine|bupropion|wellbutrin|amitriptyline|quetiapine|olanzapine|aripiprazole|antidepressants?|ssris?|snris?|antipsychotics?|statins?|atorvastatin|simvastatin|rosuvastatin|propranolol|beta blockers?"
    r"|bisoprolol|ramipril|lisinopril|losartan|candesartan|amlodipine|blood pressure (?:tablets|pills|meds|medicine|medication)|gabapentin|baclofen|lacosamide|pregabalin|lyrica|topiramate|valproate|carbamazepine|lamotrigine|keppra|levetiracetam|adderall|ritalin|vyvanse"
    r"|concerta|hydroxyurea|allopurinol|colchicine|omeprazole|montelukast|dupixent|dupilumab|testosterone|hrt|tramadol|oxycodone|methadone|suboxone|cannabis|marijuana|(?<=take )prep|(?<=taking )prep|truvada|descovy|levothyroxine|thyroxine|estrogen|oestrogen|estradiol|xanax|diazepam|valium|ketamine|viagra|sildenafil|antidepresseurs?|antidepresivos?|sertralina|metformine|metformina|litio"
)
_TERM = re.compile(rf"\b(?:{_KNOWN_ILLS}|{_MEDICINES}|{_ENDINGS})\b")
_IS_MEDICINE = re.compile(rf"(?:{_MEDICINES})")
# What is asked to be brought on, kept away or treated is not what somebody has.
_NOT_HAD = frozenset("cause causes causing caused give gives giving risk risks lead leads prevent prevents against treat treats treating help helps for cure cures trigger triggers called catch getting get pour para contre contra".split())
_OF_SUGAR = frozenset("metformin metformine metformina".split())
_THINNER = frozenset("lost lose losing loss dropped kg kilo kilos stone lbs pounds".split())
_READ_OF = frozenset({("people", "who"), ("someone", "who"), ("somebody", "who"), ("read", "about"), ("read", "of"), ("heard", "about"), ("heard", "of"), ("stories", "of"), ("stories", "about")})
_STORY = 12  # words
_PEOPLE = frozenset("patient patients sufferer sufferers people folks person survivor survivors".split())
_NAMED_ILL = re.compile(r"\b(?:history of|diagnosed with|diagnosis of|suffer(?:s|ing|ed)? (?:from|with)|recovering from|treated for|positive for|antecedents? d|antecedentes de|diagnostic\w+ (?:con|de)|atteinte? d) (?:a |an |my |the |severe |mild |chronic |active |e )*(?P<ill>[^\W\d_]{4,}(?: (?:disease|syndrome|disorder|infection))?)\b")


# A word that the lexicon has never seen where people name what they have or take: "I have X and", "with my X", "taking X".
_STRANGE = re.compile(
    r"\b(?:(?:i|we|also) have|ive got|i ve got|(?:she|he|mum|mom|dad|who) has|had an?) (?:an? |some |mild |severe |chronic |bad )*(?P<ill>[^\W\d_]{5,})(?= (?:\.|and|is|can|so|but|or|which|ok|okay|safe|from|since|in|would|should)|$)"
    r"|\b(?:safe|ok|okay|fine|allowed|possible) with (?:an? |my )?(?P<ill3>[^\W\d_]{6,})(?= \.|$)"
    r"|\b(?:with my|taking|takes|im on|i am on|hes on|shes on|history of) (?P<ill2>[^\W\d_]{5,})\b"
)
_ORDINARY_ENDINGS = ("ation", "ment", "ing", "ed", "ly", "able", "ful", "ness", "friend", "lord", "mate", "phone", "day", "days")


# Operations that bear on no treatment once they are old, and illnesses that pass. What is recent or planned is a condition of its own.
_OLD_OPERATIONS = frozenset("hysterectomy appendicitis appendix tonsils gallbladder appendectomy tonsillectomy cholecystectomy".split())
_PASSING = frozenset("shingles pneumonia concussion meningitis sepsis malaria gallstones lyme scarlet glandular broken fractured kidney pancreatitis bronchitis".split())
_YEARS = frozenset("years yrs decades".split())


def _is_behind(match: Match, named: str, text: Sequence[str]) -> bool:
    """"I had a hysterectomy", "shingles ten years ago": nothing that a rule could speak of now."""
    first, after = named.split(maxsplit=1)[0], text[match.end : match.end + 4]
    old = any(unit in _YEARS and ago in {"ago", "back"} for unit, ago in pairwise(after))
    had = bool({"had", "after", "since", "my"} & set(text[max(0, match.start - 3) : match.start]))
    return (first in _OLD_OPERATIONS and (had or old)) or (first in _PASSING and old and "disease" not in named)


_OF_THE_FACE = frozenset("botox dysport xeomin toxin lip lips filler fillers face forehead cheeks tretinoin retinol peel facial".split())
_OF_THE_CHEST = frozenset("chest breast cleavage decolletage armpit armpits hifu ultherapy rf radiofrequency cavitation coolsculpting".split())


def _far_off(named: str, text: Sequence[str]) -> bool:
    """"Breast implants, can I have botox": far from a face."""
    return named.startswith("breast implant") and bool(_OF_THE_FACE & set(text)) and not (_OF_THE_CHEST - {"breast"}) & set(text)


def _of_diabetes(named: str, held: Sequence[Match]) -> bool:
    """"Diabetes, on metformin" is one thing."""
    return named in _OF_SUGAR and any(m.owner.startswith("condition:diabetes") for m in held)


def is_medicine(named: str) -> bool:
    """Tell whether what was named is a medicine."""
    return _IS_MEDICINE.fullmatch(named) is not None


def unread_illness(text: Sequence[str], found: Found, *, about_other: bool, safety: bool, knows: Callable[[str], bool]) -> str:
    """Return the first illness, operation or medicine that a person tells of and that no condition, aim or name of the lexicon covers; "" if there is none.

    Args:
        text: plain words with sentence ends.
        found: what the lexicon found in it.
        about_other: whether somebody else is to be treated.
        safety: whether it is asked if things are safe or go together: only then medicines count.
        knows: tells whether the lexicon knows a word.
    """
    held = [m for m in found.phrases if m.owner.startswith(("condition:", "goal:")) and not m.owner.startswith("condition:recent_")] + list(found.names)
    joined = " ".join(text)
    for match, words_of in _terms(joined):
        before = [w for w in text[max(0, match.start - 4) : match.start] if w != END]
        after = text[match.end : match.end + 1]
        if any((m.start <= match.start and match.end <= m.end) or (m.end == match.start and m.owner.startswith("condition:")) for m in held) or words_of in _NO_ILLNESS:
            continue
        if (_NOT_HAD & set(before[-3:]) and not _PEOPLE & set(after)) or {"scar", "scars"} & set(after):
            continue
        if is_medicine(words_of) and (not safety or _THINNER & set(text)):
            continue  # "lost 30 kg on it, will this tighten my belly"
        if _of_diabetes(words_of, held) or _READ_OF & set(pairwise(text[max(0, match.start - _STORY) : match.start])):
            continue  # "I read about people who ended up with a feeding tube"
        if _is_behind(match, words_of, text) or _far_off(words_of, text):
            continue
        if denied(match, text) or (somebody_elses(match, text) and not about_other):
            continue
        return words_of
    for named in (*_NAMED_ILL.finditer(joined), *(_STRANGE.finditer(joined) if safety else ())):
        told = named["ill"] or named.groupdict().get("ill2") or named.groupdict().get("ill3") or ""
        if not knows(told.split()[0]) and not told.split()[-1].endswith(_ORDINARY_ENDINGS) and told not in _NO_ILLNESS and not any(m.start <= joined.count(" ", 0, named.start() + named.group().rindex(told)) < m.end for m in held):
            return told
    return ""


def illnesses_named(text: Sequence[str]) -> list[Match]:
    """Return where illnesses and operations stand that no ending gives away; no medicines.

    Args:
        text: plain words with sentence ends.
    """
    return [match for match, named in _terms(" ".join(text)) if not is_medicine(named) and named not in _NO_ILLNESS]


@lru_cache(maxsize=8)  # asked twice of one text
def _terms(joined: str) -> list[tuple[Match, str]]:
    spans = []
    for term in _TERM.finditer(joined):
        start = joined.count(" ", 0, term.start())
        spans.append((Match(owner="condition:unread", start=start, end=start + term.group().count(" ") + 1), term.group()))
    return spans
