"""Front pages at the desk.

test_arranging    arranged beside the page that readers would have
test_moving_down  a story that comes to a place pushes down what stands there
"""
