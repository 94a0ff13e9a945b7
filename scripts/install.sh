#!/bin/sh
# Installs what running and testing need: a Node that is new enough, where the machine's own is not, and the packages of package-lock.json.
set -eu
cd "$(dirname "$0")/.."

new_enough() { "$1" -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 22 || (a == 22 && b >= 18) ? 0 : 1)' 2>/dev/null; }

if ! command -v npm >/dev/null; then
  echo "Node and npm are needed, and were not found. Any Node from 20.20 on will do: https://nodejs.org" >&2
  exit 1
fi
if ! new_enough node; then
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64|Linux-aarch64) ;;
    *) echo "This is Node $(node --version); 22.18 or newer is needed. For $(uname -s) on $(uname -m) none can be fetched here: install one from https://nodejs.org" >&2; exit 1 ;;
  esac
  if [ ! -d .node/node_modules ] || ! cmp -s runtime/package-lock.json .node/package-lock.json; then
    echo "The machine's Node is $(node --version), older than 22.18: fetching Node 24 into .node/" >&2
    rm -rf .node
    mkdir -p .node
    cp runtime/package.json runtime/package-lock.json .node/
    npm ci --prefix .node --ignore-scripts --no-audit --no-fund --loglevel=error
  fi
fi
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
mkdir -p node_modules && touch node_modules/.installed
