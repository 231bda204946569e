"""Files that a command adds to an edition beside what a build makes: digests, other forms of a mail.

In: an edition's folder, files. Out: the same edition with these files in it, by one exchange; after a failure the old
edition stands. The journal knows them as ``extra``, and each build keeps them; those that a build makes too belong to
their family, and go when their story does.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ...errors import PublishError
from ...findings import Message
from ..survey.families import EXTRA
from . import journal, publish

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def add(output: Path, root: Path, files: Mapping[str, bytes], built: Mapping[str, str]) -> None:
    """Put files, by their paths below the edition, into it; ``built`` has the families of those that a build makes."""
    output = publish.place(output, root)
    try:
        with publish.lock(output), publish.staging(output) as folder:
            known = journal.load(output)
            entries = {
                target: entry
                for target, entry in known.items()
                if target not in files and publish.keep(folder, target, output)
            }
            for target, data in files.items():
                publish.write(folder, target, data)
                digest = hashlib.sha256(data).hexdigest()
                entries[target] = journal.Entry(digest, digest, built.get(target, EXTRA))
            publish.write(folder, journal.NAME, journal.dump(entries))
            publish.exchange(folder, output)
    except OSError as error:
        arguments = (("path", output.as_posix()), ("why", error.strerror or type(error).__name__))
        raise PublishError(Message("{path} cannot be written: {why}", arguments)) from None
