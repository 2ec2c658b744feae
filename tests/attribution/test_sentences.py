"""More ways in which English attributes: what is found in each sentence, source, cue and content."""

import pytest

from provenance.attribution.engine import find_with, read_text
from provenance.attribution.judge import weights_of
from tests.attribution.reading import rows

SENTENCES: dict[str, list[str]] = {
    "Kowalska said on Monday in a statement that the dam was safe.": ["Kowalska | said | that the dam was safe"],
    "“The dam is safe,” said Anna Kowalska (the town's mayor) on Friday.": [
        "Anna Kowalska (the town's mayor) | said | “The dam is safe,”"
    ],
    "According to Anna Kowalska, who inspected the dam, the wall has moved.": [
        "Anna Kowalska, who inspected the dam | According to | the wall has moved"
    ],
    "The wall has moved, according to a report by the auditor, which was never published.": [
        "a report by the auditor | according to | The wall has moved"
    ],
    "“It moved,” said Jan Nowak, a retired engineer from Lipno who built it.": ["Jan Nowak | said | “It moved,”"],
    "“It moved,” Nowak told reporters, “and nobody listened.”": ["Nowak | told | “It moved,” … “and nobody listened.”"],
    "Anna Kowalska and Jan Nowak said the dam was safe.": ["Anna Kowalska and Jan Nowak | said | the dam was safe"],
    "Kowalska, Nowak and the council said the dam was safe.": [
        "Kowalska, Nowak and the council | said | the dam was safe"
    ],
    "The mayor — a former engineer — said the dam was safe.": [
        "The mayor — a former engineer | said | the dam was safe"
    ],
    "The dam was described as unsafe by two engineers.": ["two engineers | was described | The dam"],
    "Kowalska is sure that the dam will hold.": ["Kowalska | is sure | that the dam will hold"],
    "Although Kowalska said the dam was safe, the council closed the road.": ["Kowalska | said | the dam was safe"],
    "The council rejected a plan that Kowalska supported.": ["The council | rejected | a plan that Kowalska supported"],
    "Kowalska criticised what she called a reckless plan.": [
        "Kowalska | criticised | what she called a reckless plan",
        "she | called | a reckless plan",
    ],
    "Kowalska asked whether the wall had moved.": ["Kowalska | asked | whether the wall had moved"],
    "Kowalska asked the council to close the road.": ["Kowalska | asked | to close the road"],
    "“Close the road,” the letter demanded.": ["the letter | demanded | “Close the road,”"],
    "The report shows that the wall has moved by four centimetres.": [
        "The report | shows | that the wall has moved by four centimetres"
    ],
    "The dam is reportedly unsafe, and the road is closed.": ["– | reportedly | The dam is … unsafe"],
    "Speaking on “The Hour,” Kowalska said the dam would be mended in spring.": [
        "Kowalska | said | the dam would be mended in spring"
    ],
    "Kowalska said: “The dam is safe. Nobody should worry.”": [
        "Kowalska | said | “The dam is safe. Nobody should worry.”"
    ],
    "“Who knew?” she asked.": ["she | asked | “Who knew?”"],
    "“We knew,” he said — “and we wrote it down.”": ["he | said | “We knew,” … “and we wrote it down.”"],
    "Kowalska said the dam was safe, and added that the road would open soon.": [
        "Kowalska | said | the dam was safe,",
        "Kowalska | added | that the road would open soon",
    ],
    "Nowak praised the council, calling its plan brave.": [
        "Nowak | praised | the council",
        "Nowak | calling | its plan brave",
    ],
    "In the words of Jan Nowak, the plan is brave.": ["Jan Nowak | In the words of | the plan is brave"],
    "Kowalska refused to say whether the wall had moved.": [
        "Kowalska | refused | to say whether the wall had moved",
        "Kowalska | to say | whether the wall had moved",
    ],
    "Nowak declined to comment on the letters.": ["Nowak | declined | to comment on the letters"],
    "The council has not confirmed that the wall moved.": ["The council | has not confirmed | that the wall moved"],
    "Officials from the ministry, including two engineers, warned that the wall might fall.": [
        "Officials from the ministry, including two engineers | warned | that the wall might fall"
    ],
    "“The wall is safe,” Kowalska wrote on her website on Friday, citing a report.": [
        "Kowalska | wrote | “The wall is safe,”"
    ],
    "But Nowak, in a letter to the council in March, wrote that the wall had moved.": [
        "Nowak, in a letter to the council in March | wrote | that the wall had moved"
    ],
    "Residents fear the wall will fall.": ["Residents | fear | the wall will fall"],
    "Kowalska: “The dam is safe.”": ["Kowalska | : | “The dam is safe.”"],
    "The wall, Kowalska said, would hold.": ["Kowalska | said | The wall … would hold"],
    "Kowalska pointed to a report by the auditor.": ["Kowalska | pointed to | a report by the auditor"],
    "So far nobody has said why the wall moved.": ["nobody | has said | why the wall moved"],
    "“The plan,” said the council, “is brave.”": ["the council | said | “The plan,” … “is brave.”"],
    "Some engineers at the dam, though not all, believe that the wall is safe.": [
        "Some engineers at the dam, though not all | believe | that the wall is safe"
    ],
    "Kowalska, however, told the BBC on Friday the wall was safe.": ["Kowalska | told | the wall was safe"],
    "The council's decision to close the road was a mistake, Nowak argued.": [
        "Nowak | argued | The council's decision to close the road was a mistake"
    ],
    "Nowak accused Kowalska of lying and said she should resign.": [
        "Nowak | accused | Kowalska of lying",
        "Nowak | said | she should resign",
    ],
    "In March, at a meeting of the council, an engineer with the ministry said that the wall had moved.": [
        "an engineer with the ministry | said | that the wall had moved"
    ],
    "“It moved,” said a retired engineer who built the wall in 1962.": [
        "a retired engineer who built the wall in 1962 | said | “It moved,”"
    ],
    "“It moved,” said a council member (and former engineer) from Lipno.": [
        "a council member (and former engineer) from Lipno | said | “It moved,”"
    ],
    "Kowalska said the plan was “brave and useful” and would be carried out in spring.": [
        "Kowalska | said | the plan was “brave and useful” and would be carried out in spring"
    ],
    "Kowalska said “brave” was the wrong word.": ["Kowalska | said | “brave” was the wrong word"],
    "The minister told the council on Monday that the road would open.": [
        "The minister | told | that the road would open"
    ],
    "According to the council; the road is closed.": ["the council | According to | the road is closed"],
    "Engineers say the wall, which was built in 1962, is old.": [
        "Engineers | say | the wall, which was built in 1962, is old"
    ],
    "“The wall,” Kowalska, the mayor, told the council, “is old.”": [
        "Kowalska, the mayor | told | “The wall,” … “is old.”"
    ],
    "Kowalska said during an interview with the BBC that the wall was old.": [
        "Kowalska | said | that the wall was old"
    ],
    "Kowalska said via her lawyer that the wall was old.": ["Kowalska | said | that the wall was old"],
    "Nowak says he warned the council in March; Kowalska denies it.": ["Nowak | says | he warned the council in March"],
    "Kowalska said to laughter: “We mend it.”": ["Kowalska | said | “We mend it.”"],
    "Kowalska's spokesman, Jan Nowak, said the wall was old.": [
        "Kowalska's spokesman, Jan Nowak | said | the wall was old"
    ],
    "The dam's owner said it would pay, but the council doubted that it could.": [
        "The dam's owner | said | it would pay",
        "the council | doubted | that it could",
    ],
    "Critics of the plan, among them two engineers, called it reckless.": [
        "Critics of the plan, among them two engineers | called | it reckless"
    ],
    "It was Nowak who said the wall was old.": ["who | said | the wall was old"],
    "The council will announce on Friday that the road is closed, officials said.": [
        "officials | said | The council will announce on Friday that the road is closed"
    ],
    "Both Kowalska and Nowak believe that the wall is old.": [
        "Both Kowalska and Nowak | believe | that the wall is old"
    ],
    "The letter, signed by ten engineers, warns that the wall is old.": [
        "The letter, signed by ten engineers | warns | that the wall is old"
    ],
    "Kowalska says that, if the wall moves, the road will be closed.": [
        "Kowalska | says | that, if the wall moves, the road will be closed"
    ],
    "No engineer has ever claimed that the wall was new.": ["No engineer | has ever claimed | that the wall was new"],
    "Kowalska was told by the council that the wall was old.": [
        "the council | was told | Kowalska … that the wall was old"
    ],
    "Mr. Nowak said Ms. Kowalska's plan was brave.": ["Mr. Nowak | said | Ms. Kowalska's plan was brave"],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_who_says_what(text: str) -> None:
    assert rows(text) == SENTENCES[text]


def test_a_text_is_read_with_other_weights_and_in_a_language_without_any() -> None:
    text = "Kowalska said the dam was safe."
    assert [each.rule for each in find_with(text, weights_of("en"))] == ["subject"]
    assert find_with(text, weights_of("en"), "fr") == ()
    assert read_text(text, "fr") == []
    assert [len(sentence.row) for sentence in read_text(text)] == [7]
    plain = find_with(f"{text} According to Nowak, it was not. Kowalska wants a new wall.", {})
    assert [each.rule for each in plain] == ["subject", "according-first"], (
        "what was never measured: someone says something"
    )
