from __future__ import annotations

import threading

import pytest

from summarizer.errors import NetworkError
from summarizer.formats.addresses import check_host, is_public, safe_addresses, system_resolver

PUBLIC = "93.184.215.14"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",  # cloud metadata
        "100.64.0.1",  # shared by carriers
        "100.100.100.200",  # Alibaba metadata
        "168.63.129.16",  # Azure host agent
        "192.0.0.192",  # Oracle metadata
        "198.18.0.1",
        "192.0.2.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",  # IPv4-compatible
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:a9fe:a9fe",
        "::ffff:0:7f00:1",  # IPv4-translated
        "64:ff9b::7f00:1",  # NAT64 of 127.0.0.1
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::",  # 6to4 of 127.0.0.1
        "2001:0:7f00:1::",  # Teredo
        "2001:db8::1",
        "fc00::1",
        "fd00:ec2::254",  # AWS metadata
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "không phải địa chỉ",
        "",
    ],
)
def test_inside_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "203.162.4.191", "2606:4700::1111", "64:ff9b::808:808"])
def test_ordinary_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    ["2130706433", "0x7f000001", "0x7f.1", "127.1", "127.0.1", "0177.0.0.1", "127.0.0.0x1", "0", "8.8", "127.0.0.1."],
)
def test_numbers_in_odd_forms_are_refused_whatever_they_mean(host: str) -> None:
    with pytest.raises(NetworkError, match="unusual form"):
        check_host(host, f"http://{host}/")


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "example.org", "3.example.org", "0x7f.example.org", "vn1"])
def test_other_hosts_are_left_to_the_address_check(host: str) -> None:
    check_host(host, f"http://{host}/")


def look_up(*addresses: str, allow_private: bool = False) -> list[str]:
    return safe_addresses(
        "báo.example",
        80,
        "http://báo.example/",
        resolve=lambda *_: list(addresses),
        allow_private=allow_private,
        timeout=5,
    )


def test_one_private_address_among_public_ones_refuses_the_host() -> None:
    with pytest.raises(NetworkError, match=r"http://báo\.example/ was not fetched: báo\.example leads to 10\.0\.0\.7"):
        look_up(PUBLIC, "10.0.0.7")


def test_private_addresses_can_be_allowed() -> None:
    assert look_up("127.0.0.1", allow_private=True) == ["127.0.0.1"]


def test_unknown_hosts() -> None:
    with pytest.raises(NetworkError, match="is not known"):
        look_up()

    def fail(host: str, port: int) -> list[str]:
        raise OSError(host, port)

    with pytest.raises(NetworkError, match="is not known"):
        safe_addresses("a.example", 80, "http://a.example", resolve=fail, allow_private=False, timeout=5)


def test_a_look_up_that_hangs_is_given_up() -> None:
    release = threading.Event()

    def hang(host: str, port: int) -> list[str]:
        release.wait(10)
        return [PUBLIC]

    with pytest.raises(NetworkError, match=r"looking up a\.example took too long"):
        safe_addresses("a.example", 80, "http://a.example", resolve=hang, allow_private=False, timeout=0.05)
    release.set()


@pytest.mark.parametrize("host", ["localhost", "2130706433", "0x7f.1", "0177.1"])
def test_the_systems_resolver_reads_odd_forms_and_the_check_sees_through_them(host: str) -> None:
    assert not any(is_public(address) for address in system_resolver(host, 80))
