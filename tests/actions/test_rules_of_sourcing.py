"""The rules of sourcing that advise, on plain facts: figures at the head of a story, and how few its sources are."""

import pytest

from articles.rules.facts import Facts, StatementFacts
from articles.rules.severities import DEFAULTS, Rule, Severity
from articles.rules.sourcing import RULES, findings

BODY = "<p>The port lost 4,000 crates a day.</p><p>Nobody asked.</p><p>Later it was 90.</p>"


def said(words, source=1, kind="person", *, is_protected=False, **more):
    return StatementFacts(
        words=words, occurrence=1, is_quotation=False, may_be_named=True, source_is_protected=is_protected,
        source_is_of_story=True, source=source, source_kind=kind, kind="paraphrase", **more,
    )  # fmt: skip


def broken(*statements, headline="Port shut", body=BODY, **more):
    facts = Facts(
        headline=headline, section="World", section_is_merged=False, section_is_of_edition=True, body=body, slug="",
        embargo_until=None, statements=statements, **{"is_reported": True} | more,
    )  # fmt: skip
    return {finding.rule: finding for finding in findings(facts)}


def test_each_rule_has_a_severity_and_a_judgement():
    assert list(RULES) == list(Rule) == list(DEFAULTS)
    assert [rule for rule in Rule if DEFAULTS[rule] == Severity.BLOCKS] == [Rule.UNOWNED]


def test_a_figure_in_the_first_two_paragraphs_asks_for_its_source():
    assert "“4,000”" in broken()[Rule.FIGURE].message
    assert Rule.FIGURE not in broken(said("4,000 crates"))
    # A statement in another sentence is not beside it.
    assert Rule.FIGURE in broken(said("Nobody asked"))


def test_a_figure_in_the_headline_is_sourced_where_the_text_says_the_same():
    assert Rule.FIGURE not in broken(said("4,000 crates"), headline="Port loses 4000 crates")
    assert "In the headline" in broken(said("4,000 crates"), headline="Port loses 5,000 crates")[Rule.FIGURE].message


@pytest.mark.parametrize(
    ("statements", "rules"),
    [
        ((said("Nobody asked", 1), said("4,000 crates", 2)), set()),
        ((said("4,000 crates", 1),), {Rule.ONE_SOURCE}),
        ((said("4,000 crates", 1, "organisation"),), {Rule.ONE_ORGANISATION}),
        ((said("4,000 crates", 1, "organisation"), said("Nobody asked", 2, "organisation")), set()),
        ((said("4,000 crates", 1, is_protected=True), said("Nobody asked", 2, is_protected=True)), {Rule.UNNAMED}),
        ((said("4,000 crates", 1, is_protected=True),), {Rule.ONE_SOURCE, Rule.UNNAMED}),
    ],
)
def test_few_sources_and_sources_without_a_name_are_told(statements, rules):
    assert set(broken(*statements)) == rules


def test_an_interview_and_an_opinion_rest_on_one_voice():
    assert broken(said("4,000 crates"), is_reported=False) == {}


def test_an_allegation_asks_whether_anybody_was_asked_for_a_reply():
    alleged = said("4,000 crates", is_allegation=True), said("Nobody asked", 2, is_allegation=True)
    assert Rule.ALLEGATION not in broken(said("4,000 crates"), said("Nobody asked", 2))
    assert broken(*alleged[:1])[Rule.ALLEGATION].message == "Nobody has been asked for a reply to “4,000 crates”."
    assert "2 allegations, the first: “4,000 crates”" in broken(*alleged)[Rule.ALLEGATION].message
    assert Rule.ALLEGATION not in broken(*alleged, is_reply_asked=True)
    # An opinion accuses as a report does.
    assert Rule.ALLEGATION in broken(*alleged, is_reported=False)


@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("rule", [Rule.FIGURE, Rule.UNNAMED])
def test_every_rule_is_as_grave_as_its_section_has_it(rule, severity):
    found = broken(said("Nobody asked", is_protected=True), severities={rule: severity}).get(rule)
    assert (found is None) if severity == Severity.SILENT else (found.blocks == (severity == Severity.BLOCKS))
