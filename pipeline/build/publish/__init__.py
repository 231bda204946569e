"""Files -> an edition in its place, whole or not at all.

``staged``   in its staging folder, file by file     ``publish``  one exchange
``journal``  what each file was last made from       ``receipt``  what was said of an edition, and of what
``spare``    the edition before the last             ``assets``   files that are copied as they are
``shard``    a part of an edition                    ``merge``    shards -> an edition
``extra``    files that a command adds
"""
