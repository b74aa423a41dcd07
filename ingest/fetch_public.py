"""Which addresses lie on the public network: never those of this machine, of the office, or of a cloud's own keeper."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_KEPT_BACK = tuple(
    ipaddress.ip_network(one)
    for one in (
        "192.0.0.0/24",  # of protocols; a cloud tells its secrets at .192, which Python takes for public
        "192.88.99.0/24",  # relays of 6to4, given up
        "168.63.129.16/32",  # a public number by which a cloud speaks to its machines
        "::/96",  # IPv4 written as IPv6, given up
        "64:ff9b:1::/48",  # NAT64 of a network for itself
        "2001::/23",  # of protocols, Teredo among them
        "fec0::/10",  # an office's own, given up
        "5f00::/16",  # routes of segments
    )
)
_CARRIERS = (  # where an IPv4 address is held: the network, and how many bits stand behind it
    (ipaddress.ip_network("64:ff9b::/96"), 0),  # NAT64
    (ipaddress.ip_network("::ffff:0:0/96"), 0),
    (ipaddress.ip_network("::ffff:0:0:0/96"), 0),  # translated (SIIT)
    (ipaddress.ip_network("2002::/16"), 80),  # 6to4
)
_ISATAP = (0x00005EFE, 0x02005EFE)


def is_public(figures: str) -> bool:
    """Whether an address, as the resolver writes it, may be asked without the owner's word.

    Raises:
        ValueError: If it is no address.
    """
    one = ipaddress.ip_address(figures.partition("%")[0])
    return "%" not in figures and all(map(_is_beyond, (one, *_find_carried(one))))


def _is_beyond(one: _Address) -> bool:
    kept_back = any(one in network for network in _KEPT_BACK if network.version == one.version)
    return (one.is_global and not (one.is_multicast or one.is_reserved or kept_back)) or _is_carrier(one)


def _is_carrier(one: _Address) -> bool:
    """Whether it is only as public as what it carries, whatever Python says of it."""
    return isinstance(one, ipaddress.IPv6Address) and any(one in network for network, _ in _CARRIERS)


def _find_carried(one: _Address) -> Iterator[_Address]:
    """The IPv4 addresses that the way to *one* ends at."""
    if isinstance(one, ipaddress.IPv4Address):
        return
    for network, behind in _CARRIERS:
        if one in network:
            yield ipaddress.IPv4Address(int(one) >> behind & 0xFFFFFFFF)
    if int(one) >> 32 & 0xFFFFFFFF in _ISATAP:
        yield ipaddress.IPv4Address(int(one) & 0xFFFFFFFF)
