// The search of one language: the index is fetched at the first question, and nothing is sent anywhere.
"use strict";
(() => {
  const form = document.querySelector(".find");
  const told = document.querySelector(".told");
  const found = document.querySelector(".found");
  const input = form.querySelector("input");
  const folded = (text) => text.toLowerCase().replace(/\u00df/g, "ss").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  let index;

  const loaded = async () => {
    if (!index) {
      const answer = await fetch(form.dataset.index);
      if (!answer.ok) throw new Error(answer.statusText);
      index = (await answer.json()).map((row) => ({ ...row, title: folded(row.t), rest: folded(`${row.s} ${row.h}`) }));
    }
    return index;
  };

  // Every word must occur; in the title it counts four times, at the beginning of a word twice.
  const weight = (row, words) =>
    words.reduce((sum, word) => {
      const inTitle = row.title.includes(word);
      if (sum === 0 || (!inTitle && !row.rest.includes(word))) return 0;
      const begins = ` ${row.title} ${row.rest}`.includes(` ${word}`);
      return sum + (inTitle ? 4 : 1) * (begins ? 2 : 1);
    }, 1);

  const entry = (row) => {
    const article = document.createElement("article");
    const heading = document.createElement("h2");
    const link = document.createElement("a");
    const summary = document.createElement("p");
    article.className = "entry";
    link.href = row.u;
    link.textContent = row.t;
    summary.textContent = row.s;
    heading.append(link);
    article.append(heading, summary);
    return article;
  };

  const search = async () => {
    const words = folded(input.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    if (!words.length) {
      found.replaceChildren();
      told.textContent = "";
      return;
    }
    try {
      const rows = (await loaded()).map((row) => [weight(row, words), row]).filter(([points]) => points);
      rows.sort(([a, x], [b, y]) => b - a || (x.d < y.d ? 1 : -1));
      found.replaceChildren(...rows.slice(0, 50).map(([, row]) => entry(row)));
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
