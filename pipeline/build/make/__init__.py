"""Steps -> bytes.

``run``    the stale ones, on an executor   ``stock``  what was made under which key
"""
