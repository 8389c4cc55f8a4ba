/* Goes through one side door and says whether it is open: what a policy denies is used, not only asked for.
 *
 * through DOOR FILE   FILE is denied by its name; "through: " and its text, or "shut: " and the errno. */
#include "say.h"
#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/filter.h>
#include <linux/io_uring.h>
#include <linux/perf_event.h>
#include <linux/seccomp.h>
#include <linux/userfaultfd.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/fanotify.h>
#include <sys/wait.h>

#ifndef UFFD_USER_MODE_ONLY
#define UFFD_USER_MODE_ONLY 1
#endif

static const char *file;
static char folder[4096], other[4096];

static int shut(void) {
  printf("shut: %s\n", errname(errno));
  return 0;
}

static int through(const char *text) {
  printf("through: %s\n", text);
  return 0;
}

/* What the denied file holds, by a descriptor that some door gave. */
static int holds(int fd) {
  char text[64] = "";
  if (fd < 0 || read(fd, text, sizeof text - 1) < 0)
    return shut();
  text[strcspn(text, "\n")] = 0;
  return through(text);
}

/* The same under another name: the denied folder now lies on `other`. */
static int under_another_name(void) {
  char path[8192];
  snprintf(path, sizeof path, "%s%s", other, strrchr(file, '/'));
  return holds(open(path, O_RDONLY));
}

static int named(void) { return holds(open(file, O_RDONLY)); }

static int ring(void) {
  struct io_uring_params p;
  memset(&p, 0, sizeof p);
  int fd = syscall(SYS_io_uring_setup, 4, &p);
  if (fd < 0)
    return shut();
  char *sq = mmap(NULL, p.sq_off.array + p.sq_entries * 4, PROT_READ | PROT_WRITE, MAP_SHARED, fd, IORING_OFF_SQ_RING);
  char *cq = mmap(NULL, p.cq_off.cqes + p.cq_entries * sizeof(struct io_uring_cqe), PROT_READ | PROT_WRITE, MAP_SHARED, fd,
                  IORING_OFF_CQ_RING);
  struct io_uring_sqe *sqe =
      mmap(NULL, p.sq_entries * sizeof *sqe, PROT_READ | PROT_WRITE, MAP_SHARED, fd, IORING_OFF_SQES);
  if (sq == MAP_FAILED || cq == MAP_FAILED || sqe == MAP_FAILED)
    return shut();
  memset(sqe, 0, sizeof *sqe);
  sqe->opcode = IORING_OP_OPENAT;
  sqe->fd = AT_FDCWD;
  sqe->addr = (uintptr_t)file;
  ((unsigned *)(sq + p.sq_off.array))[0] = 0;
  __atomic_store_n((unsigned *)(sq + p.sq_off.tail), 1, __ATOMIC_RELEASE);
  if (syscall(SYS_io_uring_enter, fd, 1, 1, IORING_ENTER_GETEVENTS, NULL, 0) < 0)
    return shut();
  int result = ((struct io_uring_cqe *)(cq + p.cq_off.cqes))[0].res;
  if (result < 0)
    errno = -result;
  return holds(result);
}

static int handle(void) {
  struct {
    struct file_handle head;
    unsigned char bytes[MAX_HANDLE_SZ];
  } h = {.head.handle_bytes = MAX_HANDLE_SZ};
  int mount;
  if (name_to_handle_at(AT_FDCWD, file, &h.head, &mount, 0))
    return shut();
  int root = open(other, O_RDONLY | O_DIRECTORY);
  return holds(open_by_handle_at(root, &h.head, O_RDONLY));
}

static int bind_mount(void) {
  return mount(folder, other, NULL, MS_BIND, NULL) ? shut() : under_another_name();
}

static int unshare_user(void) { return unshare(CLONE_NEWUSER | CLONE_NEWNS) ? shut() : bind_mount(); }

static int unshare_mount(void) {
  return unshare(CLONE_NEWNS) || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) ? shut() : bind_mount();
}

static int in_child(void *unused) {
  bind_mount();
  fflush(stdout);
  return 0;
}

static int clone_user(void) {
  static char stack[262144] __attribute__((aligned(16)));
  fflush(stdout);
  if (clone(in_child, stack + sizeof stack, CLONE_NEWUSER | CLONE_NEWNS | SIGCHLD, NULL) < 0)
    return shut();
  wait(NULL);
  return 0;
}

static int clone3_user(void) {
  uint64_t args[11] = {CLONE_NEWUSER | CLONE_NEWNS, 0, 0, 0, SIGCHLD};
  fflush(stdout);
  long pid = syscall(SYS_clone3, args, sizeof args);
  if (pid < 0)
    return shut();
  if (!pid)
    _exit(in_child(NULL));
  wait(NULL);
  return 0;
}

static int mount_tree(void) {
  int tree = syscall(428, AT_FDCWD, folder, 1 /* OPEN_TREE_CLONE */);
  if (tree < 0 || syscall(429, tree, "", AT_FDCWD, other, 4 /* MOVE_MOUNT_F_EMPTY_PATH */))
    return shut();
  return under_another_name();
}

static int mount_new(void) {
  int fs = syscall(430, "tmpfs", 0);
  if (fs < 0 || syscall(431, fs, 6 /* FSCONFIG_CMD_CREATE */, NULL, NULL, 0))
    return shut();
  int root = syscall(432, fs, 0, 0);
  if (root < 0 || syscall(429, root, "", AT_FDCWD, folder, 4))
    return shut();
  return access(file, F_OK) ? through("a new file system hides it") : shut();
}

static int unmount(void) { return umount2(folder, MNT_DETACH) ? shut() : through("unmounted"); }

static int set_mount(void) {
  uint64_t attributes[4] = {1 /* MOUNT_ATTR_RDONLY */};
  return syscall(442, AT_FDCWD, folder, 0, attributes, sizeof attributes) ? shut() : through("read-only now");
}

static int pivot(void) {
  if (chdir(other) || syscall(SYS_pivot_root, ".", "."))
    return shut();
  return through("another root");
}

static int join(void) {
  int space = open("/proc/1/ns/mnt", O_RDONLY);
  if (space < 0)
    space = open("/proc/self/ns/mnt", O_RDONLY);
  return setns(space, CLONE_NEWNS) ? shut() : through("joined");
}

static int fault(void) {
  int fd = syscall(SYS_userfaultfd, O_CLOEXEC | UFFD_USER_MODE_ONLY);
  struct uffdio_api api = {.api = UFFD_API};
  return fd < 0 || ioctl(fd, UFFDIO_API, &api) ? shut() : through("pages stall");
}

static int program(void) {
  union bpf_attr attr;
  memset(&attr, 0, sizeof attr);
  attr.map_type = BPF_MAP_TYPE_ARRAY;
  attr.key_size = attr.value_size = attr.max_entries = 4;
  return syscall(SYS_bpf, BPF_MAP_CREATE, &attr, sizeof attr) < 0 ? shut() : through("a map");
}

static int watch(void) {
  struct perf_event_attr attr;
  memset(&attr, 0, sizeof attr);
  attr.type = PERF_TYPE_SOFTWARE;
  attr.size = sizeof attr;
  attr.config = PERF_COUNT_SW_TASK_CLOCK;
  return syscall(SYS_perf_event_open, &attr, 0, -1, -1, 0) < 0 ? shut() : through("counted");
}

/* A terminal of its own, into which it types what it then reads. */
static int type(void) {
  int master = posix_openpt(O_RDWR | O_NOCTTY);
  if (master < 0 || grantpt(master) || unlockpt(master))
    return shut();
  fflush(stdout);
  if (!fork()) {
    setsid();
    int terminal = ioctl(master, 0x5441 /* TIOCGPTPEER */, O_RDWR | O_NOCTTY);
    char c = 0;
    if (terminal < 0 || ioctl(terminal, TIOCSCTTY, 0) || ioctl(terminal, TIOCSTI, "x") || ioctl(terminal, TIOCSTI, "\n"))
      _exit(shut() + fflush(stdout));
    _exit((read(terminal, &c, 1) == 1 && c == 'x' ? through("typed") : shut()) + fflush(stdout));
  }
  wait(NULL);
  return 0;
}

/* A listener of its own answers the open in our place: the kernel asks the latest filter's first. */
static int listener(void) {
  struct sock_filter f[] = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 1),
                            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  struct sock_fprog p = {4, f};
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  int fd = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_NEW_LISTENER, &p);
  if (fd < 0)
    return shut();
  fflush(stdout);
  if (!fork())
    _exit(named() + fflush(stdout));
  struct seccomp_notif call;
  memset(&call, 0, sizeof call);
  if (ioctl(fd, SECCOMP_IOCTL_NOTIF_RECV, &call))
    return shut();
  struct seccomp_notif_resp answer = {.id = call.id, .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE};
  ioctl(fd, SECCOMP_IOCTL_NOTIF_SEND, &answer);
  wait(NULL);
  return 0;
}

static int nameless(void) {
  int image = syscall(SYS_memfd_create, "image", 0), source = open("/bin/true", O_RDONLY);
  char bytes[65536];
  ssize_t count;
  if (image < 0)
    return shut();
  while ((count = read(source, bytes, sizeof bytes)) > 0)
    if (write(image, bytes, count) != count)
      return shut();
  fflush(stdout);
  if (!fork()) {
    char *const none[] = {"true", NULL};
    fexecve(image, none, none);
    _exit(errno);
  }
  int status;
  wait(&status);
  errno = WEXITSTATUS(status);
  return status ? shut() : through("executed");
}

/* Somebody else opens the file all the time, and each event brings a descriptor of it. */
static int told(void) {
  int watch = fanotify_init(FAN_CLASS_NOTIF, O_RDONLY);
  if (watch < 0 || fanotify_mark(watch, FAN_MARK_ADD, FAN_OPEN, AT_FDCWD, file))
    return shut();
  struct fanotify_event_metadata event;
  if (read(watch, &event, sizeof event) < (ssize_t)sizeof event)
    return shut();
  return holds(event.fd);
}

int main(int argc, char **argv) {
  static const struct {
    const char *name;
    int (*go)(void);
  } doors[] = {
      {"name", named},           {"io_uring", ring},         {"handle", handle},           {"bind mount", bind_mount},
      {"user namespace", unshare_user}, {"mount namespace", unshare_mount}, {"clone", clone_user}, {"clone3", clone3_user},
      {"open_tree", mount_tree}, {"fsmount", mount_new},     {"umount", unmount},          {"mount_setattr", set_mount},
      {"pivot_root", pivot},     {"setns", join},            {"userfaultfd", fault},       {"bpf", program},
      {"perf", watch},           {"TIOCSTI", type},          {"listener", listener},       {"memfd", nameless},
      {"fanotify", told},
  };
  file = argv[2];
  snprintf(folder, sizeof folder, "%s", file);
  *strrchr(folder, '/') = 0;
  snprintf(other, sizeof other, "%s/../other", folder);
  for (size_t i = 0; i < sizeof doors / sizeof *doors; i++)
    if (!strcmp(argv[1], doors[i].name))
      return doors[i].go();
  return 99;
}
