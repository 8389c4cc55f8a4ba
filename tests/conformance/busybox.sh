#!/bin/bash
# busybox's own tests with Debian's busybox: busybox.sh OUTCOMES UNIT [APPLET...]
outcomes=$1
shift 2
source=$CALLGATE_PACKAGES/src/busybox
cp -r "$source/testsuite" "$source/scripts" .
cp "$source/debian/config/pkg/static" .config
ln -s "$(type -P busybox)" busybox
# All applets are there from the beginning; the script would make them anew for each.
mkdir runtest-tempdir-links
./busybox --install -s runtest-tempdir-links
cd testsuite || exit 1
# shellcheck disable=SC2016 # the script's own variables
sed -i 's/^rm -rf "$LINKSDIR".*//; s/^for i in $implemented; do/for i in; do/' runtest
if (($# == 0)); then
	# An applet has a file or a folder of tests.
	mapfile -t applets < <(for test in *.tests */; do basename "${test%/}" .tests; done | grep -v '^all_' | sort -u)
	set -- "${applets[@]}"
fi
for applet; do
	timeout -k 5 60 ./runtest "$applet" </dev/null 2>/dev/null | while IFS=: read -r outcome name; do
		case $outcome in
		PASS | FAIL | SKIPPED | UNTESTED) printf '%s %s\t%s\n' "$applet" "${name# }" "$outcome" ;;
		esac
	done >>"$outcomes"
done
