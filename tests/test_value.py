"""Values: what `@value` makes of a class."""

import copy
import pickle
from collections.abc import Callable

import pytest

from provenance.value import Value, field_names, quicken, replaced, value


@value
class Point:
    """Two numbers and a name."""

    x: int
    y: int = 2
    name: str = "here"

    @property
    def sum(self) -> int:
        """Give both numbers together."""
        return self.x + self.y


@value
class Other:
    """The same fields under another class."""

    x: int
    y: int = 2
    name: str = "here"


def test_fields_are_given_by_name_and_may_have_defaults() -> None:
    point = Point(x=1, name="there")
    assert (point.x, point.y, point.name, point.sum) == (1, 2, "there", 3)


def test_a_missing_field_is_named() -> None:
    with pytest.raises(TypeError, match="Point needs `x`"):
        Point(y=1)  # type: ignore[call-arg]


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(TypeError, match="Point has no z"):
        Point(x=1, z=3)  # type: ignore[call-arg]


def test_fields_have_no_order_to_be_given_in() -> None:
    with pytest.raises(TypeError):
        Point(1, 2)  # type: ignore[call-arg]


def test_values_are_frozen() -> None:
    point = Point(x=1)
    with pytest.raises(AttributeError, match="x cannot be changed"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="x cannot be deleted"):
        del point.x
    with pytest.raises(AttributeError):
        point.colour = "red"  # type: ignore[attr-defined]
    assert point == Point(x=1)


def test_two_values_are_equal_where_class_and_fields_are() -> None:
    assert Point(x=1) == Point(x=1, y=2)
    assert Point(x=1) != Point(x=2)
    others: list[object] = [Other(x=1), (1, 2, "here")]
    assert all(Point(x=1) != other for other in others)


def test_equal_values_have_one_hash() -> None:
    assert {Point(x=1), Point(x=1, y=2), Point(x=1, y=3)} == {Point(x=1), Point(x=1, y=3)}


def test_repr_shows_every_field() -> None:
    assert repr(Point(x=1)) == "Point(x=1, y=2, name='here')"


def test_replaced_gives_a_changed_copy() -> None:
    point = Point(x=1, name="there")
    assert replaced(point, y=5) == Point(x=1, y=5, name="there")
    assert point.y == 2


def test_replaced_refuses_unknown_fields() -> None:
    with pytest.raises(TypeError, match="Point has no z"):
        replaced(Point(x=1), z=1)


def test_field_names_come_in_order_and_only_of_values() -> None:
    assert field_names(Point(x=1)) == ("x", "y", "name")
    assert field_names("text") == ()


@pytest.mark.parametrize("twin", [copy.copy, copy.deepcopy, lambda point: pickle.loads(pickle.dumps(point))])
def test_values_can_be_copied_and_stored(twin: Callable[[Point], Point]) -> None:
    assert twin(Point(x=1, y=7)) == Point(x=1, y=7)


def test_the_class_keeps_its_name_and_docstring() -> None:
    assert (Point.__name__, Point.__module__, Point.__doc__) == ("Point", __name__, "Two numbers and a name.")
    assert issubclass(Point, Value)


def test_values_have_slots_only() -> None:
    assert not hasattr(Point(x=1), "__dict__")


def test_a_constructor_of_its_own_makes_the_same_values() -> None:
    @value
    class Spot:
        x: int
        y: int = 2

    before = Spot(x=1)
    quicken(Spot)
    quicken(Spot)
    assert Spot(x=1) == before
    assert replaced(before, y=5) == Spot(x=1, y=5) != before
    with pytest.raises(TypeError, match="'x'"):
        Spot(y=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="'z'"):
        Spot(x=1, z=1)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Spot(x=1).x = 2  # type: ignore[misc]
