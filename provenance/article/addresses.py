"""Which addresses of the network a page may be fetched from: those of the public internet alone.

An address is judged as the number that is connected to, never as it was written; so decimal, octal and short forms,
names, and IPv4 inside IPv6 (mapped, compatible, NAT64, 6to4, Teredo) come to the same.
"""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))
"""RFC 6052 and RFC 8215: the last 32 bits are the IPv4 address."""
_COMPATIBLE = IPv6Network("::/96")
_GLOBAL_UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that has been given out so far (RFC 4291); NAT64 lies outside."""


def is_public(address: str) -> bool:
    """Say whether an address, as `getaddrinfo` gives it, is one of the public internet; not so what is no address."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv4Address):
        return _is_public_4(found)
    inner = _inside(found)
    if inner is not None:
        return _is_public_4(inner)
    return found in _GLOBAL_UNICAST and found.is_global and not found.is_multicast and not found.is_reserved


def _is_public_4(found: IPv4Address) -> bool:
    return found.is_global and not found.is_multicast and not found.is_reserved and not found.is_unspecified


def _inside(found: IPv6Address) -> IPv4Address | None:
    """Give the IPv4 address that an IPv6 address stands for, or None."""
    if any(found in network for network in (*_NAT64, _COMPATIBLE)):
        return IPv4Address(int(found) & 0xFFFFFFFF)
    teredo = found.teredo
    return found.ipv4_mapped or found.sixtofour or (teredo[1] if teredo else None)
