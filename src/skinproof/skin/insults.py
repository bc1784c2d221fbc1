"""What each treatment does to skin, by treatment id, with the measured courses to set beside a forecast."""

from __future__ import annotations

from skinproof.errors import InputError
from skinproof.skin.insult import Ablation, Abrasion, Acid, Insult, MeasuredPoint, Needles

_SHORT_FACE = "Facial skin barrier recovery 2012, Dermatol Surg 38(11):1816-22, PMID 22882208"
_SASAKI = "Sasaki 2019, Aesthet Surg J Open Forum 1(3), PMID 33791612"
_WU = "Wu 2022, Dermatol Ther (Heidelb) 12(10):2371-2382, PMID 36129670"
_CRYSTALS = "Microdermabrasion of two half faces 2002, PMID 12030870"
_JET = "Kim 2016, Int J Cosmet Sci, doi 10.1111/ics.12307"
_ERBIUM = "Fractional Er:YSGG resurfacing of five faces 2012, J Drugs Dermatol 11(5):637-642"
_CO2 = "Kim 2013, J Skin Barrier Res 15(2):108"
_STAMP_HA = "Seok 2016, J Cosmet Dermatol 15(4):578-582, PMID 27401775"
_TAPES = "Skin preparation pads against tape 2017, Dermatol Ther, doi 10.1007/s13555-017-0193-2"
_CHEEK = "In vivo barrier challenge and long-term recovery in human facial skin (tape on cheeks, watched for 4 weeks)"
_MICE = "Jeong 2002, Korean J Dermatol 40(10):1181-1187: no significant rise of water loss in hairless mice"
_NO_DENSITY = "holes a cm2 are assumed; no source that was read gives them"


def _point(time_h: float, said: str, who: str, citation: str, ratio: float | None = None) -> MeasuredPoint:
    return MeasuredPoint(time_h=time_h, said=said, who=who, citation=citation, ratio=ratio)  # type: ignore[arg-type]


_SHORT_BACK = (_point(0, "raised", "face, 0.15 or 0.25 mm", _SHORT_FACE), _point(72, "back", "face, 0.15 or 0.25 mm", _SHORT_FACE))
_PEN_HALF = (_point(0, "raised", "10 people, 0.5 mm, six sites", _SASAKI), _point(48, "raised", "10 people, 0.5 mm, six sites, slightly", _SASAKI))
_PEN_LONG = (_point(0, "raised", "10 faces, 1.5 mm", _SASAKI), _point(48, "raised", "10 faces, 1.5 mm, the longest lasting", _SASAKI))


def _tapes(number: int) -> Insult:
    """A tape takes 7.6 % of what is left, so that ten of them raise water loss 2.2 times, as measured on excised skin."""
    abrasion = Abrasion(share_a_pass=0.076, spread=1.6, passes=number)
    return Insult(
        treatment="tape_stripping", variant=f"{number} tapes", abrasion=abrasion, sources=(_TAPES,), assumed="that each tape takes the same share, and the spread between tapes",
        measured=(_point(672, "back", "cheeks", _CHEEK),),
    )


def _pen(variant: str, length_um: float, measured: tuple[MeasuredPoint, ...]) -> Insult:
    needles = Needles(length_um=length_um, count=12, holes_per_cm2=200.0, holes_spread=1.6, insertion="motor")
    return Insult(treatment="microneedling", variant=variant, needles=needles, sources=(_SASAKI,), assumed=_NO_DENSITY, measured=measured)


def _roller(treatment: str, length_um: float, measured: tuple[MeasuredPoint, ...]) -> Insult:
    needles = Needles(length_um=length_um, count=12, holes_per_cm2=100.0, holes_spread=1.8, insertion="manual")
    return Insult(
        treatment=treatment, variant=f"{length_um / 1000.0:g} mm roller", needles=needles, sources=(_SHORT_FACE, "Kalluri 2011, PMID 21732220"), assumed=_NO_DENSITY,
        measured=measured,
    )


_ALL = (
    Insult(
        treatment="micro_infusion", variant="hollow stamp, 0.6 mm",
        needles=Needles(length_um=600.0, count=20, holes_per_cm2=60.0, holes_spread=1.8, insertion="manual", hollow=True),
        sources=("SowetanLIVE 2019 user report: 20 gold-plated channels", "RealSelf: a vial crowned with gold-plated needles"),
        assumed="0.6 mm is often stated and was found in no source; " + _NO_DENSITY, measured=(_point(0, "raised", "6 men, another stamp with hyaluronic acid", _STAMP_HA),),
    ),
    Insult(
        treatment="needle_stamp", variant="solid stamp, 0.5 mm",
        needles=Needles(length_um=500.0, count=20, holes_per_cm2=60.0, holes_spread=1.8, insertion="manual"),
        sources=("Kalluri 2011, PMID 21732220",), assumed="length, number and " + _NO_DENSITY, measured=_SHORT_BACK,
    ),
    Insult(
        treatment="nano_needling", variant="0.15 mm tips",
        needles=Needles(length_um=150.0, count=12, holes_per_cm2=150.0, holes_spread=1.8, insertion="manual"),
        sources=(_SHORT_FACE,), assumed=_NO_DENSITY, measured=_SHORT_BACK,
    ),
    _pen("1.5 mm pen", 1500.0, _PEN_LONG),
    _pen("1.0 mm pen", 1000.0, ()),
    _pen("0.5 mm pen", 500.0, _PEN_HALF),
    _roller("microneedling", 250.0, _SHORT_BACK),
    _roller("microneedling_home", 250.0, _SHORT_BACK),
    _roller("microneedling_home", 500.0, ()),
    Insult(
        treatment="rf_microneedling", variant="1.5 mm radiofrequency needles",
        needles=Needles(length_um=1500.0, count=25, holes_per_cm2=60.0, holes_spread=1.6, insertion="motor"), heat=True,
        sources=(_WU, _SASAKI), assumed=_NO_DENSITY, measured=(_point(0, "raised", "10 faces, 1.5 mm", _SASAKI), _point(24, "raised", "20 faces", _WU), _point(48, "raised", "10 faces, 1.5 mm", _SASAKI), _point(72, "raised", "20 faces", _WU), _point(168, "back", "20 faces", _WU)),
    ),
    Insult(
        treatment="microdermabrasion", variant="crystals or diamond tip", abrasion=Abrasion(share_a_pass=0.2, spread=1.6),
        sources=(_CRYSTALS, "Gill 2009, Eur J Pharm Sci, PMID 19559791: more passes remove more, to the whole horny layer"), assumed="the share that a pass takes",
        measured=(_point(24, "raised", "8 faces", _CRYSTALS), _point(168, "below", "8 faces", _CRYSTALS)),
    ),
    Insult(
        treatment="hydradermabrasion", variant="wet tip with a weak acid", abrasion=Abrasion(share_a_pass=0.06, spread=1.8, grit="medium"), acid=Acid(percent=4.0, ph=3.5),
        sources=(_JET,), assumed="the share that a pass takes, and the pH", measured=(_point(0.5, "raised", "13 women, jet with 4 % acid", _JET), _point(48, "back", "13 women, jet with 4 % acid", _JET)),
    ),
    Insult(
        treatment="peel_glycolic", variant="50 % at pH 2", acid=Acid(percent=50.0, ph=2.0),
        sources=("Glycolic acid peel review, PMC3875240: unbuffered solutions have pH 0.08 to 2.75", _MICE), assumed="the share that the acid takes",
    ),
    Insult(
        treatment="peel_salicylic", variant="30 % at pH 2", acid=Acid(percent=30.0, ph=2.0),
        sources=("Salicylic acid peel review 2015, doi 10.2147/CCID.S84765: it parts the cells of the horny layer", _MICE), assumed="strength, pH and the share that the acid takes",
    ),
    _tapes(10),
    _tapes(20),
    Insult(
        treatment="laser_ablative", variant="fractional", ablation=Ablation(share=0.10, spread=1.6), heat=True,
        sources=(_ERBIUM, _CO2), assumed="the share of the surface that is removed",
        measured=(_point(0, "raised", "29 inner arms", _CO2), _point(72, "ratio", "5 faces", _ERBIUM, ratio=2.0), _point(168, "back", "29 inner arms", _CO2), _point(672, "back", "5 faces, almost", _ERBIUM)),
    ),
)

INSULTS: dict[str, tuple[Insult, ...]] = {t: tuple(i for i in _ALL if i.treatment == t) for t in dict.fromkeys(i.treatment for i in _ALL)}
# Named after what is spread on needled skin: the needles alone make the holes.
HOLES_OF = {"exosomes": "microneedling", "needled_toxin": "microneedling", "stem_cell_media": "microneedling"}
NO_DATA = frozenset({"peel_deep", "peel_tca", "plasma_pen"})


def insult_of(treatment: str, variant: str | None = None) -> Insult:
    """Return what a treatment does to skin.

    Args:
        treatment: its id, such as `micro_infusion`.
        variant: a part of the variant's name, such as `0.25`; the first if not given.

    Raises:
        InputError: no facts, or no such variant.
    """
    if treatment in NO_DATA:
        raise InputError(f"No data: {treatment} goes deeper than any course that the model was set up on. Ask for the evidence instead: skinproof ask.")
    known = HOLES_OF.get(treatment, treatment)
    if known not in INSULTS:
        raise InputError(f"No data: what {treatment!r} does to the barrier is not recorded. Choose one of {', '.join(INSULTS)}.")
    found = [i for i in INSULTS[known] if variant is None or variant in i.variant]
    if not found:
        raise InputError(f"{treatment} has no variant {variant!r}. Choose one of {', '.join(i.variant for i in INSULTS[known])}.")
    return found[0]
