// The search of one language: the index is fetched at the first question, and nothing is sent anywhere.
"use strict";
(() => {
  const form = document.querySelector(".find");
  const told = document.querySelector(".told");
  const found = document.querySelector(".found");
  const input = form.querySelector("input");
  const endings = { de: ["en", "er", "es", "em", "e", "n", "s"], en: ["ies", "es", "s"] }[document.documentElement.lang] ?? [];
  // Without marks: ü is u, ß is ss. "ue" may be a word of its own ("neue") or a spelled-out ü: a text is kept in both readings.
  const folded = (text) => text.toLowerCase().replace(/\u00df/g, "ss").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const spelled = (text) => text.replace(/([aou])e/g, "$1");
  const both = (text) => ` ${text} ${spelled(text)}`;
  let index;

  const loaded = async () => {
    if (!index) {
      const answer = await fetch(form.dataset.index);
      if (!answer.ok) throw new Error(answer.statusText);
      index = (await answer.json()).map((row) => ({ ...row, title: both(folded(row.t)), rest: both(folded(`${row.s} ${row.h}`)) }));
    }
    return index;
  };

  // A word as it was typed, and without the ending of a plural or case, where four letters remain.
  const forms = (word) => {
    const stems = endings.filter((end) => word.endsWith(end) && word.length - end.length > 3).map((end) => word.slice(0, -end.length));
    return [...new Set([word, ...stems.slice(0, 1)].flatMap((form) => [form, spelled(form)]))];
  };

  // Every word must occur; in the title it counts four times, at the beginning of a word twice, without its ending less.
  const weight = (row, words) => {
    let sum = 0;
    for (const spellings of words) {
      const points = spellings.map((form, place) => {
        const inTitle = row.title.includes(form);
        if (!inTitle && !row.rest.includes(form)) return 0;
        const begins = (inTitle ? row.title : row.rest).includes(` ${form}`);
        return (inTitle ? 4 : 1) * (begins ? 2 : 1) - place / 10;
      });
      const best = Math.max(...points);
      if (!best) return 0;
      sum += best;
    }
    return sum;
  };

  // A text with the words that were found marked: letters are folded one by one, so that places are known.
  const marked = (text, words) => {
    const letters = [...text];
    const places = letters.flatMap((letter, place) => [...folded(letter)].map(() => place));
    const whole = letters.map(folded).join("");
    const hits = new Set();
    for (const form of words.flat()) {
      for (let at = whole.indexOf(form); at >= 0; at = whole.indexOf(form, at + form.length)) {
        for (let each = at; each < at + form.length; each += 1) hits.add(places[each]);
      }
    }
    const nodes = [];
    letters.forEach((letter, place) => {
      if (place && hits.has(place) === hits.has(place - 1)) nodes.at(-1).textContent += letter;
      else if (hits.has(place)) nodes.push(Object.assign(document.createElement("mark"), { textContent: letter }));
      else nodes.push(document.createTextNode(letter));
    });
    return nodes;
  };

  const made = (tag, name, ...children) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children);
    return element;
  };

  const entry = (row, words) => {
    const link = made("a", "", ...marked(row.t, words));
    link.href = row.u;
    const day = new Date(`${row.d}T00:00:00Z`).toLocaleDateString(form.dataset.locale, { dateStyle: "long", timeZone: "UTC" });
    const head = made("div", "head", made("h2", "", link));
    return made("article", "entry", head, made("p", "summary", ...marked(row.s, words)), made("p", "meta", made("span", "", day)));
  };

  const search = async () => {
    const words = (folded(input.value).match(/[\p{L}\p{N}]+/gu) ?? []).map(forms);
    if (!words.length) {
      found.replaceChildren();
      told.textContent = "";
      return;
    }
    try {
      const rows = (await loaded()).map((row) => [weight(row, words), row]).filter(([points]) => points);
      rows.sort(([a, x], [b, y]) => b - a || (x.d < y.d ? 1 : -1));
      found.replaceChildren(...rows.slice(0, 50).map(([, row]) => entry(row, words)));
      const { none, one, many } = form.dataset;
      told.textContent = rows.length > 1 ? many.replace("{number}", rows.length) : rows.length ? one : none;
    } catch {
      told.textContent = form.dataset.lost;
    }
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    search();
  });
  input.addEventListener("input", search);
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) search();
})();
