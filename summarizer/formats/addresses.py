"""Which network addresses a URL may lead to: public ones, by the address itself and not by its name.

A server that fetches what a stranger names must not become that stranger's way into its own network, so a name is
looked up once, every address it has is checked, and the caller connects to a checked address.
"""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from summarizer.errors import NetworkError

Resolver = Callable[[str, int], list[str]]
"""Host and port to IP addresses in text form."""

_NUMBER = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")

# What ``is_global`` lets through on some Python versions although it leads to another machine than it says, or to
# a cloud provider's inside: 6to4, Teredo, local NAT64, Azure's host agent, IPv4-compatible IPv6, old site-local.
_REFUSED = tuple(
    ip_network(block)
    for block in ("2002::/16", "2001::/32", "64:ff9b:1::/48", "168.63.129.16/32", "::/96", "fec0::/10", "192.0.0.0/24")
)
_NAT64 = ip_network("64:ff9b::/96")


def check_host(host: str, url: str) -> None:
    """Refuse a host written as a number in any form but the usual one.

    ``http://2130706433``, ``http://0177.0.0.1`` and ``http://0x7f.1`` are 127.0.0.1 to the system's resolver; nobody
    writes a news site's address that way.

    Raises:
        NetworkError: it is such a host.
    """
    if not _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        return
    try:
        ip_address(host)
    except ValueError:
        raise NetworkError(
            f"{url} was not fetched: {host} is an address in an unusual form.", "Give the URL with the site's name."
        ) from None


def is_public(address: str) -> bool:
    """Whether an IP address is an ordinary one on the internet.

    False for loopback, private, link-local (cloud metadata too), shared, multicast, reserved and unspecified ones,
    and for IPv6 forms that carry such an IPv4 address.
    """
    try:
        ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif ip in _NAT64:
            ip = IPv4Address(int(ip) & 0xFFFFFFFF)
    if any(ip in network for network in _REFUSED if network.version == ip.version):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def system_resolver(host: str, port: int) -> list[str]:
    """All addresses the operating system knows for a host.

    Raises:
        OSError: there are none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def safe_addresses(
    host: str, port: int, url: str, *, resolve: Resolver, allow_private: bool, timeout: float
) -> list[str]:
    """The addresses of a host, looked up once and checked.

    Raises:
        NetworkError: the host is unknown, the look-up takes over ``timeout`` seconds, or one of its addresses is not
            public and ``allow_private`` is false.
    """
    if not allow_private:
        check_host(host, url)
    addresses = _resolve(host, port, url, resolve, timeout)
    for address in addresses:
        if not allow_private and not is_public(address):
            raise NetworkError(
                f"{url} was not fetched: {host} leads to {address}, which is not a public address.",
                "Save the page and give the file instead.",
            )
    return addresses


def _resolve(host: str, port: int, url: str, resolve: Resolver, timeout: float) -> list[str]:
    """Look up in a thread, because the system's resolver has no timeout of its own."""
    found: list[str] = []
    problem: list[Exception] = []

    def look_up() -> None:
        try:
            found.extend(resolve(host, port))
        except (OSError, UnicodeError) as error:
            problem.append(error)

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(timeout)
    if thread.is_alive():
        raise NetworkError(f"{url} cannot be fetched: looking up {host} took too long.", "Try again later.")
    if problem or not found:
        raise NetworkError(f"{url} cannot be fetched: the host {host} is not known.", "Check the URL and the network.")
    return found
