"""What the reader builds for a story is a value, though nothing stops who sets its fields."""

from dataclasses import replace

import pytest

from storage.frozen import frozen


@frozen
class Rung:
    """As the reader declares its values."""

    step: int
    name: str = "bronze"


def test_equal_fields_make_equal_values_that_a_set_holds_once() -> None:
    """As of any frozen dataclass."""
    assert Rung(step=1) == Rung(step=1, name="bronze")
    assert {Rung(step=1), Rung(step=1), Rung(step=2)} == {Rung(step=2), Rung(step=1)}


def test_a_value_with_another_field_is_another_value() -> None:
    """`replace` leaves the old one as it is."""
    low = Rung(step=1)
    assert replace(low, step=2) == Rung(step=2)
    assert low == Rung(step=1)


def test_fields_are_told_by_their_names_and_no_others_are_taken() -> None:
    """A misspelt name is an error, in front of the brackets and in them."""
    with pytest.raises(TypeError):
        Rung(1)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Rung(step=1).stp = 2  # type: ignore[attr-defined]
