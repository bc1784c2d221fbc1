"""Which of these: a line that tells the two apart, and none where a rule speaks against one."""

import pytest

import skinproof


@pytest.mark.parametrize(("question", "line"), [
    ("my friend says retinol is just as good as tretinoin, which one for wrinkles?", "Tretinoin is the stronger and better tested"),
    ("is bakuchiol a good swap for retinol while pregnant?", "What you told speaks against retinol."),
    ("ablative laser or peel for wrinkles?", "goes less deep than ablative laser resurfacing"),
])
def test_a_choice_is_told_in_a_line(question, line):
    """What was compared is told apart on the first screen."""
    text = " ".join(skinproof.ask(question).to_text().split("WHAT WAS UNDERSTOOD")[0].split())
    assert line in text


def test_no_choice_is_told_where_none_was_asked():
    """One treatment is not set against itself."""
    assert "better tested than" not in skinproof.ask("does tretinoin help wrinkles?").to_text()


@pytest.mark.parametrize(("text", "named"), [
    ("usual peel but this time 30%, what do i put on", True), ("my skin will peel after sunburn", False), ("my lips peel and crack", False), ("peel pads every night", False),
])
def test_bare_noun_names_the_family(text, named):
    """"A peel" is a treatment and "skin will peel" is none."""
    about = [line for line in skinproof.ask(text).to_text().splitlines() if "About: " in line]
    assert any("acid peel" in line for line in about) is named


@pytest.mark.parametrize(("question", "first"), [
    ("retinol or vitamin c for wrinkles", "For wrinkles, retinol is better tested than vitamin C (topical)."),
    ("Profhilo or sculptra?", "For wrinkles, "),
    ("hydrafacial or microdermabrasion for blackheads and glow", "For glow, "),
])
def test_a_comparison_opens_with_how_they_stand(question, first):
    assert " ".join(skinproof.ask(question).to_text(width=10_000).split()).startswith(first)


def test_what_has_no_study_is_named():
    """Of several things compared, each without a study is named with its nearest."""
    text = skinproof.ask("Is microneedling or a chemical peel better for acne scars?").to_text(width=10_000)
    assert "No study of salicylic acid peel for acne scars was found." in text
