"""What a program could notice of us: it prints it as JSON instead of `ready`."""
import json
import sys
import threading

import sitecustomize

print(
    json.dumps(
        {
            "path": sys.path,
            "sitecustomize": getattr(sitecustomize, "mine", None),
            "threads": len(threading.enumerate()),
            "ours": [name for name in vars(sys.modules["__main__"]) if "leakdiff" in name],
        }
    ),
    flush=True,
)
