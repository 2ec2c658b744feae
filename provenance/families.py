"""Outlet families: the outlets of one owner."""

from provenance.components import components
from provenance.model import Workspace


def outlet_families(workspace: Workspace) -> dict[str, str]:
    """Give each outlet its family.

    `owner` is followed as long as it names an outlet; a loop of owners ends where it closes.
    """
    names = workspace.outlet_names
    owners = {id_: (outlet.owner or "").casefold() for id_, outlet in workspace.outlets.items()}
    found: dict[str, str] = {}
    for together in components(owners, lambda id_: [names[owners[id_]]] if owners[id_] in names else []):
        outlet = min(together)
        owner = owners[outlet]
        found[outlet] = f"owner:{owner}" if owner and owner not in names else found.get(names.get(owner, ""), outlet)
        found |= dict.fromkeys(together, found[outlet])
    return found
