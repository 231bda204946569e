"""What is posted of an article."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from pipeline.render.social.networks import NETWORKS, Network
from pipeline.render.social.post import Matter, post, shortened

ADDRESS = "https://zweiblatt.example.org/de/deepseek-oeffnet-seinen-code/"
TAGS = ("KI", "DeepSeek", "OpenSourceAI", "ChinaAI", "TechNews", "Mehr")
SHORT = Matter("DeepSeek öffnet seinen Code", "Fünf Repositories, eine Woche.", ADDRESS, TAGS)
LONG = Matter("Ein „sehr“ langer Titel … mit 5 € 👩‍💻 " * 12, "Noch ein Satz. " * 400, ADDRESS, TAGS)
WORD = Matter("Donaudampfschifffahrtsgesellschaftskapitän" * 12, "Kurz.", ADDRESS, TAGS)


@pytest.mark.parametrize("matter", [SHORT, LONG, WORD], ids=["short", "long", "one word"])
@pytest.mark.parametrize("network", NETWORKS, ids=[network.key for network in NETWORKS])
def test_fits(matter: Matter, network: Network) -> None:
    """Each text fits its network, holds the address and whole tags, and is cut between words alone."""
    made = post(matter, network)
    assert made.fits
    assert network.length(made.text) <= network.limit
    assert ADDRESS in made.text.split()
    assert made.tags == TAGS[: len(made.tags)]
    assert [f"#{tag}" for tag in made.tags] == [word for word in made.text.split() if word.startswith("#")]
    known = {*matter.title.split(), *matter.summary.split(), ADDRESS, *(f"#{tag}" for tag in TAGS)}
    assert {word for word in made.text.split() if word not in known and word.rstrip("…") not in known} <= {
        "Satz…"  # the full stop gives way to the ellipsis
    }


PIECES = """
    „ja“ – … € 👩‍👩‍👧‍👦 👨🏽‍🚀 🇩🇪 1️⃣ 日本語 e\u0301 नमस्ते שלום https://example.org/a?b=c Node.js #Tag @name z.B.
    Donaudampfschifffahrt
"""


@pytest.mark.parametrize("network", NETWORKS, ids=[network.key for network in NETWORKS])
def test_random_texts(network: Network) -> None:
    """Whatever a headline holds: the text fits, has the address, loses whole words alone; facets are exact."""
    chance = random.Random(network.key)  # noqa: S311 - for variety, not for secrets
    for _ in range(100):
        title, summary = (" ".join(chance.choices(PIECES.split(), k=chance.randint(1, most))) for most in (60, 400))
        made = post(Matter(title, summary, ADDRESS, TAGS[: chance.randint(0, 6)], "Von KI.", "Von KI."), network)
        assert made.fits
        assert network.length(made.text) <= network.limit
        text = made.text.partition(ADDRESS)[0]
        assert ADDRESS in made.text.split()
        known = {*PIECES.split(), "Von", "KI."} | {f"{each.rstrip('….„–')}…" for each in PIECES.split()}
        assert not [word for word in text.split() if word not in known and word != "…"]
        data = made.text.encode()
        said = [data[each.start : each.end].decode() for each in made.facets]
        assert said == [each.value if each.kind == "link" else f"#{each.value}" for each in made.facets]


def test_number_of_tags() -> None:
    """Each network has its own number of tags."""
    assert {network.key: len(post(SHORT, network).tags) for network in NETWORKS} == {
        "x": 2,
        "bluesky": 3,
        "mastodon": 5,
        "linkedin": 5,
        "threads": 1,
        "instagram": 5,
    }


def test_facets_are_bytes() -> None:
    """A facet of Bluesky tells the bytes of the address and of each tag, not the characters."""
    made = post(SHORT, NETWORKS[1])
    encoded = made.text.encode()
    assert [encoded[each.start : each.end].decode() for each in made.facets] == [
        ADDRESS,
        "#KI",
        "#DeepSeek",
        "#OpenSourceAI",
    ]
    assert [each.value for each in made.facets] == [ADDRESS, *TAGS[:3]]


def test_tag_that_begins_another() -> None:
    """A tag with which another tag or the headline begins is found at its own place."""
    made = post(Matter("#AI wird groß", "", ADDRESS, ("AIAct", "AI")), NETWORKS[1])
    assert [made.text.encode()[each.start : each.end] for each in made.facets][1:] == [b"#AIAct", b"#AI"]
    assert made.facets[2].start > made.facets[1].end


@pytest.mark.parametrize("network", NETWORKS, ids=[network.key for network in NETWORKS])
def test_label(network: Network) -> None:
    """What a machine wrote says so on each network, however long the headline; without names where room is scarce."""
    made = post(
        replace(LONG, label="Von KI geschrieben. Verantwortlich: Erika Muster.", mark="Von KI geschrieben."), network
    )
    assert made.fits
    assert network.length(made.text) <= network.limit
    assert ("Von KI geschrieben.", "Erika Muster" in made.text) == (made.text.split("\n\n")[-3][:19], not network.brief)


def test_address_too_long() -> None:
    """An address that alone is over the limit is posted whole, and said not to fit."""
    made = post(Matter("Titel", "", ADDRESS + "a" * 300, ()), NETWORKS[1])
    assert not made.fits
    assert made.text == ADDRESS + "a" * 300


def test_shortened() -> None:
    """A text keeps whole words and loses the mark before the ellipsis."""
    text = "Fünf Repositories, eine Woche und die Frage, was offen bedeutet"
    assert shortened(text, lambda cut: len(cut) <= 45) == "Fünf Repositories, eine Woche und die Frage…"
