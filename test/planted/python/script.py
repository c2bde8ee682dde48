import os
import urllib.error
import urllib.request

from work import work

for _ in range(int(os.environ["LEAKDIFF_ROUNDS"])):
    work()
    try:
        urllib.request.urlopen(os.environ["LEAKDIFF_URL"] + "/round", b"").read()
    except urllib.error.HTTPError as error:
        if error.code != 410:
            raise
