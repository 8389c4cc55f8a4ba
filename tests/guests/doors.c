/* Side doors of a resource policy: each is tried, each answer is printed. */
#include "say.h"
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <netinet/in.h>

static long n(long nr, long a, long b, long c, long d, long e) { return syscall(nr, a, b, c, d, e); }

static int child(void *unused) { return 0; }

static int filter(unsigned flags, unsigned ret) {
  struct sock_filter f[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getppid, 0, 1),
                            BPF_STMT(BPF_RET | BPF_K, ret), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  struct sock_fprog p = {4, f};
  return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &p);
}

int main(int argc, char **argv) {
  pid_t outside = argc > 1 ? atoi(argv[1]) : 1;
  char buffer[256];
  memset(buffer, 0, sizeof buffer);
  say("io_uring_setup", n(425, 4, (long)buffer, 0, 0, 0));
  say("io_uring_enter", n(426, 0, 0, 0, 0, 0));
  say("io_uring_register", n(427, 0, 0, 0, 0, 0));
  say("open_by_handle_at", n(SYS_open_by_handle_at, AT_FDCWD, (long)buffer, 0, 0, 0));
  say("unshare user", unshare(CLONE_NEWUSER));
  say("unshare mount", unshare(CLONE_NEWNS));
  say("unshare user and net", unshare(CLONE_NEWUSER | CLONE_NEWNET));
  static char stack[65536] __attribute__((aligned(16)));
  say("clone user", clone(child, stack + sizeof stack, CLONE_NEWUSER | SIGCHLD, NULL));
  say("clone mount", clone(child, stack + sizeof stack, CLONE_NEWNS | SIGCHLD, NULL));
  say("clone3", n(435, (long)buffer, 88, 0, 0, 0));
  say("setns", n(SYS_setns, 0, 0, 0, 0, 0));
  say("mount", mount("none", "/tmp", "tmpfs", 0, NULL));
  say("umount2", umount2("/tmp", 0));
  say("pivot_root", n(SYS_pivot_root, (long)"/", (long)"/", 0, 0, 0));
  say("open_tree", n(428, AT_FDCWD, (long)"/", 0, 0, 0));
  say("move_mount", n(429, AT_FDCWD, (long)"/", AT_FDCWD, (long)"/", 0));
  say("fsopen", n(430, (long)"tmpfs", 0, 0, 0, 0));
  say("fsconfig", n(431, 0, 0, 0, 0, 0));
  say("fsmount", n(432, 0, 0, 0, 0, 0));
  say("fspick", n(433, AT_FDCWD, (long)"/", 0, 0, 0));
  say("mount_setattr", n(442, AT_FDCWD, (long)"/", 0, (long)buffer, 32));
#ifdef SYS_userfaultfd
  say("userfaultfd", n(SYS_userfaultfd, 1, 0, 0, 0, 0));
#endif
  say("bpf", n(SYS_bpf, 0, (long)buffer, 64, 0, 0));
  say("perf_event_open", n(SYS_perf_event_open, (long)buffer, 0, -1, -1, 0));
  say("init_module", n(SYS_init_module, 0, 0, (long)"", 0, 0));
  say("finit_module", n(SYS_finit_module, -1, (long)"", 0, 0, 0));
  say("delete_module", n(SYS_delete_module, (long)"callgate-none", 0, 0, 0, 0));
  say("kexec_load", n(SYS_kexec_load, 0, -1, 0, 0, 0));
  say("ioperm", n(SYS_ioperm, 0, 1, 0, 0, 0));
  say("iopl", n(SYS_iopl, 0, 0, 0, 0, 0));
  say("fanotify_init", n(SYS_fanotify_init, 0, 0, 0, 0, 0));
  say("TIOCSTI", ioctl(0, 0x5412, buffer));
  say("TIOCLINUX", ioctl(0, 0x541c, buffer));
  say("socket packet", socket(17, SOCK_RAW, 0));
  say("socket vsock", socket(40, SOCK_STREAM, 0));
  say("socket alg", socket(38, SOCK_SEQPACKET, 0));
  say("socket smc", socket(43, SOCK_STREAM, 0));
  say("socket mptcp", socket(AF_INET, SOCK_STREAM, 262));
  say("socket sctp", socket(AF_INET, SOCK_STREAM, 132));
  say_ok("socket tcp", socket(AF_INET, SOCK_STREAM, 0));
  say_ok("socket unix", socket(AF_UNIX, SOCK_STREAM, 0));
  say_ok("socket netlink", socket(AF_NETLINK, SOCK_RAW, 0));
  struct iovec io = {buffer, 8}, there = {(void *)0x400000, 8};
  say("process_vm_readv outside", process_vm_readv(outside, &io, 1, &there, 1, 0));
  say("process_vm_writev outside", process_vm_writev(outside, &io, 1, &there, 1, 0));
  say("ptrace outside", ptrace(PTRACE_SEIZE, outside, 0, 0));
  int pidfd = n(SYS_pidfd_open, outside, 0, 0, 0, 0);
  say("pidfd_getfd outside", n(438, pidfd, 0, 0, 0, 0));
  say("kill outside", kill(outside, SIGCONT));
  char path[64];
  const char *files[] = {"mem", "environ", "cwd", "root/etc/hostname", "fd/0", "maps"};
  for (int i = 0; i < 6; i++) {
    snprintf(path, sizeof path, "/proc/%d/%s", outside, files[i]);
    int fd = open(path, O_RDONLY);
    printf("outsider's %s: %s\n", files[i], fd < 0 ? errname(errno) : "OPEN");
  }
  say("new listener", filter(SECCOMP_FILTER_FLAG_NEW_LISTENER, SECCOMP_RET_USER_NOTIF));
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  say("own filter", filter(0, SECCOMP_RET_ERRNO | 77));
  errno = 0;
  getppid();
  printf("own filter works: %d\n", syscall(SYS_getppid) == -1 && errno == 77);
  return 0;
}
