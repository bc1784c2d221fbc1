"""What somebody does not want is left out, and a way without it is told."""

import pytest

import skinproof

WITHOUT = [
    ("forehead wrinkles without botox, what helps", "botulinum_lines"), ("other than minoxidil what can I use for hair loss", "minoxidil"), ("I don't want retinol, what else for fine lines", "retinol"),
    ("pitted acne scars with no microneedling, options?", "microneedling"), ("rides du front sans botox", "botulinum_lines"), ("melasma sin hidroquinona, qué puedo usar", "hydroquinone"),
    ("quelque chose contre l'acné autre que le roaccutane", "isotretinoin_oral"), ("brown spots, anything but lasers?", "pico_laser"), ("double chin without surgery or kybella", "deoxycholic_acid"),
]
STILL_ASKED = [
    ("is retinol without sunscreen ok", "retinol"), ("microneedling with or without prp", "microneedling"), ("will my acne come back without spironolactone", "spironolactone"), ("is botox worth it or not", "botulinum_lines"),
    ("how long does hair last without minoxidil", "minoxidil"), ("can you not use niacinamide with vitamin c", "niacinamide"), ("why not botox in pregnancy", "botulinum_lines"), ("retinol not working for wrinkles", "retinol"),
]


@pytest.mark.parametrize(("question", "shunned"), WITHOUT)
def test_way_without_it_is_told(question, shunned):
    """It is neither judged nor offered, in the first line or below as what is better tested."""
    answer = skinproof.ask(question)
    assert shunned in answer.case.left_out
    assert shunned not in {t.id for t in answer.treatments} | {r.treatment for r in answer.gathered.rows} | set(answer.alternatives)
    assert answer.case.goals


@pytest.mark.parametrize(("question", "asked"), STILL_ASKED)
def test_what_comes_of_leaving_it_out_is_asked_of_it(question, asked):
    """A "without" that asks what happens, or of something beside it, leaves nothing out."""
    answer = skinproof.ask(question)
    assert asked in answer.case.treatments
    assert not answer.case.left_out
