"""Every format holds against its schema or reader, whatever an article says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import junitparser
import markdown
import pytest
from jsonschema import Draft7Validator, Draft202012Validator
from lxml import html

from pipeline.check import RULES
from pipeline.findings import Message
from pipeline.model import Span
from pipeline.report import FORMATS, write
from pipeline.wording import say, translated

if TYPE_CHECKING:
    from pipeline.report import Report

HERE = Path(__file__).parent
DOCS = HERE.parent.parent / "docs" / "schema"


def _schema(path: Path) -> Any:  # noqa: ANN401 - a JSON schema
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FORMATS)
def test_ends_with_a_line_break_and_steers_no_terminal(name: str, report: Report) -> None:
    """A report ends its last line, and no control character of an article reaches the reader."""
    text = write(name, report)
    assert text.endswith("\n")
    assert "\x1b" not in text
    assert name in {"json", "json-lines", "gitlab", "sarif", "rdjson", "junit", "github"} or "\u202e" not in text


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found(name: str, empty: Report) -> None:
    """A report of nothing is valid too."""
    text = write(name, empty)
    if name in {"json", "gitlab", "sarif", "rdjson"}:
        json.loads(text)


def test_concise(report: Report) -> None:
    """A line for each finding: place, severity, rule, message, counterpart."""
    first, second, *_ = write("concise", report).splitlines()
    assert first == (
        "content/en/über uns.md:5:1: error parity/missing-section: no counterpart to “Fazit: <b>Ende</b>” "
        "(content/de/über uns.md:7)"
    )
    assert second.startswith("content/en/über uns.md:7:11: warning numbers/wrong-format: a German number")


def test_full(report: Report) -> None:
    """A frame has the lines of both languages, and marks the characters that are meant."""
    text = write("full", report)
    assert "5 │ Before “the” end." in text
    assert "7 │ ## Fazit: <b>Ende</b>" in text
    assert "  │           ^^^^^\n" in text
    assert "write 3.5% (zweiblatt check --fix)" in text


def test_full_says_a_repair_once_for_each_file(report: Report) -> None:
    """The rule's repair ends the first frame of a rule in a file, the way to its explanation the first in the run."""
    first = report.findings[0]
    elsewhere = replace(first, at=Span("content/en/b.md", 1))
    text = write("full", replace(report, findings=(first, first, elsewhere)))
    ends = ["repair: " in frame for frame in text.split("\n\n")[:3]]
    assert ends == [True, False, True]
    assert text.count("zweiblatt explain parity/missing-section") == 1
    assert text.split("\n\n")[1].endswith("╰─")


def test_full_repeats_nothing(report: Report) -> None:
    """A repair that the message says already is not said again."""
    found = replace(report.findings[0], rule="dates/ambiguous", message=Message("two ways: write the month as a word"))
    assert "repair: " not in write("full", replace(report, findings=(found,)))


def test_full_in_german(report: Report) -> None:
    """In German the repair is German, and no line of it is longer than the terminal is wide."""
    german = replace(report, language="de", say=lambda message: say(message, "de"), width=60, rules=RULES)
    for rule in RULES:
        found = replace(report.findings[0], rule=rule.name, related=())
        *_, mended, explained, _, _ = write("full", replace(german, findings=(found,), texts=())).splitlines()
        assert explained.endswith(f"zweiblatt explain {rule.name}")
        assert len(mended) <= 60
        assert translated(rule.repair, "de").endswith(mended.strip(" ╰─").removeprefix("Abhilfe: "))


def test_full_in_colour(report: Report) -> None:
    """On a terminal the severity is coloured."""
    assert "\x1b[1;31merror\x1b[0m" in write("full", replace(report, colour=True))


def test_grouped(report: Report) -> None:
    """Findings stand below the name of their file."""
    assert "content/en/über uns.md\n   5:1  error" in write("grouped", report)


def test_json(report: Report) -> None:
    """JSON follows the published schema, and counts what it holds."""
    value = json.loads(write("json", report))
    Draft202012Validator(_schema(DOCS / "findings.schema.json")).validate(value)
    assert value["summary"] == {"stories": 2, "errors": 1, "warnings": 1, "infos": 1}
    assert value["findings"][1]["repair"]["edits"][0]["text"] == "3.5%"
    advice = [each["advice"] for each in value["findings"]]
    assert advice[1:] == ["write 3.5%", "cite it where it belongs, or take the key away."]
    assert advice[0].startswith("translate the section")


def test_json_lines(report: Report) -> None:
    """Each line is a finding as the JSON format has it."""
    lines = [json.loads(line) for line in write("json-lines", report).splitlines()]
    assert lines == json.loads(write("json", report))["findings"]


def test_sarif(report: Report) -> None:
    """SARIF follows the OASIS schema; the counterpart is a related location, a repair a fix."""
    value = json.loads(write("sarif", report))
    Draft7Validator(_schema(HERE / "schemas" / "sarif-schema-2.1.0.json")).validate(value)
    first, second, _ = value["runs"][0]["results"]
    place = first["relatedLocations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/de/%C3%BCber%20uns.md"
    assert second["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "3.5%"
    rule = value["runs"][0]["tool"]["driver"]["rules"][first["ruleIndex"]]
    assert rule["id"] == first["ruleId"]
    assert "Repair: translate the section" in rule["fullDescription"]["text"]


def test_paths_from_the_root_of_the_repository(report: Report) -> None:
    """Forges count paths from the root of the repository: a project below it is named with its folder."""
    below = replace(report, within="paper/")
    assert ",file=paper/content/en/" in write("github", below).splitlines()[0]
    first = json.loads(write("gitlab", below))[0]
    assert first["location"]["path"].startswith("paper/content/en/")
    assert first["other_locations"][0]["path"].startswith("paper/content/de/")
    places = [
        place["physicalLocation"]["artifactLocation"]
        for result in json.loads(write("sarif", below))["runs"][0]["results"]
        for place in (*result["locations"], *result.get("relatedLocations", ()))
    ]
    assert all(each["uri"].startswith("paper/") and each["uriBaseId"] == "%SRCROOT%" for each in places)


def test_sarif_keeps_to_the_limits_of_github(report: Report) -> None:
    """GitHub refuses more than 25,000 results of a run: the gravest are there, and the report says that it was cut."""
    error, warning, _ = report.findings
    many = replace(report, findings=(*[warning] * 25_000, error))
    run = json.loads(write("sarif", many))["runs"][0]
    assert len(run["results"]) == 25_000
    assert run["results"][0]["ruleId"] == error.rule
    assert "25000 gravest of 25001" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_gitlab(report: Report) -> None:
    """GitLab's report has the fields that its documentation asks for, and our fingerprints."""
    value = json.loads(write("gitlab", report))
    Draft202012Validator(_schema(HERE / "schemas" / "gitlab-code-quality.schema.json")).validate(value)
    assert [each["fingerprint"] for each in value] == [finding.fingerprint for finding in report.findings]
    assert value[1]["description"] == "a German number; repair: write 3.5%"


def test_rdjson(report: Report) -> None:
    """Reviewdog's format follows its schema; columns count bytes; the repair is in the message."""
    value = json.loads(write("rdjson", report))
    Draft7Validator(_schema(HERE / "schemas" / "rdformat.schema.json")).validate(value)
    assert value["diagnostics"][1]["location"]["range"]["start"] == {"line": 7, "column": 12}
    assert value["diagnostics"][1]["suggestions"][0]["text"] == "3.5%"
    assert "\n\nrepair: translate the section" in value["diagnostics"][0]["message"]


def test_rdjson_suggests_safe_edits_only(report: Report) -> None:
    """A suggestion is applied with a click: an edit that a person must judge is none."""
    found = report.findings[1]
    assert found.repair
    unsafe = replace(found, repair=replace(found.repair, safe=False))
    (diagnostic,) = json.loads(write("rdjson", replace(report, findings=(unsafe,))))["diagnostics"]
    assert "suggestions" not in diagnostic


def test_junit(report: Report, empty: Report) -> None:
    """JUnit's reader finds a failure for each finding; without any, one passed case."""
    xml = junitparser.JUnitXml.fromstring(write("junit", report).encode())
    results = [result for suite in xml for case in suite for result in case.result]
    assert [result.type for result in results] == ["info", "error", "warning"] or len(results) == 3
    assert sum("\nrepair: " in str(result.text) for result in results) == 3
    (suite,) = junitparser.JUnitXml.fromstring(write("junit", empty).encode())
    assert [case.is_passed for case in suite] == [True]


def test_github(report: Report) -> None:
    """An annotation is one line, whatever the message says; GitHub's escapes bring it back."""
    lines = write("github", report).splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("::error title=parity/missing-section,file=content/en/über uns.md,line=5,col=1::")
    assert "%250A" in lines[2]
    assert "%0Arepair: translate the section" in lines[0]


def test_github_shows_ten_of_each(report: Report) -> None:
    """Of more than ten errors or warnings the first ten are annotated, and a notice names how many are left."""
    error, warning, _ = report.findings
    many = replace(report, findings=(*[error] * 15, *[warning] * 12))
    lines = write("github", many).splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"]
    assert "7 more findings" in lines[-1]


def test_markdown(report: Report) -> None:
    """The table shows what an article brought as text: no element, no link, no row more."""
    page = markdown.markdown(write("markdown", report), extensions=["tables"])
    tree = html.fromstring(page)
    assert not tree.xpath("//img | //script | //b | //a")
    assert len(tree.xpath("//tbody/tr")) == 3
    assert "Fazit: <b>Ende</b>" in "".join(tree.itertext())
    assert [code.text for code in tree.xpath("//h3[.='How to repair']/following::li/code[1]")] == [
        "numbers/wrong-format",
        "parity/missing-section",
        "sources/uncited",
    ]


def test_html(report: Report) -> None:
    """The page has both languages side by side, marks the place, and runs and fetches nothing."""
    page = write("html", report)
    tree = html.fromstring(page)
    assert not tree.xpath("//script | //img | //link | //*[@src] | //*[starts-with(@href, 'http')] | //@onerror")
    _, first, second = tree.xpath("//article")
    assert [side.get("lang") for side in first.xpath(".//div[contains(@class, 'side ')]")] == ["de", "en"]
    assert second.xpath(".//mark/text()") == ["3,5 %", "3,5 %"]
    assert "## Fazit: <b>Ende</b>" in "".join(first.itertext())
    assert tree.xpath("//details[@class='whole']//a[starts-with(@href, '#f-')]")


def test_html_begins_with_stories_and_rules(report: Report) -> None:
    """Each story and each rule is named first with its counts; every link leads to a place of the page."""
    tree = html.fromstring(write("html", report))
    stories = [" ".join(item.text_content().split()) for item in tree.xpath("//nav//li")]
    assert stories == ["zweiblatt.toml 1 info", "über uns 1 error, 1 warning"]
    rules = tree.xpath("//section[@class='rules']/details")
    assert [rule.xpath("string(summary/code)") for rule in rules] == sorted(each.rule for each in report.findings)
    assert "Why it matters: " in rules[1].text_content()
    assert "How to repair: translate the section" in rules[1].text_content()
    assert rules[1].xpath(".//p[@class='repair']/code/text()") == ["<!-- only de: reason -->"]
    assert {link.removeprefix("#") for link in tree.xpath("//@href")} <= set(tree.xpath("//@id"))


def test_html_says_a_repair_once_for_each_story(report: Report) -> None:
    """The first finding of a rule in a story names the repair, one with a repair of its own always."""
    first, second, _ = report.findings
    found = (first, replace(first, fingerprint="1" * 32), second, replace(second, fingerprint="2" * 32))
    cards = html.fromstring(write("html", replace(report, findings=found))).xpath("//article")
    assert [len(card.xpath("./p[@class='repair']")) for card in cards] == [1, 0, 1, 1]


def test_html_shows_passages_of_long_manuscripts(report: Report) -> None:
    """Of a long manuscript only what is near a finding is there, long lines cut around what is marked."""
    near = "x" * 4000 + " 3,5 % " + "y" * 4000
    lines = [f"far line {number}" for number in range(400)]
    lines[199] = near
    path = report.findings[1].at.path
    found = replace(report.findings[1], at=Span(path, 200, 4002, (200, 4007)), related=())
    many = (found, replace(found, fingerprint="3" * 32))
    page = write("html", replace(report, findings=many, texts=((path, "\n".join(lines)),)))
    assert page.count("<mark>3,5 %</mark>") == 3
    assert "far line 198" in page
    assert "far line 100" not in page
    assert len(page) < 16_000
    assert "⋯" not in page


def test_html_in_german(report: Report) -> None:
    """In German reasons and repairs are German."""
    german = replace(report, language="de", say=lambda message: say(message, "de"))
    tree = html.fromstring(write("html", german))
    assert tree.get("lang") == "de"
    assert "So wird es behoben: den Abschnitt" in tree.text_content()
    assert "Warum das zählt: Leser der Übersetzung erfahren nie" in tree.text_content()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_full_is_as_wide_as_the_terminal(width: int, report: Report) -> None:
    """A quoted line is cut where the terminal ends, and what is meant stays in sight, with its mark below it."""
    long = "".join(f"word {number:03} " for number in range(90))
    at = Span("content/en/a.md", 1, 541, (1, 549))
    found = replace(report.findings[1], at=at, related=())
    text = write("full", replace(report, findings=(found,), texts=((at.path, long),), width=width))
    quoted, marked = text.splitlines()[2:4]
    assert len(quoted) <= width
    assert quoted[marked.index("^") :].startswith("word 060")
