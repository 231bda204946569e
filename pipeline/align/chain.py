"""The best way to pair two rows of things in order, where some may be left over.

In: how many there are on each side, and what each legal step is worth. Out: the steps taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Step = tuple[int, int]
"""How many of the original and of the translation a step takes: (1, 1), (1, 2), (2, 1), (1, 0), (0, 1)."""

Link = tuple[range, range]
"""Which of the original answer which of the translation; one of them may be empty."""

GAPS: tuple[Step, ...] = ((1, 0), (0, 1))
WIDTH = 10
"""How far from the straight way a narrow chain may stray, beside what the two sides differ in number."""


def chain(
    original: int,
    translation: int,
    steps: tuple[Step, ...],
    gain: Callable[[int, int, Step], float],
    *,
    narrow: bool = False,
) -> tuple[Link, ...]:
    """Pair in order for the greatest sum of gains.

    ``gain(i, j, step)`` is what the step that begins at i and j is worth; leaving a thing over is worth nothing.
    A ``narrow`` chain costs time in step with the number of things, not with its square.
    """
    width = WIDTH + abs(original - translation) if narrow else original + translation
    worth: dict[int, dict[int, float]] = {original: {translation: 0.0}}
    taken: dict[Step, Step] = {}
    every = sorted((*steps, *GAPS), reverse=True)  # of equals the longest
    for i in range(original, -1, -1):
        here = worth.setdefault(i, {})
        ahead = [(step, step[1], step in GAPS, worth[i + step[0]]) for step in every if i + step[0] in worth]
        for j in range(min(translation, i + width), max(0, i - width) - 1, -1):
            most = None
            for step, right, is_gap, row in ahead:
                behind = row.get(j + right)
                if behind is None:
                    continue
                if not is_gap:
                    behind += gain(i, j, step)
                if most is None or behind > most:
                    most, best = behind, step
            if most is not None:
                here[j], taken[i, j] = most, best
    links: list[Link] = []
    i = j = 0
    while (i, j) != (original, translation):
        down, right = taken[i, j]
        links.append((range(i, i + down), range(j, j + right)))
        i, j = i + down, j + right
    return tuple(links)
