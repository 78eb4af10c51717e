#!/usr/bin/env bash
# Sees to it that the programs that `make proof` looks with are there: a skipped check is no check.
set -euo pipefail

declare -A package=(
  [pdffonts]=poppler-utils [pdfinfo]=poppler-utils [pdftotext]=poppler-utils [pdftoppm]=poppler-utils
  [qpdf]=qpdf [gs]=ghostscript [hunspell]=hunspell
)

missing() {
  local program
  for program in "${!package[@]}"; do
    command -v "$program" >/dev/null || echo "${package[$program]}"
  done
  hunspell -d nl -l </dev/null >/dev/null 2>&1 || echo hunspell-nl
}

mapfile -t wanted < <(missing | sort -u)
[ "${#wanted[@]}" -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
  mapfile -t wanted < <(missing | sort -u)
  [ "${#wanted[@]}" -eq 0 ] && exit 0
fi

echo "make proof needs these packages: ${wanted[*]}" >&2
echo "On Debian or Ubuntu: sudo apt-get install ${wanted[*]}" >&2
exit 1
