"""Where a test's verdict hangs on the clock on the wall: found in its source."""

import ast

# Processor time is none: what else the machine does is not in it.
CLOCKS = {"perf_counter", "perf_counter_ns", "monotonic", "monotonic_ns", "time.time", "time.time_ns"}
MOMENTS = {"clock", "now"}
IN_A_BROWSER = ("performance.now", "performance.timing", "Date.now(")
# Without one of these there is nothing to look for.
WORDS = ("perf_counter", "monotonic", "time.time", "clock()", "now()", "deadline", "timeout", *IN_A_BROWSER)
KEEPERS = {"append", "add", "extend", "insert", "update", "setdefault"}
DEADLINE = "a deadline is a time by the clock on the wall"
VERDICT = "a verdict on a time by the clock on the wall"


def verdicts(source):
    """Line and fault of each assertion, and of each failure behind an `if`, that hangs on how long something took."""
    if not any(word in source for word in WORDS):
        return []
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    timed, before = set(), None
    while timed != before:
        before = set(timed)
        for function in functions:
            timed |= learned(function, timed)
    found = [
        (node.lineno, VERDICT)
        for function in functions
        for node in ast.walk(function)
        if is_verdict(node) and is_timed(node.test, timed | names(function, timed))
    ]
    found += [(node.lineno, DEADLINE) for node in ast.walk(tree) if is_deadline(node)]
    return sorted(set(found))


def learned(function, timed):
    """What the whole module knows to be a time once this function has been read: its own result, and attributes."""
    here = timed | names(function, timed)
    results = [node.value for node in ast.walk(function) if isinstance(node, ast.Return | ast.Yield) and node.value]
    attributes = {name for name in here if "." in name}
    return attributes | ({f"{function.name}()"} if any(is_timed(result, here) for result in results) else set())


def names(function, timed):
    """The names in a function that hold a time, or something made of one."""
    known, before = set(), None
    while known != before:
        before = set(known)
        for node in ast.walk(function):
            for target, value in bindings(node):
                if is_timed(value, timed | known):
                    known |= set(roots(target))
    return known


def bindings(node):
    """What a statement puts where: (target, value)."""
    match node:
        case ast.Assign(targets=targets, value=value):
            yield from ((target, value) for target in targets)
        case ast.AugAssign(target=target, value=value) | ast.NamedExpr(target=target, value=value):
            yield target, value
        case ast.AnnAssign(target=target, value=ast.expr() as value) | ast.For(target=target, iter=value):
            yield target, value
        case ast.Call(func=ast.Attribute(value=kept, attr=verb), args=given) if verb in KEEPERS:
            yield from ((kept, value) for value in given)


def roots(target):
    match target:
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from roots(part)
        case ast.Subscript(value=whole) | ast.Starred(value=whole):
            yield from roots(whole)
        case ast.Name() | ast.Attribute():
            yield ast.unparse(target)


def is_timed(expression, timed):
    return any(reads_clock(node) or is_known(node, timed) or is_difference(node) for node in ast.walk(expression))


def reads_clock(node):
    match node:
        case ast.Call(func=called):
            name = ast.unparse(called)
            return name in CLOCKS or name.removeprefix("time.") in CLOCKS
        case ast.Constant(value=str(text)):
            return any(reading in text for reading in IN_A_BROWSER)
    return False


def is_known(node, timed):
    match node:
        case ast.Name() | ast.Attribute():
            return ast.unparse(node) in timed
        case ast.Call(func=called):
            return f"{ast.unparse(called).rpartition('.')[2]}()" in timed
    return False


def is_difference(node):
    """Of two moments, one of which is now."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and any(map(is_now, (node.left, node.right)))


def is_now(node):
    return isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in MOMENTS


def is_verdict(node):
    if isinstance(node, ast.If):
        return any(isinstance(each, ast.Raise) or is_failure(each) for line in node.body for each in ast.walk(line))
    return isinstance(node, ast.Assert)


def is_failure(node):
    return isinstance(node, ast.Call) and ast.unparse(node.func) in ("pytest.fail", "self.fail")


def is_deadline(node):
    match node:
        case ast.keyword(arg="deadline", value=ast.Constant(value=None)):
            return False
        case ast.keyword(arg="deadline"):
            return True
        case ast.Attribute(attr="timeout"):
            return ast.unparse(node) == "pytest.mark.timeout"
    return False
