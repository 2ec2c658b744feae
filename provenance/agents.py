"""Who stands for whom: a source with the party it speaks for, and with the sources that are certainly the same."""

from collections import deque
from collections.abc import Mapping

from provenance.model import Source


class Agents:
    """The agents of a workspace: its parties, and its sources as far as they stand for themselves."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._same: dict[str, set[str]] = {}
        for source in sources.values():
            for tie in source.same_as:
                if tie.certain:
                    self._same.setdefault(source.id, set()).add(tie.source)
                    self._same.setdefault(tie.source, set()).add(source.id)
        self._agents = {source.id: source.party for source in sources.values() if source.party is not None}
        for id_ in sorted(self._same):
            if id_ not in self._agents:
                self._settle(id_)

    def of(self, id_: str) -> str:
        """Give the agent a party or source stands for: its party, that of the same source, else the smallest id."""
        return self._agents.get(id_, id_)

    def _settle(self, start: str) -> None:
        """Give one agent to all sources that are the same as `start` and have no party of their own."""
        seen = {start}
        waiting = deque([start])
        while waiting:
            for other in self._same[waiting.popleft()] - seen:
                seen.add(other)
                waiting.append(other)
        parties = [self._agents[source] for source in seen if source in self._agents]
        agent = min(parties or seen)
        self._agents |= {source: self._agents.get(source, agent) for source in seen}
