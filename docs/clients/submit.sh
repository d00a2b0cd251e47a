#!/usr/bin/env bash
# Submits a report: submit.sh FILE KEY, with INTAKE (address) and TOKEN in the environment.
# 429 and 503 are tried again after as many seconds as Retry-After says. The key makes it one submission, however often
# it is sent.
set -euo pipefail
answers=$(mktemp -d)
answer=$answers/body
trap 'rm -rf "$answers"' EXIT

for attempt in 1 2 3 4 5 6 7 8; do
  status=$(curl --silent --show-error --max-time 30 --output "$answer" --dump-header "$answers/headers" \
    --write-out '%{http_code}' "$INTAKE/reports" --data-binary "@$1" \
    --header "Authorization: Bearer $TOKEN" --header "Idempotency-Key: \"$2\"" \
    --header 'Content-Type: application/json') || status=000
  case $status in
    202) cat "$answer"; exit 0 ;;
    429 | 503) sleep "$(sed -n 's/^[Rr]etry-[Aa]fter: *\([0-9]*\).*/\1/p' "$answers/headers")" ;;
    000) sleep "$attempt" ;;
    *) cat "$answer" >&2; exit 1 ;;
  esac
done
echo "gave up" >&2
exit 1
