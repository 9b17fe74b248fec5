"""The measures of cost themselves: they see a square where there is one, and not where there is none."""

import pytest

from tests import costs


def in_one_pass(many):
    return sum(number for number in many)


def each_with_each(many):
    return sum(number for number in many for _other in many)


def called_for_each_with_each(many):
    return sum(abs(number) for number in many for _other in many)


def test_what_takes_a_pass_grows_with_its_size():
    costs.assert_grows_with_its_size(in_one_pass, range, 20_000)


def test_what_takes_a_square_is_found_by_the_processors_time():
    with pytest.raises(AssertionError, match="8 times as much"):
        costs.assert_grows_with_its_size(each_with_each, range, 400)


def test_what_takes_a_square_is_found_by_its_steps():
    with pytest.raises(AssertionError, match="8 times as much costs 6"):
        costs.assert_grows_with_its_size(called_for_each_with_each, range, 30, cost=costs.steps)


def test_steps_are_the_same_each_time():
    assert costs.steps(called_for_each_with_each, range(20)) == costs.steps(called_for_each_with_each, range(20)) > 400


def test_what_takes_too_many_steps_is_not_waited_for():
    with pytest.raises(costs.TooManySteps):
        costs.steps(called_for_each_with_each, range(1_000_000), most=1_000)
