"""Signs that were read of, heard of or seen in others, and are not told of oneself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from skinproof.catalogue.pattern import Match
from skinproof.catalogue.text import END, opening
from skinproof.question.now_and_own import HAPPENING, LASTS, OWN

_REPORTS = frozenset(
    "warning warnings article study studies reddit news report reports headlines read influencer influencers celebrity celeb actress documentary video videos headline podcast horror stories mail star tweet noticias noticia articulo folleto prospecto reportaje leyo lei foro reels vi infos".split()
)
_CANNOT = frozenset("cant cannot couldnt hardly barely to".split())  # "can't read properly" tells of eyes, not of news
_HALF = frozenset("only half".split())  # "I read only half the words"
_HEARING = {("heard", "of"), ("heard", "about"), ("heard", "that"), ("heard", "people"), ("heard", "it"), ("heard", "you")}


def read_about(match: Match, text: Sequence[str]) -> bool:
    """"Then I read the FDA put a warning out about fat loss": what is read of is not what one has; of a place that used needles again one mostly reads."""
    if match.owner == "sign:reused_at_a_place":
        return False
    start = opening(text, match.start) - 1
    told = text[start + 1 : match.end]
    place = max((n for n, w in enumerate(told) if (w in _REPORTS and not (w == "read" and (_CANNOT & set(told[max(0, n - 1) : n]) or _HALF & set(told[n + 1 : n + 2])))) or (w, *told[n + 1 : n + 2]) in _HEARING), default=None)
    return place is not None and not (OWN | HAPPENING) & set(told[place:])


_SOMEBODY = frozenset("woman lady girl guy man someone somebody person people patient celebrity influencer model".split())
_SEEN_IN = frozenset("group forum news feed tiktok facebook fb instagram insta reddit article magazine class chat".split())
_IF_IT_DOES = {("if", "it"), ("if", "this"), ("if", "that")}


def _of_one_heard_of(match: Match, text: Sequence[str]) -> bool:
    """"It went wrong for a woman in my group, she went blind. If it happens, can they fix it": nobody here has it."""
    before = text[max(0, match.start - 30) : match.start]
    place = next((n for n, w in enumerate(before[:-1]) if w in _SOMEBODY and _SEEN_IN & set(before[n + 1 : n + 5])), None)
    return place is not None and bool(_IF_IT_DOES & set(pairwise(text))) and not {"i", "im", "ive", "me"} & set(before[place:])


_PEOPLE = frozenset("friend friends sister cousin colleague coworker neighbour neighbor mum mom aunt mate".split())
_HAD_IT = {("amie", "a"), ("ami", "a"), ("copine", "a"), ("voisine", "a")}
_URGENT_FOR_ANYBODY = frozenset({"sign:trouble_breathing", "sign:throat_tongue_swelling", "sign:suicidal_self_harm", "sign:vision_loss"})


def befell_another(match: Match, text: Sequence[str]) -> bool:
    """"My friend's face blew up after hers", told beside one's own plans, befell the friend, some time ago."""
    before = text[max(0, match.start - 2) : match.start]
    inside = text[match.start : match.end + 3]
    if match.owner == "sign:eyelid_droop" and _HAD_IT & set(pairwise(text[max(0, match.start - 4) : match.start])):
        return True  # "une amie a eu un oeil qui tombe"
    plans = bool({"booked", "getting", "having", "planning", "thinking", "save", "considering", "worth", "scared"} & set(text)) and "now" not in text
    return plans and bool(_PEOPLE & {w.removesuffix("s") for w in before} | _PEOPLE & set(before)) and "hers" in inside and match.owner not in _URGENT_FOR_ANYBODY


_ACQUAINTED = _PEOPLE | frozenset("girl lady woman guy sister brother mother amie ami copine soeur voisine collegue amiga amigo prima hermana vecina conocida".split())
_IS_IT_REAL = ("is that real", "is this real", "is it real", "is that a real thing", "is this a real thing", "is that a thing", "is this a thing", "is that even", "does that happen", "does this happen", "does that really happen", "can that happen", "can this happen", "can that really happen",
    "is that common", "is this common", "how common", "is that true", "is it true", "is this true", "how often", "c est vrai", "est ce vrai", "ca arrive", "ca existe", "c est frequent", "eso pasa", "es verdad", "es cierto", "eso es real", "es frecuente", "es comun", "puede pasar")


def real_of_another(text: Sequence[str]) -> bool:
    """Tell whether it is asked if what befell another can be: "a girl I know went blind after filler, is that real".

    Args:
        text: its words.
    """
    said = " ".join(text)
    place = next((n for n, word in enumerate(text) if {word, word.removesuffix("s")} & _ACQUAINTED), None)
    asked = max((said.find(words) for words in _IS_IT_REAL), default=-1)
    if place is None or asked < 0:
        return False
    before = said[:asked].split()
    own = any(a in {"i", "ive", "im", "me"} and b not in _LEARNED for a, b in pairwise([*before, ""])) or any(a == "my" and not {b, b.removesuffix("s")} & _ACQUAINTED for a, b in pairwise(before))
    return place < len(before) and not own


_LEARNED = frozenset("know saw heard read".split())
_HELP = frozenset("she her he his them they".split())
_TO_DO = frozenset("do should go need help ayudar faire hacer".split())


def asked_of_a_friend(match: Match, text: Sequence[str]) -> bool:
    """"My friend lost fat in her face after it. Is that a real thing": told of another, and asked of what can be."""
    place = next((n for n in range(match.start) if {text[n], text[n].removesuffix("s")} & _ACQUAINTED), None)
    if place is None or match.owner in {"sign:trouble_breathing", "sign:throat_tongue_swelling", "sign:suicidal_self_harm", "sign:low_mood"} or not real_of_another(text):
        return False
    told = text[place + 1 : match.end]
    own = {"my", "ive", "im", "me"} & set(told) or ("i" in told and ("i", "know") not in pairwise(told))
    help_asked = any(a in _TO_DO and b in _HELP for a, b in pairwise(text)) or ("what" in text and "do" in text[-4:]) or {"hours", "minutes", "now", "right", "hospital", "heures", "horas", "ahora"} & set(text)
    return not own and not help_asked and not (HAPPENING - {"then"}) & set(text)


_WRITTEN = frozenset("novel screenplay script fanfic manuscript roman scenario novela guion".split())
_WRITING = frozenset("my a our in for mon un mi una para pour".split())
_SAID_OF_WRITING = frozenset({("i", "am"), ("i", "write"), ("i", "want"), ("i", "need")})


def _in_a_story(match: Match, text: Sequence[str]) -> bool:
    """"In my screenplay the heroine goes blind after filler, realistic?": it befalls nobody, where nothing of the writer is told."""
    if match.owner in LASTS or not _WRITTEN & set(text):
        return False
    rest = [w for pair in pairwise([*text, END]) if pair not in _SAID_OF_WRITING and not (pair[0] in _WRITING and pair[1] in _WRITTEN) for w in pair[:1]]
    return not (OWN - {"im"} | {"im"} & set(rest[3:]) | HAPPENING - {"then", "suddenly"}) & set(rest)


_HEARSAY = {("they", "say"), ("people", "say"), ("everyone", "says"), ("i", "hear"), ("i", "heard"), ("ive", "heard"), ("supposedly", END), ("reviews", "say")}


def only_heard(match: Match, text: Sequence[str]) -> bool:
    """"Hurts like hell, they say": told by others of others, and not "I hear voices"."""
    near = [*text[match.end : match.end + 4], END, END]
    return match.owner not in LASTS and bool(_HEARSAY & {(a, b) for a, b, c in zip(near, near[1:], near[2:], strict=False) if c not in {"voices", "things", "noises"}})


HEARD_OF: tuple[Callable[[Match, Sequence[str]], bool], ...] = (read_about, _of_one_heard_of, befell_another, asked_of_a_friend, only_heard, _in_a_story)
