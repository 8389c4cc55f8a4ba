/* A process outside a run, and the doors to it.
 *
 * outsider wait             holds "kept here" in its memory, its environment and behind descriptor 9; prints its pid
 *                           and the address, then a line for each signal, until standard input ends; last its memory.
 * outsider DOOR PID ADDRESS goes through a door to it: "through: " and what was found, or "shut: " and the errno. */
#include "say.h"
#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>

static char kept[] = "kept here";
static pid_t pid;
static char *address;

static int shut(void) {
  printf("shut: %s\n", errname(errno));
  return 0;
}

static int through(const char *text) {
  printf("through: %s\n", text);
  return 0;
}

static void on_signal(int number) { write(1, "a signal came\n", 14); }

static struct sockaddr_un name_of(pid_t owner, socklen_t *length) {
  struct sockaddr_un a = {.sun_family = AF_UNIX};
  *length = offsetof(struct sockaddr_un, sun_path) + 1 + sprintf(a.sun_path + 1, "callgate-outsider-%d", owner);
  return a;
}

static int wait_here(void) {
  if (!getenv("KEPT")) {
    int held[2];
    setenv("KEPT", kept, 1);
    if (pipe(held) || write(held[1], kept, sizeof kept) < 0 || dup2(held[0], 9) < 0)
      die("pipe");
    execl("/proc/self/exe", "outsider", "wait", NULL);
    die("exec");
  }
  socklen_t length;
  struct sockaddr_un a = name_of(getpid(), &length);
  int stream = socket(AF_UNIX, SOCK_STREAM, 0), datagram = socket(AF_UNIX, SOCK_DGRAM, 0);
  if (bind(stream, (void *)&a, length) || listen(stream, 9))
    die("bind");
  a.sun_path[length - offsetof(struct sockaddr_un, sun_path)] = 'd';
  if (bind(datagram, (void *)&a, length + 1))
    die("bind");
  struct sigaction s = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigaction(SIGUSR1, &s, NULL);
  printf("%d %p\n", getpid(), (void *)kept);
  fflush(stdout);
  char c;
  while (read(0, &c, 1) > 0)
    ;
  printf("memory: %s\n", kept);
  return 0;
}

static int vm_read(void) {
  char text[sizeof kept] = "";
  struct iovec here = {text, sizeof text}, there = {address, sizeof text};
  return process_vm_readv(pid, &here, 1, &there, 1, 0) < 0 ? shut() : through(text);
}

static int vm_write(void) {
  struct iovec here = {"changed!!", 10}, there = {address, 10};
  return process_vm_writev(pid, &here, 1, &there, 1, 0) < 0 ? shut() : through("written");
}

static int seize(void) {
  if (ptrace(PTRACE_SEIZE, pid, 0, 0))
    return shut();
  ptrace(PTRACE_INTERRUPT, pid, 0, 0);
  waitpid(pid, NULL, __WALL);
  long word = ptrace(PTRACE_PEEKDATA, pid, address, 0);
  ptrace(PTRACE_DETACH, pid, 0, 0);
  return memcmp(&word, kept, 8) ? shut() : through("kept here");
}

static int attach(void) {
  if (ptrace(PTRACE_ATTACH, pid, 0, 0))
    return shut();
  waitpid(pid, NULL, __WALL);
  ptrace(PTRACE_DETACH, pid, 0, 0);
  return through("attached");
}

static int descriptor(void) {
  char text[sizeof kept] = "";
  int pidfd = syscall(434 /* pidfd_open */, pid, 0);
  int fd = syscall(438 /* pidfd_getfd */, pidfd, 9, 0);
  return pidfd < 0 || fd < 0 || read(fd, text, sizeof text) < 0 ? shut() : through(text);
}

static int file(const char *name, int flags) {
  char path[64], text[65536];
  snprintf(path, sizeof path, "/proc/%d/%s", pid, name);
  int fd = open(path, flags);
  if (fd < 0)
    return shut();
  if (flags & O_DIRECTORY)
    return through("opened");
  ssize_t count = strcmp(name, "mem") ? read(fd, text, sizeof text) : pread(fd, text, sizeof kept, (off_t)(uintptr_t)address);
  return count < 0 ? shut() : through(count && memmem(text, count, kept, sizeof kept) ? kept : "read");
}

static int link_of(const char *name) {
  char path[64], text[4096];
  snprintf(path, sizeof path, "/proc/%d/%s", pid, name);
  return readlink(path, text, sizeof text) < 0 ? shut() : through("read");
}

static int mem(void) { return file("mem", O_RDONLY); }
static int mem_write(void) { return file("mem", O_RDWR); }
static int environment(void) { return file("environ", O_RDONLY); }
static int maps(void) { return file("maps", O_RDONLY); }
static int smaps(void) { return file("smaps", O_RDONLY); }
static int auxv(void) { return file("auxv", O_RDONLY); }
static int thread_mem(void) {
  char name[64];
  snprintf(name, sizeof name, "task/%d/environ", pid);
  return file(name, O_RDONLY);
}
static int fd(void) { return file("fd/9", O_RDONLY | O_NONBLOCK); }
static int cwd(void) { return file("cwd", O_RDONLY | O_DIRECTORY); }
static int root(void) { return file("root", O_RDONLY | O_DIRECTORY); }
static int below_root(void) { return file("root/etc/hostname", O_RDONLY); }
static int exe(void) { return file("exe", O_RDONLY); }

static int sent(long result) { return result ? shut() : through("sent"); }
static int by_kill(void) { return sent(kill(pid, SIGUSR1)); }
static int by_tgkill(void) { return sent(syscall(SYS_tgkill, pid, pid, SIGUSR1)); }
static int by_tkill(void) { return sent(syscall(SYS_tkill, pid, SIGUSR1)); }
static int by_sigqueue(void) { return sent(sigqueue(pid, SIGUSR1, (union sigval){0})); }
static int by_pidfd(void) {
  int pidfd = syscall(434, pid, 0);
  return sent(pidfd < 0 ? -1 : syscall(424 /* pidfd_send_signal */, pidfd, SIGUSR1, NULL, 0));
}
static int by_stop(void) { return sent(kill(pid, SIGCONT)); }

/* A signal that the kernel sends when a descriptor becomes readable. */
static int by_owner(void) {
  int ends[2];
  if (pipe(ends) || fcntl(ends[0], F_SETOWN, pid) || fcntl(ends[0], F_SETSIG, SIGUSR1) ||
      fcntl(ends[0], F_SETFL, O_ASYNC | O_NONBLOCK) || write(ends[1], "x", 1) != 1)
    return shut();
  return through("sent");
}

static int abstract(int type) {
  socklen_t length;
  struct sockaddr_un a = name_of(pid, &length);
  if (type == SOCK_DGRAM)
    a.sun_path[length++ - offsetof(struct sockaddr_un, sun_path)] = 'd';
  return connect(socket(AF_UNIX, type, 0), (void *)&a, length) ? shut() : through("connected");
}
static int stream(void) { return abstract(SOCK_STREAM); }
static int datagram(void) { return abstract(SOCK_DGRAM); }

int main(int argc, char **argv) {
  static const struct {
    const char *name;
    int (*go)(void);
  } doors[] = {
      {"process_vm_readv", vm_read},
      {"process_vm_writev", vm_write},
      {"PTRACE_SEIZE", seize},
      {"PTRACE_ATTACH", attach},
      {"pidfd_getfd", descriptor},
      {"mem", mem},
      {"mem written", mem_write},
      {"environ", environment},
      {"environ of the thread", thread_mem},
      {"maps", maps},
      {"smaps", smaps},
      {"auxv", auxv},
      {"fd", fd},
      {"cwd", cwd},
      {"root", root},
      {"below root", below_root},
      {"exe", exe},
      {"kill", by_kill},
      {"SIGCONT", by_stop},
      {"tgkill", by_tgkill},
      {"tkill", by_tkill},
      {"sigqueue", by_sigqueue},
      {"pidfd_send_signal", by_pidfd},
      {"F_SETOWN", by_owner},
      {"abstract stream", stream},
      {"abstract datagram", datagram},
  };
  if (argc == 2)
    return wait_here();
  pid = atoi(argv[2]);
  address = (char *)(uintptr_t)strtoull(argv[3], NULL, 0);
  for (size_t i = 0; i < sizeof doors / sizeof *doors; i++)
    if (!strcmp(argv[1], doors[i].name))
      return doors[i].go();
  return 99;
}
