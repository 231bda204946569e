"""Templates show the same as Jinja's own code would, in the shipped environment and behind the sandbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import jinja2
import pytest
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context

from pipeline.render.environments import Guarded, Plain


@dataclass(frozen=True, slots=True)
class Value:
    """Something that a template shows."""

    name: str
    more: tuple[int, ...] = ()


class ByJinja(Plain):
    """The same as Jinja has it."""

    code_generator_class = CodeGenerator
    context_class = Context


FILES = {
    "base.html": "<{{ title }}>{% block main %}base {{ value.name }}{% endblock %}|{% block foot %}foot{% endblock %}",
    "child.html": "lost {{ title }}{% extends 'base.html' %}{% block main %}[{{ super() }}]{% endblock %}",
    "either.html": "{% if title %}{% extends 'base.html' %}{% endif %}own {{ title }}{% block foot %}F{% endblock %}",
    "part.html": "({{ each }}/{{ title }})",
    "words.html": "{% macro said(x, y='d') %}{{ x }}-{{ y }}{% endmacro %}"
    "{% macro box(x) %}{{ x }}[{{ caller() }}]{% endmacro %}",
    "a.txt": "{{ title }} {{ table.name }} {{ '<' if title else '>' }}",
}
TEMPLATES = (
    "{{ title }} {{ title | safe }} {{ table.name }} {{ table['name'] }} {{ value.name }} {{ value.more[0] }} {{ 3 }}",
    "{{ '<b>' if title else '&' }} {{ '<i>' if not title }} {{ title if title else 1 }} {{ '<u>' | safe }}{{ 1.5 }}",
    "{{ 'a' if value.name == 'x' else (title | safe if title else '') }} {{ none }} {{ true }} {{ title ~ '<' }}",
    "{% for each in value.more %}{{ loop.index }}{{ each }}{{ ', ' if not loop.last }}{% else %}none{% endfor %}",
    "{% set kept %}{{ title }}<p>{% endset %}{{ kept }}{{ kept | upper }}{% set two = 2 %}{{ two + 1 }}",
    "{% filter upper %}{{ title }}é{% endfilter %}{% with each = 4 %}{% include 'part.html' %}{% endwith %}",
    "{% for each in value.more %}{% include 'part.html' %}{% endfor %}{% include 'gone.html' ignore missing %}",
    "{% import 'words.html' as words %}{{ words.said(title) }}{% call words.box(x=title) %}{{ title }}{% endcall %}",
    "{% from 'words.html' import said with context %}{{ said('&') | length }}{{ said(value.name) }}",
    "{% macro deep(n) %}{{ n }}{% if n %}{{ deep(n - 1) }}{% endif %}{% endmacro %}{{ deep(3) }}",
    "{% autoescape false %}{{ title }}{{ title | safe }}{% endautoescape %}",
    "{% autoescape true %}{{ title }}{{ title | safe }}{% endautoescape %}",
    "{% trans %}A <b>text</b>{% endtrans %}{% trans name=title %}By {{ name }}, 100 %{% endtrans %}",
    "{% trans count=value.more | length %}{{ count }} thing{% pluralize %}{{ count }} things{% endtrans %}",
    "{% for each in value.more recursive %}{{ each }}{{ loop([]) }}{% endfor %}{{ title.upper() }}{{ value }}",
    "{% set ns = namespace(n=0) %}{% for each in value.more %}{% set ns.n = ns.n + each %}{% endfor %}{{ ns.n }}",
    "{% block one %}{{ title }}{% endblock %}{{ self.one() }}",
    "{% for e in value.more %}{% block two scoped %}{{ e }}{{ title }}{% endblock %}{% endfor %}",
    *(f"{{% include '{name}' %}}" for name in FILES if name != "part.html"),
)


def rendered(kind: type[Plain], text: str) -> str:
    """A template with some values, in an environment."""
    loader = jinja2.DictLoader({**FILES, "page.html": text})
    made = kind(
        loader=loader,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        autoescape=jinja2.select_autoescape(("html",)),
        undefined=jinja2.StrictUndefined,
    )
    made.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    values: dict[str, Any] = {"title": "a<b>&\"'é", "value": Value("<x>", (7, 8)), "table": {"name": "t&t"}}
    return made.get_template("page.html").render(**values)


@pytest.mark.parametrize("text", TEMPLATES)
@pytest.mark.parametrize("kind", [Plain, Guarded])
def test_a_template_shows_what_jinja_makes_of_it(kind: type[Plain], text: str) -> None:
    """Letter by letter."""
    assert rendered(kind, text) == rendered(ByJinja, text)


@pytest.mark.parametrize(
    "text", ["{{ gone }}", "{{ gone.name }}", "{{ gone | safe }}", "{{ table.gone }}", "{{ 1 if gone }}"]
)
@pytest.mark.parametrize("kind", [Plain, Guarded])
def test_a_missing_value_is_an_error(kind: type[Plain], text: str) -> None:
    """Wherever it is asked for."""
    with pytest.raises(jinja2.UndefinedError, match="gone"):
        rendered(kind, text)
