/* Changes to a file by a descriptor that is open for reading only, and by descriptors that take none. */
#include "say.h"
#include <fcntl.h>
#include <linux/fs.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/xattr.h>

#ifndef SYS_setxattrat
#define SYS_setxattrat 463
#define SYS_removexattrat 466
#endif
#ifndef SYS_file_setattr
#define SYS_file_setattr 469
#endif
/* ext4's own, and those of file systems that may not be here. */
#define EXT4_IOC_SETVERSION _IOW('f', 4, long)
#define FS_IOC64_SETFLAGS 0x40086602
#define FS_IOC_ENABLE_VERITY_ 0x40806685
#define BTRFS_IOC_SNAP_CREATE_ 0x50009401
#define XFS_IOC_OPEN_BY_HANDLE_ (sizeof(void *) == 8 ? 0xc038586b : 0xc01c586b)

static const char *name;

static void tell(const char *what, long ret) {
  int e = errno;
  printf("%s ", name);
  errno = e;
  say(what, ret);
}

/* Every way to change what fd refers to. */
static void change(int fd) {
  struct timespec times[2] = {{1000000000, 0}, {1100000000, 0}};
  struct stat st;
  struct fsxattr x;
  int flags = 0;
  tell("fchmod", fchmod(fd, 0750));
  tell("fchmod odd", syscall(SYS_fchmod, fd, 0xffff0740));
  tell("fchown", fchown(fd, getuid(), -1));
  tell("fchown nothing", fchown(fd, -1, -1));
  tell("fchown other", getuid() ? fchown(fd, 0, 0) : -1);
#ifdef SYS_fchown32
  tell("short fchown", syscall(SYS_fchown, fd, 0xffff, 0x1ffff));
#endif
  tell("fchownat", fchownat(fd, "", -1, getgid(), AT_EMPTY_PATH));
  tell("fchmodat2", syscall(452, fd, "", 0700, AT_EMPTY_PATH));
  tell("futimens", syscall(SYS_utimensat, fd, NULL, times, 0));
  tell("futimens flags", syscall(SYS_utimensat, fd, NULL, times, AT_SYMLINK_NOFOLLOW));
  tell("utimensat empty", syscall(SYS_utimensat, fd, "", times, AT_EMPTY_PATH));
  tell("futimesat", syscall(SYS_futimesat, fd, NULL, NULL));
  tell("fsetxattr", fsetxattr(fd, "user.mark", "text", 4, 0));
  tell("fsetxattr create", fsetxattr(fd, "user.mark", "text", 4, XATTR_CREATE));
  tell("fsetxattr flags", fsetxattr(fd, "user.mark", "text", 4, 8));
  tell("fsetxattr name", fsetxattr(fd, "", "text", 4, 0));
  tell("fsetxattr size", fsetxattr(fd, "user.mark", "text", 1 << 20, 0));
  tell("fsetxattr null", syscall(SYS_fsetxattr, fd, "user.mark", NULL, 4, 0));
  struct {
    uint64_t value;
    uint32_t size, flags;
  } args = {(uint64_t)(uintptr_t) "text", 4, 0};
  tell("setxattrat", syscall(SYS_setxattrat, fd, "", AT_EMPTY_PATH, "user.more", &args, sizeof args));
  tell("setxattrat null", syscall(SYS_setxattrat, fd, NULL, AT_EMPTY_PATH, "user.more", &args, sizeof args));
  tell("fremovexattr", fremovexattr(fd, "user.more"));
  tell("fremovexattr gone", fremovexattr(fd, "user.more"));
  tell("removexattrat", syscall(SYS_removexattrat, fd, "", AT_EMPTY_PATH, "user.mark"));
  tell("setflags", (ioctl(fd, FS_IOC_GETFLAGS, &flags), flags |= FS_NODUMP_FL, ioctl(fd, FS_IOC_SETFLAGS, &flags)));
  tell("setflags of the other width", syscall(SYS_ioctl, fd, FS_IOC64_SETFLAGS, &flags));
  tell("setflags null", syscall(SYS_ioctl, fd, FS_IOC_SETFLAGS, NULL));
  flags = 0x40000000;
  tell("setflags unknown", syscall(SYS_ioctl, fd, FS_IOC_SETFLAGS, &flags));
  flags = FS_IMMUTABLE_FL;
  if (getuid())
    tell("setflags immutable", syscall(SYS_ioctl, fd, FS_IOC_SETFLAGS, &flags));
  memset(&x, 0, sizeof x);
  ioctl(fd, FS_IOC_FSGETXATTR, &x);
  x.fsx_xflags |= FS_XFLAG_NOATIME;
  tell("fssetxattr", ioctl(fd, FS_IOC_FSSETXATTR, &x));
  tell("fssetxattr null", ioctl(fd, FS_IOC_FSSETXATTR, NULL));
  struct {
    uint64_t xflags;
    uint32_t rest[4];
  } attr = {0};
  tell("file_setattr", syscall(SYS_file_setattr, fd, "", &attr, sizeof attr, AT_EMPTY_PATH));
  tell("file_setattr null", syscall(SYS_file_setattr, fd, NULL, &attr, sizeof attr, AT_EMPTY_PATH));
  tell("file_setattr short", syscall(SYS_file_setattr, fd, "", &attr, 8, AT_EMPTY_PATH));
  tell("file_setattr flags", syscall(SYS_file_setattr, fd, "", &attr, sizeof attr, 1));
  attr.rest[3] = 1;
  tell("file_setattr odd", syscall(SYS_file_setattr, fd, "", &attr, sizeof attr, AT_EMPTY_PATH));
  tell("unrelated ioctl", ioctl(fd, FIONREAD, &flags) * 0);
  if (!fstat(fd, &st))
    printf("%s mode %o mtime %lld\n", name, st.st_mode, st.st_mtime < 1200000000 ? (long long)st.st_mtime : 0);
}

/* What natively works on some file systems only, and is refused where writes are judged. */
static void refused(int fd) {
  long version = 7;
  char args[4096] = "";
  tell("setversion", ioctl(fd, FS_IOC_SETVERSION, &version));
  tell("setversion of ext4", ioctl(fd, EXT4_IOC_SETVERSION, &version));
  tell("verity", ioctl(fd, FS_IOC_ENABLE_VERITY_, args));
  tell("snapshot", ioctl(fd, BTRFS_IOC_SNAP_CREATE_, args));
  tell("handle of xfs", ioctl(fd, XFS_IOC_OPEN_BY_HANDLE_, args));
}

int main(int argc, char **argv) {
  umask(022);
  for (int i = 1; i < argc; i++) {
    name = argv[i];
    int fd;
    if (!strcmp(name, "pipe")) {
      int p[2];
      pipe(p);
      fd = p[0];
    } else if (!strcmp(name, "socket")) {
      fd = socket(AF_UNIX, SOCK_STREAM, 0);
    } else if (!strcmp(name, "memfd")) {
      fd = memfd_create("memory", 8 /* MFD_NOEXEC_SEAL */);
    } else if (!strcmp(name, "deleted")) {
      put("deleted", "x");
      fd = open("deleted", O_RDONLY);
      unlink("deleted");
    } else if (!strcmp(name, "tmpfile")) {
      fd = open(".", O_TMPFILE | O_RDWR, 0600);
    } else if (!strcmp(name, "closed")) {
      fd = 999;
    } else if (!strcmp(name, "negative")) {
      fd = -1;
    } else if (!strcmp(name, "cwd")) {
      fd = AT_FDCWD;
    } else if (!strncmp(name, "path:", 5)) {
      fd = open(name + 5, O_PATH);
    } else if (!strcmp(name, "refused")) {
      refused(open("file", O_RDONLY));
      continue;
    } else if (!strncmp(name, "bind:", 5)) {
      struct sockaddr_un a = {.sun_family = AF_UNIX};
      strcpy(a.sun_path, name + 5);
      tell("bind", bind(socket(AF_UNIX, SOCK_STREAM, 0), (void *)&a, sizeof a));
      continue;
    } else {
      fd = open(name, O_RDONLY | O_NONBLOCK);
    }
    change(fd);
  }
  return 0;
}
