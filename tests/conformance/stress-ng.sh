#!/bin/bash
# stress-ng's stressors, which check what the kernel answers: stress-ng.sh OUTCOMES UNIT [STRESSOR...]
outcomes=$1 unit=$2
shift 2
# Some stressors fill the disk if they can: 256 MiB a file.
ulimit -f 262144

case $unit in
files)
	all="access:20 chattr:20 chmod:50 chown:50 copy-file:5 dentry:200 dir:50 dup:200 fallocate:5 fcntl:100 fiemap:10
	file-ioctl:100 filename:5 flock:100 fpunch:5 fstat:100 full:100 getdent:10 handle:50 inode-flags:20 inotify:2
	iomix:10 lease:50 link:5 locka:100 lockf:100 lockofd:100 mknod:2 null:100 open:500 readahead:5 rename:100
	revio:50 seal:20 seek:100 sendfile:10 splice:50 symlink:5 sync-file:5 tee:50 touch:100 urandom:20 utime:100
	verity:5 xattr:10 zero:100"
	;;
sockets)
	all="epoll:100 netdev:20 sock:100 sockabuse:20 sockdiag:20 sockfd:100 sockmany:5 sockpair:100 udp:100
	udp-flood:100"
	;;
processes)
	all="clone:100 daemon:10 exec:20 exit-group:10 fork:50 kill:100 mq:100 pidfd:50 pthread:20 ptrace:50 pty:5 session:20
	sigchld:50 signal:100 spawn:10 vfork:50 wait:10 zombie:10"
	;;
*) exit 1 ;;
esac
if (($#)); then
	wanted=" $* "
else
	wanted=
fi
for stressor in $all; do
	name=${stressor%:*} ops=${stressor#*:}
	[[ -n $wanted && $wanted != *" $name "* ]] && continue
	# So few that they end of themselves: the signals that end the others interrupt calls (docs/semantics.md).
	said=$(timeout -k 5 60 stress-ng --"$name" 2 --"$name-ops" "$ops" --timeout 40 --verify --no-rand-seed 2>&1)
	status=$?
	# Of what it says, what it calls a failure, and what it could not do.
	grep -oE '(fail|warn): .*|skipping.*|.*not (supported|implemented|permitted).*' <<<"$said" |
		sed -E 's/\[[0-9]+\] ?//g; s/^stress-ng: //' | sort -u | while read -r line; do
		printf '%s (says)\t%s\n' "$name" "$line"
	done >>"$outcomes"
	printf '%s\texit %s\n' "$name" "$status" >>"$outcomes"
	rm -rf ./tmp-*
done
