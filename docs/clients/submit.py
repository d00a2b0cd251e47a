"""Submits a report: submit.py FILE KEY, with INTAKE (address) and TOKEN in the environment, and ATTEMPTS if not 8.

429, 502, 503, 504 and a broken connection are tried again. The key makes it one submission, however often it is sent.
Exit code: 0 accepted, 1 refused, 75 gave up.
"""

import calendar
import email.utils
import http.client
import os
import random
import sys
import time
import urllib.error
import urllib.request

ATTEMPTS = int(os.environ.get("ATTEMPTS", "8"))


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
    wait = 0.0
    for attempt in range(ATTEMPTS):
        time.sleep(wait)
        # A random time of at most 1, 2, 4, … 60 s on top: clients that failed together do not come back together.
        wait = random.uniform(0, min(60, 2**attempt))
        try:
            with send(request) as answer:
                body = answer.read().decode(errors="replace")
            if answer.status == 202:
                return body
            if answer.status not in (429, 502, 503, 504):
                sys.exit(body)
            wait += retry_after(answer.headers.get("Retry-After", "0"))
            failure = f"status {answer.status}"
        except (OSError, http.client.HTTPException) as broken:
            failure = f"no answer: {broken}"
        print(f"attempt {attempt + 1} failed: {failure}", file=sys.stderr)
    print(f"gave up after {ATTEMPTS} attempts", file=sys.stderr)
    sys.exit(75)


def send(request: urllib.request.Request):
    try:
        return urllib.request.urlopen(request, timeout=30)
    except urllib.error.HTTPError as refusal:
        return refusal


def retry_after(value: str) -> float:
    """Retry-After (seconds or a date) in seconds, 0 to 60."""
    try:
        seconds = int(value) if value.isdecimal() else calendar.timegm(email.utils.parsedate(value)) - time.time()
    except (TypeError, ValueError):
        return 0
    return max(0, min(60, seconds))


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        print(submit(file.read(), sys.argv[2]))
