#!/bin/bash
# perl's own tests of input, output and processes with Debian's perl: perl.sh OUTCOMES UNIT [FILE...]
outcomes=$1
shift 2
# The tests look for perl and its modules in their own source tree.
cp -r "$CALLGATE_PACKAGES/src/perl/t" .
mkdir lib
for folder in /usr/share/perl/5.*.* /usr/lib/*/perl/5.*.* /usr/lib/*/perl-base; do
	cp -rs "$folder/." lib 2>/dev/null
done
cd t || exit 1
ln -s /usr/bin/perl perl
if (($# == 0)); then
	set -- io/*.t op/{alarm,chdir,closure,die_exit,exec,filetest,filetest_t,fork,getpid,getppid,glob,groups,kill0,lfs,magic}.t \
		op/{mkdir,pwent,grent,readdir,readline,select,sigdispatch,sigsystem,sselect,stat,stat_errors,sysio,threads,threads-dirh}.t \
		op/{threads,unlink,waitpid,write}.t
fi
for file; do
	[[ -f $file ]] || continue
	# The tests make up names of files.
	timeout -k 5 120 ./perl -I../lib "$file" 2>/dev/null </dev/null | sed -E 's/tmp_[A-Z_]+/tmp/g' | while read -r line; do
		if [[ $line =~ ^((not )?ok)\ +([0-9]+)\ *-?\ *(.*)$ ]]; then
			# In parentheses some tests show what ps printed.
			printf '%s %s: %s\t%s\n' "$file" "${BASH_REMATCH[3]}" "${BASH_REMATCH[4]%%(*}" "${BASH_REMATCH[1]}"
		fi
	done >>"$outcomes"
	printf '%s\texit %s\n' "$file" "${PIPESTATUS[0]}" >>"$outcomes"
done
