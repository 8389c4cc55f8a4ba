/* random FAMILY SEED COUNT: calls with random arguments, good ones among them, on a small tree. What each returned,
 * and what the tree is like afterwards, is to be the same natively and supervised. */
#include "random_tree.h"
#include <linux/fs.h>
#include <sys/ioctl.h>

#ifndef SYS_openat2
#define SYS_openat2 437
#endif
#define SYS_fchmodat2_ 452
#define SYS_setxattrat_ 463
#define SYS_removexattrat_ 466
#define SYS_file_setattr_ 469

/* ---- opens */

static const unsigned open_flags[] = {O_CREAT,    O_CREAT | O_EXCL, O_TRUNC,   O_APPEND,  O_DIRECTORY, O_NOFOLLOW,
                                      O_CLOEXEC,  O_TMPFILE,        O_NOATIME, O_DIRECT,  O_SYNC,      O_EXCL,
                                      O_DIRECTORY | O_CREAT};

static unsigned opening(void) {
  static const unsigned access[] = {O_RDONLY, O_RDONLY, O_WRONLY, O_RDWR, 3};
  /* Without O_NONBLOCK a FIFO would wait, and O_PATH of openat2 is refused as documented. */
  return (PICK(access) | (unsigned)FLAGS(open_flags, 40)) & ~(O_PATH | O_ASYNC) | O_NONBLOCK;
}

static long mode(void) {
  static const unsigned modes[] = {0644, 0755, 0600, 0, 0777, 01777, 06755, 07777, 010644, 0100644, 0xffff, ~0u};
  unsigned m = PICK(modes);
  word(" %#o", m);
  return upper(m);
}

static void opened(long fd) {
  struct stat st;
  if (fd >= 0 && !fstat(fd, &st)) {
    /* 32-bit programs get O_LARGEFILE, as documented. */
    printf(" getfl %#x getfd %d mode %o size %lld", fcntl(fd, F_GETFL) & ~0100000, fcntl(fd, F_GETFD), st.st_mode,
           S_ISREG(st.st_mode) ? (long long)st.st_size : 0);
    close(fd);
  }
}

static void opens(void) {
  long dir, name;
  unsigned flags;
  switch (below(5)) {
  case 0:
    word("open");
    name = path();
    flags = opening();
    opened(made(syscall(SYS_open, name, flags, mode())));
    break;
  case 1:
  case 2:
    word("openat");
    dir = start();
    name = path();
    flags = opening();
    opened(made(syscall(SYS_openat, dir, name, upper(flags), mode())));
    break;
  case 3:
    word("creat");
    name = path();
    /* creat on a FIFO waits for a reader. */
    if (strstr(line, "pipe"))
      break;
    opened(made(syscall(SYS_creat, name, mode())));
    break;
  default: {
    static const unsigned resolves[] = {1, 2, 4, 8, 16, 4, 8, 16, 24};
    static const unsigned sizes[] = {24, 24, 24, 24, 24, 32, 4096, 0, 8, 23, 4097};
    uint64_t *how = (uint64_t *)fresh();
    word("openat2");
    dir = start();
    name = path();
    how[0] = opening();
    if (often(5))
      how[0] |= 1ull << (32 + below(32)), word(" high");
    how[1] = how[0] & (O_CREAT | 020000000) || often(10) ? (unsigned)mode() : 0;
    how[2] = often(50) ? 0 : (FLAGS(resolves, 20) & ~0x20l & 0xffffffff);
    unsigned size = PICK(sizes);
    word(" size %u", size);
    if (often(5))
      how[3] = 1, word(" more");
    long at = often(95) ? (long)how : wild();
    opened(made(syscall(SYS_openat2, dir, name, at, (long)size)));
  }
  }
}

/* ---- names */

static long kind(void) {
  static const unsigned kinds[] = {
      S_IFIFO | 0644, S_IFREG | 0600, 0640,           S_IFSOCK | 0777, S_IFDIR | 0755,
      S_IFLNK | 0777, S_IFCHR | 0600, S_IFBLK | 0600, 0170000,         0x10000 | S_IFREG,
  };
  unsigned k = PICK(kinds);
  word(" %#o", k);
  return upper(k);
}

static void change_names(void) {
  static const unsigned renames[] = {1, 2, 4, 3, 1, 2};
  long a, b, c, d, e;
  switch (below(14)) {
  case 0:
    word("mkdir"), a = path();
    made(syscall(SYS_mkdir, a, mode()));
    break;
  case 1:
    word("mkdirat"), a = start(), b = path();
    made(syscall(SYS_mkdirat, a, b, mode()));
    break;
  case 2:
    word("rmdir"), a = path();
    made(syscall(SYS_rmdir, a));
    break;
  case 3:
    word("unlink"), a = path();
    made(syscall(SYS_unlink, a));
    break;
  case 4:
    word("unlinkat"), a = start(), b = path();
    made(syscall(SYS_unlinkat, a, b, FLAGS(at_flags, 50)));
    break;
  case 5:
    word("rename"), a = path(), b = path();
    made(syscall(SYS_rename, a, b));
    break;
  case 6:
    word("renameat"), a = start(), b = path(), c = start(), d = path();
    made(syscall(SYS_renameat, a, b, c, d));
    break;
  case 7:
    word("renameat2"), a = start(), b = path(), c = start(), d = path(), e = FLAGS(renames, 30);
    made(syscall(SYS_renameat2, a, b, c, d, e));
    break;
  case 8:
    word("link"), a = path(), b = path();
    made(syscall(SYS_link, a, b));
    break;
  case 9:
    word("linkat"), a = start(), b = path(), c = start(), d = path(), e = FLAGS(at_flags, 30);
    made(syscall(SYS_linkat, a, b, c, d, e));
    break;
  case 10:
    word("symlink"), a = path(), b = path();
    made(syscall(SYS_symlink, a, b));
    break;
  case 11:
    word("symlinkat"), a = path(), b = start(), c = path();
    made(syscall(SYS_symlinkat, a, b, c));
    break;
  case 12:
    word("mknod"), a = path(), b = kind();
    made(syscall(SYS_mknod, a, b, upper(0x103)));
    break;
  default:
    word("mknodat"), a = start(), b = path(), c = kind();
    made(syscall(SYS_mknodat, a, b, c, 0));
  }
}

/* ---- metadata */

static long id(void) {
  static const long ids[] = {-1, -1, 0xffff, 0, 1, 0x10000, 0xfffe};
  long i = often(40) ? (long)getuid() : PICK(ids);
  word(i == (long)getuid() ? " own" : " %#lx", i);
  return upper(i);
}

static long extent(void) {
  static const long lengths[] = {0, 4, 10, 100, -1, 5000, 0x7fffffffl, (long)0x80000000l};
  long l = PICK(lengths);
  /* Sparse files of any length would do, but not every file system has room for the largest. */
  l = l == 0x7fffffffl ? 70000 : l;
  word(" %ld", l);
  return l;
}

/* Times of any width, each of them odd now and then. */
static long times(int width, int fields, long unit) {
  static const long seconds[] = {0, 1, -1, 1000000000, 0x7fffffff, 1200000000, -1000};
  if (often(10))
    return word(" now"), 0;
  if (often(6))
    return wild();
  char *at = fresh();
  if (often(8))
    at = pages + 2 * page - width * fields + 1, word(" cut");
  for (int i = 0; i < fields; i++) {
    long value = PICK(seconds);
    if (fields == 4 && i % 2) {
      const long small[] = {0, 5, unit - 1, unit, -1, 1073741823l, 1073741822l};
      value = often(60) ? below(unit) : PICK(small);
    }
    word(" %ld", value);
    int64_t wide = value;
    int32_t narrow = value;
    if (at + width * (i + 1) <= pages + 2 * page || at + width * i >= pages + 6 * page)
      memcpy(at + width * i, width == 8 ? (void *)&wide : (void *)&narrow, width);
  }
  return (long)at;
}

static const unsigned set_flags[] = {1, 2, 1, 2};

static void metadata(void) {
  long a, b, c, d, e, n;
  const int native = sizeof(long);
  switch (below(22)) {
  case 0:
    word("chmod"), a = path();
    made(syscall(SYS_chmod, a, mode()));
    break;
  case 1:
    word("fchmodat"), a = start(), b = path();
    made(syscall(SYS_fchmodat, a, b, mode()));
    break;
  case 2:
    word("fchmodat2"), a = start(), b = path(), c = mode();
    made(syscall(SYS_fchmodat2_, a, b, c, FLAGS(at_flags, 40)));
    break;
  case 3:
    word("chown"), a = path(), b = id();
    made(syscall(SYS_chown, a, b, id()));
    break;
  case 4:
    word("lchown"), a = path(), b = id();
    made(syscall(SYS_lchown, a, b, id()));
    break;
#ifdef SYS_chown32
  case 5:
    word("chown32"), a = path(), b = id();
    made(syscall(SYS_chown32, a, b, id()));
    break;
  case 6:
    word("lchown32"), a = path(), b = id();
    made(syscall(SYS_lchown32, a, b, id()));
    break;
  case 7:
    word("truncate64"), a = path(), b = extent();
    made(syscall(SYS_truncate64, a, b, b < 0 && often(80) ? -1l : (long)below(2) * 0));
    break;
#endif
  case 8:
    word("fchownat"), a = start(), b = path(), c = id(), d = id();
    made(syscall(SYS_fchownat, a, b, c, d, FLAGS(at_flags, 40)));
    break;
  case 9:
    word("truncate"), a = path();
    made(syscall(SYS_truncate, a, extent()));
    break;
  case 10:
    word("utime"), a = path();
    made(syscall(SYS_utime, a, times(native, 2, 0)));
    break;
  case 11:
    word("utimes"), a = path();
    made(syscall(SYS_utimes, a, times(native, 4, 1000000)));
    break;
  case 12:
    word("futimesat"), a = start(), b = path();
    made(syscall(SYS_futimesat, a, b, times(native, 4, 1000000)));
    break;
  case 13:
    word("utimensat"), a = start(), b = path(), c = times(native, 4, 1000000000);
    made(syscall(SYS_utimensat, a, b, c, FLAGS(at_flags, 40)));
    break;
#ifdef SYS_utimensat_time64
  case 14:
    word("utimensat_time64"), a = start(), b = path(), c = times(8, 4, 1000000000);
    made(syscall(SYS_utimensat_time64, a, b, c, FLAGS(at_flags, 40)));
    break;
#endif
  case 15:
    word("setxattr"), a = path(), b = attribute(), c = value(&n);
    made(syscall(SYS_setxattr, a, b, c, n, FLAGS(set_flags, 60)));
    break;
  case 16:
    word("lsetxattr"), a = path(), b = attribute(), c = value(&n);
    made(syscall(SYS_lsetxattr, a, b, c, n, FLAGS(set_flags, 60)));
    break;
  case 17:
    word("removexattr"), a = path();
    made(syscall(SYS_removexattr, a, attribute()));
    break;
  case 18:
    word("lremovexattr"), a = path();
    made(syscall(SYS_lremovexattr, a, attribute()));
    break;
  case 19:
    word("setxattrat"), a = start(), b = path(), c = FLAGS(at_flags, 50), d = attribute(), e = xattr_args(&n, 1);
    made(syscall(SYS_setxattrat_, a, b, c, d, e, n));
    break;
  case 20:
    word("removexattrat"), a = start(), b = path(), c = FLAGS(at_flags, 50);
    made(syscall(SYS_removexattrat_, a, b, c, attribute()));
    break;
  default:
    word("file_setattr"), a = start(), b = path(), c = file_attributes(&n);
    made(syscall(SYS_file_setattr_, a, b, c, n, FLAGS(at_flags, 50)));
  }
}

/* ---- open files */

static void descriptors(void) {
  long a, b, c, n;
  switch (below(9)) {
  case 0:
    word("fchmod"), a = descriptor();
    made(syscall(SYS_fchmod, a, mode()));
    break;
  case 1:
    word("fchown"), a = descriptor(), b = id();
    made(syscall(SYS_fchown, a, b, id()));
    break;
#ifdef SYS_fchown32
  case 2:
    word("fchown32"), a = descriptor(), b = id();
    made(syscall(SYS_fchown32, a, b, id()));
    break;
#endif
  case 3:
    word("fsetxattr"), a = descriptor(), b = attribute(), c = value(&n);
    made(syscall(SYS_fsetxattr, a, b, c, n, FLAGS(set_flags, 60)));
    break;
  case 4:
    word("fremovexattr"), a = descriptor();
    made(syscall(SYS_fremovexattr, a, attribute()));
    break;
  case 5:
    word("utimensat"), a = descriptor(), b = times(sizeof(long), 4, 1000000000);
    made(syscall(SYS_utimensat, a, 0, b, FLAGS(at_flags, 70)));
    break;
  case 6:
    word("futimesat"), a = descriptor();
    made(syscall(SYS_futimesat, a, 0, times(sizeof(long), 4, 1000000)));
    break;
  default: {
    static const unsigned commands[] = {
        FS_IOC_SETFLAGS, 0x40086602, 0x40046602, FS_IOC_FSSETXATTR, FS_IOC_FSSETXATTR, FIONBIO, 0x400c6602,
    };
    static const unsigned known[] = {0x40, 0x80, 0x8, 0x20, 0x10, 0x10000};
    unsigned command = PICK(commands);
    word("ioctl %#x", command), a = descriptor();
    uint32_t *argument = (uint32_t *)fresh();
    /* Extents of ext4 stay: without the flag a file is converted, at length. */
    argument[0] = FLAGS(known, 40) & ~0x80000;
    if (command == 0x40086602 || command == 0x40046602 || command == FS_IOC_SETFLAGS)
      argument[0] |= 0x80000;
    b = often(90) ? (long)argument : wild();
    made(syscall(SYS_ioctl, a, upper(command), b));
  }
  }
}

int main(int argc, char **argv) {
  static const struct family families[] = {
      {"opens", opens}, {"names", change_names}, {"metadata", metadata}, {"descriptors", descriptors}};
  without_proc = argc > 1 && !strcmp(argv[1], "names");
  return play(argc, argv, families, 4);
}
