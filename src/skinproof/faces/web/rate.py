"""How many requests one address may make a minute: a bucket that fills evenly. Addresses are forgotten after a minute."""

from __future__ import annotations

import time
from collections.abc import Callable

_MINUTE_S = 60.0
_SWEEP_AT = 4096


class Rate:
    """Buckets by address, in memory only."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Set the rate.

        Args:
            per_minute: requests for one address; 0 is no limit.
            clock: seconds, for tests.
        """
        self._most = float(per_minute)
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}

    def allows(self, address: str) -> bool:
        """Take one request from an address's bucket; False when it is empty."""
        if not self._most:
            return True
        now = self._clock()
        left, since = self._buckets.get(address, (self._most, now))
        left = min(self._most, left + (now - since) * self._most / _MINUTE_S)
        self._buckets[address] = (max(left - 1.0, 0.0) if left >= 1.0 else left, now)
        if len(self._buckets) > _SWEEP_AT:
            self._sweep(now)
        return left >= 1.0

    def _sweep(self, now: float) -> None:
        """Forget addresses whose bucket is full again; if too many are left, forget all."""
        kept = {a: b for a, b in self._buckets.items() if now - b[1] < _MINUTE_S}
        self._buckets = kept if len(kept) <= _SWEEP_AT else {}
