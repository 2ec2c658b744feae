"""Records in which every shape of reporting occurs once."""

SHAPES = """\
outlets:
  wire: {name: The Wire, kind: agency, owner: House}
  daily: {name: The Daily, kind: newspaper, owner: House}
  digest: {name: Digest, kind: aggregator}
  haaretz: {name: הארץ, kind: newspaper, country: IL, languages: [he]}
  sankei: {name: 産経新聞, kind: newspaper, country: JP, languages: [ja]}
parties:
  town: {name: Town}
  state: {name: State}
sources:
  clerk: {kind: anonymous, described_as: a person with knowledge of the matter}
  other-clerk: {kind: anonymous, described_as: an official, same_as: {source: clerk, how: possible}}
  mayor: {kind: named, name: Mayor, party: town}
  memo: {kind: document, name: A memo}
claims:
  loop: {text: Reports that rest on each other., could_confirm: town}
  retracted: Reports that rest on one that was retracted.
  weaker: A weaker version of several.
  several: {text: A claim with several origins., stronger_than: weaker, could_confirm: [town, state]}
  declared: Two origins of which somebody says how they know.
  denied: {text: A claim that is denied., could_confirm: town, credibility: 1}
  silent: {text: A claim that nobody reports., could_confirm: state}
reports:
  # a loop, with a way in
  ring-a: {outlet: Ring A, says: loop, published: 2020-01-01, cites: ring-b}
  ring-b: {outlet: Ring B, says: loop, published: 2020-01-02, cites: ring-c}
  ring-c: {outlet: Ring C, says: loop, published: 2020-01-03, cites: ring-a}
  way-in: {outlet: הארץ, says: loop, published: 2020-01-04, cites: [ring-b, ring-c]}
  self:   {outlet: Self, says: loop, cites: self}
  # a retraction downstream of which others still stand
  gone: {outlet: wire, says: retracted, published: 2020-01-01, cites: clerk, status: {retracted: 2020-01-03}}
  still: {outlet: sankei, says: retracted, published: 2020-01-02, cites: {report: gone, mode: syndicates}}
  fixed: {outlet: daily, says: retracted, published: 2020-01-02, cites: gone, status: {corrected: 2020-01-04}}
  # several origins, with every sort of doubt
  wire-1: {outlet: wire, published: 2020-01-01T09:00, says: [{claim: several, basis: own_reporting, certainty: possible}]}
  daily-1: {outlet: daily, published: 2020-01-01, says: [{claim: several, basis: unattributed, details: {dead: 3}}]}
  digest-1: {outlet: digest, published: 2020-01-02, says: several}
  early: {outlet: Early, published: 2019, says: several, cites: wire-1}
  hard:
    outlet: 産経新聞
    published: 2020-01-03
    read: {via: digest-1}
    says:
      - claim: several
        certainty: certain
        quote: surely
        details: {dead: 4}
        cites: [{report: wire-1, mode: translates}, {source: clerk, attribution: unclear}]
  vague: {outlet: Vague, says: several, cites: {unclear: [daily-1, other-clerk]}}
  unsure: {outlet: Unsure, says: several, cites: [{outlet: unnamed}, {outlet: Elsewhere}, memo, mayor]}
  misread: {outlet: Misread, says: several, cites: still}
  weak: {outlet: Weak, says: [{claim: weaker, quote: maybe, basis: own_reporting}]}
  drifts: {outlet: Drift, says: [{claim: several, quote: it is so, cites: weak}]}
  doubts: {outlet: Doubt, says: [{claim: several, stance: questions, cites: hard}]}
  # two that are declared independent
  one: {outlet: One, says: [{claim: declared, basis: own_reporting}], published: 2020-01-01}
  two: {outlet: Two, says: [{claim: declared, basis: own_reporting}], published: 2020-01-01}
  # a denial
  said: {outlet: Said, says: denied, published: 2020-01-01, cites: memo}
responses:
  - {by: mayor, claim: denied, stance: denies, date: 2020-01-02, on_record: true, reported_by: said}
  - {by: town, claim: weaker, stance: denies, date: 2020-01-05}
  - {by: state, claim: several, stance: declines, date: 2020-01-06, on_record: true}
  - {by: state, claim: several, stance: declines, date: 2020-01-06, on_record: false}
dependences:
  - {between: [one, two], kind: declared_independent, basis: Both reporters were there.}
"""
