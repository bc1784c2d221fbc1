"""Reports, cards and reference lists: what a stranger opens, on paper, in a browser or in a reference manager."""

from __future__ import annotations

import datetime as dt
import re
import sys
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import skinproof
from skinproof.answer.assemble import assemble
from skinproof.answer.render.bibliography import entry_of
from skinproof.answer.render.bibtex import as_bibtex
from skinproof.answer.render.card import card_of
from skinproof.answer.render.export import exported
from skinproof.answer.render.messages import messages_of
from skinproof.answer.render.report import report_of
from skinproof.answer.render.ris import as_ris
from skinproof.errors import InputError, MissingExtraError
from skinproof.evidence.study import Citation
from skinproof.faces.report_command import report as command
from skinproof.question.understand import understand
from tests.fakes import study

READER = (
    "im in my 50s, combo skin, on isotretinoin. Thinking about one of those Aqua Gold micro infusion facials where tiny needles push in a botox + HA + peptide mix. "
    "Does it really build collagen, shrink pores or cut oil?"
)
HOSTILE = 'does botox 中文 😀 $x$ #eval("1") @ref \\ <script>alert(1)</script> "q" help pores'
URGENT = "lips blanched white and blurry vision after filler an hour ago"
QUESTIONS = {
    "reader": READER, "hostile": HOSTILE, "urgent": URGENT, "goal first": "smaller pores, no needles", "pregnant": "i am pregnant, is retinol safe", "compare": "microneedling or glycolic peel or laser for scars",
    "long": "can i get microneedling " + "with a very long story " * 300,
}
WITHOUT_CARD = {"out of scope": "my dog has a rash", "not understood": "asdf qwer"}


def answer_to(knowledge, question):
    """Return the answer of the pack to a question."""
    case = understand(question, knowledge.vocabulary)
    return assemble(case, knowledge, as_of=dt.date(2026, 11, 1), language="en", catalogue=knowledge.store.blob("messages", "en"))


def text_of(knowledge, question, form, *, card=False):
    return exported(answer_to(knowledge, question), knowledge, form, card=card).decode()


class Page(HTMLParser):
    """Reads tags, attributes and shown text of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.values, self.shown, self.opened = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Note a tag and its attributes."""
        self.tags.append(tag)
        self.values += [(tag, *a) for a in attrs]
        if tag not in {"meta", "br"}:
            self.opened.append(tag)

    def handle_endtag(self, tag):
        """Check that a tag closes the one that is open."""
        assert self.opened.pop() == tag

    def handle_data(self, data):
        """Note shown text."""
        self.shown.append(data)


@pytest.mark.parametrize("card", [False, True])
@pytest.mark.parametrize("name", QUESTIONS)
def test_page_asks_for_nothing_else(knowledge, name, card):
    """The HTML is one well-formed file without script, image, or address that a browser would fetch."""
    page = Page(text_of(knowledge, QUESTIONS[name], "html", card=card))
    assert page.opened == []
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(page.tags)
    assert not [v for v in page.values if v[1] in {"src", "srcset", "data", "action", "style", "onclick"}]
    assert "url(" not in text_of(knowledge, QUESTIONS[name], "html", card=card)
    assert ("html", "lang", "en") in page.values


def test_every_mark_finds_its_reference(knowledge):
    """Each raised number leads to a reference, numbered in order, and each reference is used."""
    page = Page(text_of(knowledge, READER, "html"))
    marks = {v[2][1:] for v in page.values if v[0] == "a" and v[1] == "href" and v[2].startswith("#")}
    there = [v[2] for v in page.values if v[0] == "li" and v[1] == "id"]
    assert marks == set(there)
    assert there == [f"r{n}" for n in range(1, len(there) + 1)]


def test_report_says_every_statement(knowledge):
    """Every sentence of the answer stands in the report, in its words, and its studies are marked."""
    answer = answer_to(knowledge, READER)
    made = report_of(answer, knowledge)
    sentences = [s for c in (made.lead, *made.chapters) for b in c.blocks for s in b.sentences]
    assert sorted(s.text for s in sentences) == sorted(s["text"] for s in answer.to_dict()["statements"])
    with_studies = [s for s in answer.statements.values() if any(f.startswith("study:") for f in s.fact_ids)]
    assert len([s for s in sentences if s.marks]) >= len(with_studies) > 10
    assert all(r.address.startswith(("http://", "https://")) or not r.address for r in made.references)


def test_table_says_what_nobody_tested(knowledge):
    """A claim without a study is a row that says so."""
    table = report_of(answer_to(knowledge, READER), knowledge).table
    assert {row[3] for row in table.rows if row[0] == "Micro-infusion facial"} == {"no study found"}


@pytest.mark.parametrize("name", QUESTIONS)
def test_pdf_is_made_and_repeats(knowledge, name):
    """Any question, odd signs included, gives a tagged PDF, the same bytes each time; its card is one page."""
    pytest.importorskip("typst", reason="the extra pdf is not installed")
    answer = answer_to(knowledge, QUESTIONS[name])
    made, card = exported(answer, knowledge, "pdf"), exported(answer, knowledge, "pdf", card=True)
    assert made.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in made
    assert made == exported(answer, knowledge, "pdf")
    assert pages(card) == 1


def pages(pdf):
    """Return how many pages a PDF has, by its page tree."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_long_report_numbers_its_pages(knowledge):
    """A long answer fills several pages, and its card still one."""
    pytest.importorskip("typst", reason="the extra pdf is not installed")
    answer = answer_to(knowledge, READER)
    assert pages(exported(answer, knowledge, "pdf")) > 3
    assert pages(exported(answer, knowledge, "pdf", card=True)) == 1


def test_card_asks_and_warns(knowledge):
    """The card says what holds for the person first, when not to go ahead, and what to ask."""
    card = card_of(answer_to(knowledge, READER), knowledge)
    headings = [p.heading for p in card.parts]
    assert headings.index("Say this first: it matters for you") < headings.index("Ask before you agree")
    assert "full ingredient list" in next(p for p in card.parts if p.tick).items[0]
    assert "isotretinoin" in next(p for p in card.parts if p.heading.startswith("Say this")).items[0]
    assert "Pregnancy" in next(p for p in card.parts if p.heading.startswith("Do not")).items[0]
    assert "no clinician" in card.reviewed


@pytest.mark.parametrize("question", ["microneedling for acne scars, I take warfarin", "microneedling pour des cicatrices d'acné, je prends de la warfarine", "can I have a peel, I am pregnant and have rosacea"])
def test_card_says_each_thing_once(knowledge, question):
    """No item of what holds for the person is part of another, and a list that is cut says where the rest is."""
    card = card_of(answer_to(knowledge, question), knowledge)
    said = [item for part in card.parts for item in part.items]
    assert [(a, b) for a in said for b in said if a != b and a in b] == []
    cut = next(p for p in card.parts if p.heading in {"Do not go ahead, and say so, if one of these is true for you", "N'allez pas plus loin, et dites-le, si l'une de ces choses est vraie pour vous"})
    assert cut.more
    assert cut.items[0].endswith(".")


def test_urgent_card_never_sells(knowledge):
    """An urgent answer's card says what to do at once and holds no question for a provider."""
    card = card_of(answer_to(knowledge, URGENT), knowledge)
    assert "Emergency" in card.parts[0].items[0]
    assert not [p for p in card.parts if p.tick]
    assert card.close == ""


@pytest.mark.parametrize("name", WITHOUT_CARD)
def test_nothing_known_gives_no_card(knowledge, name):
    """Where nothing was understood there is a report but no card."""
    assert text_of(knowledge, WITHOUT_CARD[name], "html")
    with pytest.raises(InputError, match="no card"):
        text_of(knowledge, WITHOUT_CARD[name], "html", card=True)


@pytest.mark.parametrize(("form", "card"), [("md", False), ("md", True)])
def test_markdown_keeps_signs_harmless(knowledge, form, card):
    """What was typed cannot become HTML in the Markdown."""
    assert "<script" not in text_of(knowledge, HOSTILE, form, card=card)


def test_missing_typst_names_install_line(knowledge, monkeypatch):
    """Without typst a PDF is refused with the line that installs it."""
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtraError, match=r"pip install '\.\[pdf\]'"):
        exported(answer_to(knowledge, READER), knowledge, "pdf")


JOURNALS = {
    "Annals of Dermatology 31(3):263-271": ("Annals of Dermatology", "31", "3", "263", "271"), "Frontiers in Medicine 9:837332": ("Frontiers in Medicine", "9", "", "837332", ""),
    "J Skin Stem Cell 11(2):e145639": ("J Skin Stem Cell", "11", "2", "e145639", ""), "Cosmetics": ("Cosmetics", "", "", "", ""), "not shown on the page read": ("", "", "", "", ""),
}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_name_of_a_journal_is_never_translated(language, studies, knowledge):
    """A journal keeps its name in every language, also where half of it ("Practice") is a word of ours."""
    messages = messages_of(knowledge.store.blob("messages", language) or b"")
    for journal in {s.citation.journal for s in studies.values()}:
        assert journal in messages.word("cited", study="X", year=2020, journal=journal, ids="", read="", paid="")


@pytest.mark.parametrize("text", ["practice", "Research and practice", "oil, risk", "risk: hazard"])
def test_word_that_is_an_id_of_a_message_stays_a_word(text, knowledge):
    """A text that happens to be the id of a message does not become that message's template."""
    messages = messages_of(knowledge.store.blob("messages", "en") or b"")
    assert messages.fact(text) == text


@pytest.mark.parametrize("journal", JOURNALS)
def test_journal_is_taken_apart(journal):
    """Name, volume, issue and pages of a citation stand apart; what was not seen stays empty."""
    entry = entry_of(study(citation=Citation(first_author="not seen", year=2020, journal=journal, url="https://example.org")))
    assert (entry.journal, entry.volume, entry.issue, entry.first_page, entry.last_page) == JOURNALS[journal]
    assert entry.author == ""


def read_ris(text):
    """Return the entries of RIS text as lists of (tag, value)."""
    entries = [[]]
    for line in text.split("\r\n")[:-1]:
        tag, value = re.fullmatch(r"([A-Z][A-Z0-9])  - ?(.*)", line).groups()
        entries[-1].append((tag, value))
        if tag == "ER":
            entries.append([])
    return entries[:-1]


def test_ris_holds_every_study(knowledge):
    """Each study of an answer is one entry with its identifiers, and nothing that was not seen."""
    studies = answer_to(knowledge, READER).studies
    entries = [dict(e) for e in read_ris(as_ris(studies))]
    assert [e["ID"] for e in entries] == [s.id for s in studies]
    assert [e.get("DO") for e in entries] == [s.citation.doi for s in studies]
    assert "not seen" not in as_ris(studies)
    assert all("TI" not in e for e in entries)


FREE = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=40)


@given(FREE, FREE)
def test_ris_survives_any_citation(author, journal):
    """No author or journal breaks the form of RIS."""
    cited = study(citation=Citation(first_author=author, year=2020, journal=journal, url="https://example.org"))
    (entry,) = read_ris(as_ris([cited]))
    assert entry[0] == ("TY", "JOUR")
    assert entry[-1] == ("ER", "")


@given(FREE, FREE)
def test_bibtex_braces_always_balance(author, journal):
    """No author or journal breaks out of its field: unescaped braces balance, and signs of TeX are escaped."""
    text = as_bibtex([study(citation=Citation(first_author=author, year=2020, journal=journal, url="https://example.org"))])
    bare = re.sub(r"\\[{}%&$#_]", "", text)
    depth = 0
    for sign in bare:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    assert not re.search(r"[%&$#]", bare)


def run(*arguments):
    return CliRunner().invoke(command, list(arguments))


def test_command_writes_several_files(tmp_path):
    """One question gives the report and its references in one run."""
    files = [tmp_path / name for name in ("answer.html", "answer.md", "references.ris", "references.bib")]
    done = run("does tazarotene shrink pores", "--country", "gb", *(part for f in files for part in ("-o", str(f))))
    assert done.exit_code == 0
    assert all("tazarotene" in f.read_text().lower() for f in files)


@pytest.mark.parametrize(("arguments", "said"), [
    (("botox", "-o", "answer.docx"), ".html"), (("botox", "-o", "answer"), ".html"), (("botox",), "Missing option"), ((" ", "-o", "a.html"), "Ask in plain words"),
    (("botox", "-o", "/no/such/folder/a.html"), "cannot be written"), (("asdf qwer", "--card", "-o", "a.html"), "no card"),
])
def test_wrong_use_writes_no_file(tmp_path, monkeypatch, arguments, said):
    """Wrong use ends in one sentence, and no file is left."""
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code != 0
    assert said in done.output
    assert list(tmp_path.iterdir()) == []


COUNTS = [
    ("65 people", "65 people", "65 personnes"), ("1,234 people", "1,234 people", "1234 personnes"), ("1 people", "1 person", "1 personne"), ("17 studies and 1 review", "17 studies and 1 review", "17 études et 1 revue"),
    ("1 study", "1 study", "1 étude"), ("33 reviews", "33 reviews", "33 revues"), ("12 studies and ", "12 studies and ", "12 studies and "), ("", "", ""), ("41 people liked it", "41 people liked it", "41 people liked it"),
]


@pytest.mark.parametrize(("text", "english", "french"), COUNTS)
def test_counts_are_said_anew(knowledge, text, english, french):
    """Numbers of people, studies and reviews are said in the language, whatever the number; other texts stay."""
    assert [messages_of(knowledge.store.blob("messages", code)).fact(text) for code in ("en", "fr")] == [english, french]


SPOKEN = {
    "fr": ("est-ce que le microneedling aide contre les cicatrices d'acné ?", ("À emporter", "À demander", "pouvez dire non"), ("Take this", "Ask before", "May I see")),
    "es": ("¿el microneedling ayuda con las cicatrices de acné?", ("Lleve esto", "Pregunte antes", "Puede decir que no"), ("Take this", "Ask before", "May I see")),
}


@pytest.mark.parametrize("language", SPOKEN)
def test_card_and_table_speak_the_language(knowledge, language):
    """The card with its questions, and the table of the report, are in the language of the question."""
    question, holds, lacks = SPOKEN[language]
    answer = skinproof.ask(question)
    card, report = (exported(answer, knowledge, "html", card=c).decode() for c in (True, False))
    assert [w for w in holds if w not in card] == []
    assert [w for w in lacks if w in card] == []
    assert f'<html lang="{language}">' in report
    assert "as of 20" not in card + report + answer.to_text() + answer.to_markdown()
    assert report_of(answer, knowledge).table.columns[0] == {"fr": "Traitement", "es": "Tratamiento"}[language]
    assert report_of(answer, knowledge).table.rows[0][3] in {"mieux", "mejor"}
