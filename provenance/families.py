"""Outlet families: the outlets of one owner."""

from provenance.components import components
from provenance.model import Workspace
from provenance.spelling import folded


def outlet_families(workspace: Workspace) -> dict[str, str]:
    """Give each outlet its family.

    `owner` is followed as long as it names an outlet; a loop of owners ends where it closes.
    """
    names = workspace.outlet_names
    owners = {id_: folded(outlet.owner or "") for id_, outlet in workspace.outlets.items()}
    found = {id_: f"owner:{owner}" if owner else id_ for id_, owner in owners.items() if owner not in names}
    rest = [id_ for id_ in owners if id_ not in found]
    for together in components(rest, lambda id_: [names[owners[id_]]]):
        outlet = min(together)
        found |= dict.fromkeys(together, found.get(names[owners[outlet]], outlet))
    return found
