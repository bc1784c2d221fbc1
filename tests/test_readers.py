"""The readers of words: of alarm where no sign is known by name, and of wordings where nothing is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import skinproof
from skinproof import api
from skinproof.catalogue.facts import read_facts
from skinproof.catalogue.text import words
from skinproof.question.alarm import alarm
from skinproof.question.linear import features
from skinproof.question.wording import likest, stems
from training import data


@pytest.fixture(scope="module")
def facts():
    return read_facts()


def test_what_was_learned_is_of_this_data(facts):
    """Changed messages, questions or wordings ask for a new training: python -m training.train, and python -m training.beliefs."""
    for language, learned in facts.alarming.items():
        assert learned.trained_on == data.fingerprint(data.messages(language))
    assert facts.wordings.trained_on == data.fingerprint(data.wordings())
    assert facts.answers.trained_on == data.fingerprint([data.questions(), data.first_readings()])
    assert facts.likeness.trained_on == data.fingerprint(data.questions())


def test_every_wording_says_what_it_means(facts):
    assert set(facts.wordings.labels) == set(facts.meanings) == set(data.wordings())


@given(st.text(max_size=300))
def test_any_text_gets_a_probability(text):
    known = api.knowledge().vocabulary
    for language in ("en", "fr", "es"):
        assert 0 <= alarm(words(text), known.alarming(language)) <= 1
    known.meant(words(text))


@given(st.permutations(["my", "cheek", "went", "black", "after", "filler"]))
def test_single_words_count_in_any_order(order):
    """Of two orders of the same words, only pairs of neighbours differ."""
    assert {f for f in features(order) if " " not in f} == set(order)
    assert stems(order) == stems(sorted(order))


ALARMING = (
    "had threads on friday and the cheek is now fat and hot like a brick from the oven, i keep shivering, is that the collagen waking up",
    "my aunt used a cream to fade her spots, now she trembles so much she cannot hold a cup and forgets our names",
    "since the peel on my back my ears buzz, i breathe fast and i threw up twice, do i put vaseline",
    "nurse did my nose at noon and since two the tip is pale and then went like a plum, it stings badly, do i ice it",
)
ALARMING_ELSEWHERE = (
    "depuis mon injection au menton ce midi, la peau au dessus est toute blanche avec des petits dessins violets et ca lance, je mets de l'arnica ou j'attends lundi",
    "J'ai eu le botox dans le cou il y a cinq jours, depuis hier la viande ne descend plus et ma voix est toute bizarre, c'est normal ?",
    "mi hija se puso la crema de lidocaina en las dos piernas envuelta en film y ahora está muy dormida, con los labios azulados y le tiemblan las manos",
    "hace dos dias me inyectaron biopolimeros en la cola y desde anoche me falta el aire al caminar y toso con un poco de sangre",
)
CALM_ELSEWHERE = (
    "est-ce que le microneedling fait vraiment quelque chose sur les cicatrices d'acné ou c'est juste cher pour rien",
    "j'ai la peau qui pèle un peu trois jours après mon peeling à la mandarine, ma copine dit que c'est normal",
    "cuánto tiempo tengo que esperar entre una sesión de láser y otra para las axilas, la chica me dijo cuatro semanas",
    "qué me recomiendan para las ojeras, soy de piel morena y duermo poco por el trabajo",
    "que laser sirve para las manchas del pecho, tengo 60 y tomo pastillas para la presion",
)
CALM = (
    "i nearly died laughing at my own reflection after the enzyme peel, any cheaper brands",
    "does the black mask peel off blackheads or just hair",
    "my bank account is bleeding from all these serums, which one can i drop",
    "three years ago a wax burned me a little, all healed with no mark, is threading gentler",
    "fraxel or ipl for the sun spots on my chest, I'm 61 and on blood pressure tablets",
)


@pytest.mark.parametrize("message", [*ALARMING, *ALARMING_ELSEWHERE])
def test_alarming_messages_are_raised(message):
    assert [f for f in skinproof.ask(message).gathered.flags if f.level != "routine"]


@pytest.mark.parametrize("message", [*CALM, *CALM_ELSEWHERE])
def test_calm_messages_are_not(message):
    assert not [f for f in skinproof.ask(message).gathered.flags if f.level != "routine"]


@pytest.mark.parametrize("message", ["pressure in my chest since the peel and my blood pressure is high", "my chest hurts since the injection, I am on blood pressure tablets", "me duele el pecho desde la inyeccion y tomo pastillas para la presion"])
def test_blood_pressure_does_not_quiet_a_chest(message):
    assert "emergency" in [f.level for f in skinproof.ask(message).gathered.flags]


@pytest.mark.parametrize("language", ["fr", "es"])
def test_emergencies_in_other_languages_are_due_today(language):
    """Of messages written in French and in Spanish nine in ten emergencies are due today, and at most one in twelve others."""
    told = [(skinproof.ask(text).gathered.flags, urgent) for name, text, urgent, _ in data.messages(language) if name == f"alarm_{language}"]
    today = [(any(f.level in {"same_day", "emergency"} for f in flags), urgent) for flags, urgent in told]
    found, others = [due for due, urgent in today if urgent], [due for due, urgent in today if not urgent]
    assert len(found) == 50
    assert sum(found) / len(found) >= 0.9
    assert sum(others) / len(others) <= 1 / 12


def test_words_alone_are_the_last_resort():
    """Where a sign is known by name the reader is silent, and where it speaks it says how little it knows."""
    named = skinproof.ask("lip filler two hours ago and my lip is white and cold and hurts like hell")
    assert "sounds_alarming" not in [f.id for f in named.gathered.flags]
    read = [skinproof.ask(text) for name, text, urgent, _ in data.messages() if urgent and name == "alarm_a"]
    assert all("We know none of the warning signs by name" in a.to_text().replace("\n", " ") for a in read if [f.id for f in a.gathered.flags] == ["sounds_alarming"])
    assert any([f.id for f in a.gathered.flags] == ["sounds_alarming"] for a in read)


@pytest.mark.parametrize(("question", "goals", "treatments"), [
    ("every shirt is soaked by nine in the morning and roll on does nothing, what else is there", ["sweating"], []),
    ("the machine with cold paddles that sucks up my belly roll and numbs it, do the rolls come back", [], ["cryolipolysis"]),
])
def test_what_is_told_without_its_name_is_read_and_said(question, goals, treatments):
    answer = skinproof.ask(question)
    assert list(answer.case.goals) == goals
    assert list(answer.case.treatments) == treatments
    assert "named nothing that we know by name" in answer.to_text().replace("\n", " ")


def test_other_subjects_stay_unread():
    assert likest(words("which gearbox oil fits my old tractor and where do I pour it in"), read_facts().wordings)[0] == "not_ours" or skinproof.ask(
        "which gearbox oil fits my old tractor and where do I pour it in").status != "answered"


@pytest.mark.parametrize("message", [
    "me hicieron la depilacion laser ayer y tengo la piel roja con puntitos, es normal?",
    "on m'a fait une épilation laser hier et j'ai la peau rouge avec des petits boutons, c'est normal ?",
])
def test_what_was_done_yesterday_is_asked_about_and_not_planned(message):
    assert skinproof.ask(message).decision.because == "aftermath:hair_red_bumps"
