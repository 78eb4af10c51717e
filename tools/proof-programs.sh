#!/usr/bin/env bash
# Sees to it that the programs that `make proof` looks with are there: a skipped check is no check.
set -euo pipefail

declare -A package=(
  [pdffonts]=poppler-utils [pdfinfo]=poppler-utils [pdftotext]=poppler-utils [pdftoppm]=poppler-utils
  [mutool]=mupdf-tools [soffice]=libreoffice-calc [qpdf]=qpdf [gs]=ghostscript [hunspell]=hunspell
  [chromium]=chromium [chromedriver]=chromium-driver [npm]=npm
)
axe=4.14.1

missing() {
  local program
  for program in "${!package[@]}"; do
    command -v "$program" >/dev/null || echo "${package[$program]}"
  done
  hunspell -d nl -l </dev/null >/dev/null 2>&1 || echo hunspell-nl
}

# axe-core checks whether a page can be used by everybody. It stands in .venv, where git does not look.
install_axe() {
  local here=.venv/node/node_modules/axe-core/package.json
  grep -qs "\"version\": \"$axe\"" "$here" && return
  npm install --prefix .venv/node --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --silent \
    "axe-core@$axe"
}

mapfile -t wanted < <(missing | sort -u)
if [ "${#wanted[@]}" -gt 0 ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
  mapfile -t wanted < <(missing | sort -u)
fi

if [ "${#wanted[@]}" -gt 0 ]; then
  echo "make proof needs these packages: ${wanted[*]}" >&2
  echo "On Debian or Ubuntu: sudo apt-get install ${wanted[*]}" >&2
  exit 1
fi
install_axe
