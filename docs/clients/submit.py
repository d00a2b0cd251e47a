"""Submits a report: submit.py FILE KEY, with INTAKE (address) and TOKEN in the environment.

429 and 503 are tried again after as many seconds as Retry-After says. The key makes it one submission, however often
it is sent.
"""

import os
import sys
import time
import urllib.error
import urllib.request


def submit(report: bytes, key: str) -> str:
    request = urllib.request.Request(
        os.environ["INTAKE"] + "/reports",
        data=report,
        headers={
            "Authorization": "Bearer " + os.environ["TOKEN"],
            "Idempotency-Key": f'"{key}"',
            "Content-Type": "application/json",
        },
    )
    for attempt in range(1, 9):
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as refusal:
            if refusal.code not in (429, 503):
                sys.exit(refusal.read().decode())
            time.sleep(int(refusal.headers["Retry-After"]))
        except OSError:
            time.sleep(attempt)
    sys.exit("gave up")


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        print(submit(file.read(), sys.argv[2]))
