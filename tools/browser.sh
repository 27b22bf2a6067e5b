# The tests of the workbench look at its pages in a real browser. Debian's Chromium is installed where there is none and that is possible.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" > /dev/null; then exit 0; fi
done
if command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation > /dev/null
elif [ "${CI:-}" ]; then
    echo "There is no Chromium to look at the workbench with, and only root can install it: apt-get install chromium" >&2
    exit 1
else
    echo "There is no Chromium: what the tests of the workbench see in it is skipped. Install it with: apt-get install chromium" >&2
fi
