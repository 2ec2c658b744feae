"""PROV-O (https://www.w3.org/TR/prov-o/) as Turtle, as the prov library and rdflib write it.

The library writes a relation that has attributes in PROV-O's qualified form only. The plain form is added, so that a
query needs to know no more than `prov:wasDerivedFrom`; what is in doubt has no such triple in either form.
"""

from collections.abc import Iterator

from prov.serializers.provrdf import ProvRDFSerializer
from rdflib import PROV, RDF, Graph
from rdflib.term import Node, URIRef

from provenance.export import Output
from provenance.export.figure import Export
from provenance.export.w3c_prov.code_points import inert
from provenance.export.w3c_prov.document import prov_document

_Triple = tuple[Node, Node, Node]

_PLAIN: tuple[tuple[URIRef, tuple[tuple[URIRef, URIRef], ...]], ...] = (
    (PROV.qualifiedDerivation, ((PROV.entity, PROV.wasDerivedFrom),)),
    (PROV.qualifiedInfluence, ((PROV.influencer, PROV.wasInfluencedBy),)),
    (PROV.qualifiedGeneration, ((PROV.atTime, PROV.generatedAtTime),)),
    (PROV.qualifiedInvalidation, ((PROV.activity, PROV.wasInvalidatedBy), (PROV.atTime, PROV.invalidatedAtTime))),
)
"""How PROV-O's qualified terms are said plainly (PROV-O 3.3): the link to a node, its property, the plain property."""

_SUBTYPES = (
    (PROV.Quotation, PROV.qualifiedQuotation, PROV.wasQuotedFrom),
    (PROV.PrimarySource, PROV.qualifiedPrimarySource, PROV.hadPrimarySource),
)
"""The subtypes of derivations, their links and plain properties: each derivation of one is a plain derivation, too."""


def render(found: Export) -> tuple[Output, ...]:
    """Write the PROV document of an export as Turtle."""
    document = prov_document(found)
    graph = ProvRDFSerializer(document).encode_container(document)
    for triple in sorted({*_plain(graph), *_subtyped(graph)}):
        graph.add(triple)
    return (Output("", inert(graph.serialize(format="turtle"))),)


def _plain(graph: Graph) -> Iterator[_Triple]:
    for link, properties in _PLAIN:
        for subject, node in graph.subject_objects(link):
            for qualified, plain in properties:
                yield from ((subject, plain, given) for given in graph.objects(node, qualified))


def _subtyped(graph: Graph) -> Iterator[_Triple]:
    """Say plainly what has a subtype; one that is of two has but one link from the library."""
    for _, known, _ in _SUBTYPES:
        for subject, node in graph.subject_objects(known):
            for type_, link, plain in _SUBTYPES:
                if (node, RDF.type, type_) in graph:
                    yield subject, link, node
                    for given in graph.objects(node, PROV.entity):
                        yield from ((subject, plain, given), (subject, PROV.wasDerivedFrom, given))
