#!/bin/bash
# stress-ng's stressors, which check what the kernel answers: stress-ng.sh OUTCOMES UNIT [STRESSOR...]
outcomes=$1 unit=$2
shift 2

files="access:200 chattr:100 chdir:200 chmod:200 chown:200 copy-file:20 dentry:2000 dir:500 dirdeep:50 dirmany:50
	dnotify:100 dup:2000 fallocate:20 fcntl:500 fiemap:50 file-ioctl:500 filename:50 flock:500 fpunch:20 fstat:500
	full:500 getdent:100 handle:100 hdd:20 inode-flags:100 inotify:20 iomix:50 lease:200 link:50 locka:500 lockf:500
	lockofd:500 mknod:20 null:500 open:2000 readahead:20 rename:500 revio:200 seal:100 seek:500 sendfile:50 splice:200
	symlink:50 sync-file:20 tee:200 touch:500 urandom:100 utime:500 verity:10 xattr:50 zero:500"
sockets="epoll:500 netdev:50 sock:500 sockabuse:100 sockdiag:50 sockfd:500 sockmany:20 sockpair:500 udp:500 udp-flood:500"
processes="chroot:50 clone:500 daemon:50 env:10 exec:100 exit-group:50 fifo:500 fork:200 forkheavy:50 itimer:500 kcmp:100
	kill:500 mq:500 nice:20 pidfd:200 pipe:500 poll:100 procfs:50 prctl:100 ptrace:200 pthread:100 pty:20 rlimit:50
	schedpolicy:50 session:50 shm:50 sigabrt:50 sigchld:200 sigfd:200 sigio:50 signal:500 signest:50 sigpipe:50
	sigsuspend:500 spawn:50 switch:200 unshare:20 vfork:200 wait:50 zombie:50"
kernel="bad-ioctl:50 dev:10 enosys:20 set:50 sysbadaddr:50 syscall:20 sysfs:10 tmpfs:20 userfaultfd:10 usersyscall:50"

all=${!unit}
if (($#)); then
	wanted=" $* "
else
	wanted=
fi
for stressor in $all; do
	name=${stressor%:*} ops=${stressor#*:}
	[[ -n $wanted && $wanted != *" $name "* ]] && continue
	said=$(timeout -k 5 60 stress-ng --"$name" 2 --"$name-ops" "$ops" --timeout 5 --verify --no-rand-seed 2>&1)
	status=$?
	# Of what it says, what it calls a failure, and what it could not do.
	grep -oE '(fail|warn): .*|skipping.*|.*not (supported|implemented|permitted).*' <<<"$said" |
		sed -E 's/\[[0-9]+\] ?//g; s/^stress-ng: //' | sort -u | while read -r line; do
		printf '%s (says)\t%s\n' "$name" "$line"
	done >>"$outcomes"
	printf '%s\texit %s\n' "$name" "$status" >>"$outcomes"
	rm -rf ./tmp-*
done
