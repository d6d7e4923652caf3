"""check_forms.py ROOT: fails where a room of the window works in the background, or says something, in a form of its own.

Work in the background is a Task (app/tasks), so that nothing overtaken arrives; what a person should know goes to Notices,
which everybody finds beside the document. JSON becomes text by jsonText, everywhere."""
import os
import re
import sys

EVERYWHERE = [
    (r"(\.|->)dump\(", "JSON becomes text by jsonText: names may be no UTF-8", ("engine/core/json_text.h",)),
]
FORMS = EVERYWHERE + [
    (r"\b(QFutureWatcher|QtConcurrent|QPromise|QFuture)\b", "work in the background is a Task", ()),
    (r"\bvoid message\(", "what a person should know goes to document().notices()",
     ("app/extraction/extract_dialog.h", "app/dataset_view/explanation_run.h")),  # said by who owns them, if at all
]


def main(root):
    found = 0
    for folder, forms in (("app", FORMS), ("widgets", FORMS), ("engine", EVERYWHERE), ("python", EVERYWHERE)):
        for place, _, names in os.walk(os.path.join(root, folder)):
            for name in sorted(names):
                path = os.path.relpath(os.path.join(place, name), root)
                if not name.endswith((".h", ".cpp")):
                    continue
                with open(os.path.join(root, path), encoding="utf-8") as file:
                    for number, line in enumerate(file, 1):
                        for form, instead, allowed in forms:
                            if path not in allowed and re.search(form, line.split("//")[0]):
                                print(f"{path}:{number}: {instead}: {line.strip()}")
                                found += 1
    return 1 if found else 0


sys.exit(main(sys.argv[1]))
