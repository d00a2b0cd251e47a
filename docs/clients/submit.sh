#!/usr/bin/env bash
# Submits a report: submit.sh FILE KEY, with INTAKE (address) and TOKEN in the environment, and ATTEMPTS if not 8.
# 429, 502, 503, 504 and a broken connection are tried again. The key makes it one submission, however often it is sent.
# Exit code: 0 accepted, 1 refused, 75 gave up.
set -euo pipefail
attempts=${ATTEMPTS:-8}
answer=$(mktemp -d)
trap 'rm -rf "$answer"' EXIT

# Retry-After (seconds or a date) in seconds, 0 to 60. Without GNU date, a date counts as 0.
retry_after() {
  local value now
  value=$(sed -n 's/^[Rr]etry-[Aa]fter:[[:space:]]*//p' "$answer/headers" | tr -d '\r' | tail -n 1)
  now=$(date +%s)
  case $value in
    '') value=0 ;;
    *[!0-9]*) value=$(($(date -d "$value" +%s 2>/dev/null || echo "$now") - now)) ;;
    *) value=$((10#$value)) ;;
  esac
  echo $((value < 0 ? 0 : value > 60 ? 60 : value))
}

for ((attempt = 0; attempt < attempts; attempt++)); do
  if ((attempt > 0)); then
    # A random time of at most 1, 2, 4, … 60 s on top: clients that failed together do not come back together.
    jitter=$((RANDOM % (attempt > 6 ? 60 : 1 << (attempt - 1))))
    sleep "$((wait + jitter)).$((RANDOM % 10))"
  fi
  status=$(curl --silent --show-error --max-time 30 --output "$answer/body" --dump-header "$answer/headers" \
    --write-out '%{http_code}' "$INTAKE/reports" --data-binary "@$1" \
    --header "Authorization: Bearer $TOKEN" --header "Idempotency-Key: \"$2\"" \
    --header 'Content-Type: application/json') || status=000
  case $status in
    202) cat "$answer/body"; exit 0 ;;
    429 | 502 | 503 | 504) wait=$(retry_after) ;;
    000) wait=0 ;;
    *) cat "$answer/body" >&2; exit 1 ;;
  esac
  echo "attempt $((attempt + 1)) failed: status $status" >&2
done
echo "gave up after $attempts attempts" >&2
exit 75
