"""Forecasts prepared for the pack: keys, contents, size, and what has no data."""

import json

import pytest

from skinproof.skin.forecast import forecast
from skinproof.skin.prepared import DECADES, brief, key_of, prepared

KEYS = [("micro_infusion", 55, "micro_infusion:50"), ("micro_infusion", 56, "micro_infusion:60"), ("micro_infusion", None, "micro_infusion:40"), ("micro_infusion", 18, "micro_infusion:20"), ("micro_infusion", 81, None), ("ha_filler", 40, None)]


@pytest.mark.parametrize(("treatment", "age", "key"), KEYS)
def test_nearest_decade_gives_the_key(treatment, age, key):
    """An age takes the nearest decade; no data gives no key."""
    assert key_of(treatment, age) == key


def test_prepared_forecasts_are_small_and_whole():
    """The first treatment has all decades, each is plain data under a kilobyte, and equals a fresh forecast's brief."""
    first = [item for item, _ in zip(prepared(), DECADES, strict=False)]
    assert [key for key, _ in first] == [f"micro_infusion:{age}" for age in DECADES]
    assert all(len(json.dumps(plain)) < 1024 for _, plain in first)
    assert first[3][1] == brief(forecast("micro_infusion", age=50))
