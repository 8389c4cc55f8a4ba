/* random_looks lookups SEED COUNT: as random.c, for the calls that only look names up. */
#include "random_tree.h"

#ifndef SYS_faccessat2
#define SYS_faccessat2 439
#endif
#define SYS_getxattrat_ 464
#define SYS_listxattrat_ 465
#define SYS_file_getattr_ 468

/* The fields that are the same from run to run, where they lie. */
static void fields(long ret, const int *at, int count) {
  if (ret || !answer)
    return;
  for (int i = 0; i < count; i++) {
    uint32_t value;
    memcpy(&value, answer + at[i], 4);
    printf(" %u", value);
  }
  /* Nothing behind the answer was touched. */
  printf(" %02x", (unsigned char)answer[400]);
}

/* The link's text, as much of it as was asked for, unless it names what differs from run to run. */
static void show_link(long length) {
  char text[5000] = "";
  if (length <= 0 || !answer || length >= (long)sizeof text)
    return;
  memcpy(text, answer, length);
  if (!strstr(text, base) && strncmp(text, base, length) && !strchr(text, '['))
    printf(" %s", text);
}

static void lookups(void) {
  static const unsigned sync[] = {0x100, 0x800, 0x1000, 0x1000, 0x2000, 0x4000, 0x6000};
  static const unsigned masks[] = {0x7ff, 0xfff, 1, 0x3fff, 0x80000000};
  static const unsigned modes[] = {1, 2, 4, 7, 8};
  static const unsigned events[] = {0x100, 0x200, 2, 0x1000000, 0x2000000, 0x20000000, 0x10000000, 0x4, 0xfff};
  static const unsigned handles[] = {0x400, 0x1000, 0x1000, 1, 2, 0x200};
  static const long sizes[] = {1, 3, 100, 4096, 0, -1, (long)0x80000000l, 100000};
#ifdef __x86_64__
  static const int stat_fields[] = {16, 24, 28, 32};
  const int stat_size = 144;
#else
  static const int stat_fields[] = {8, 12};
  static const int stat64_fields[] = {16, 20, 24, 28};
  const int stat_size = 64;
#endif
  long a, b, c, d, n, ret;
  switch (below(22)) {
  case 0:
    word("stat"), a = path();
    fields(made(syscall(SYS_stat, a, room(stat_size))), stat_fields, 2);
    break;
  case 1:
    word("lstat"), a = path();
    fields(made(syscall(SYS_lstat, a, room(stat_size))), stat_fields, 2);
    break;
#ifdef SYS_newfstatat
  case 2:
  case 3:
    word("newfstatat"), a = start(), b = path(), c = FLAGS(sync, 30);
    ret = made(syscall(SYS_newfstatat, a, b, room(stat_size), c));
    /* Links of folders are counted by what is in them. */
    fields(ret, stat_fields + 1, 3);
    break;
#else
  case 2:
    word("stat64"), a = path();
    fields(made(syscall(SYS_stat64, a, room(96))), stat64_fields, 1);
    break;
  case 3:
    word("fstatat64"), a = start(), b = path(), c = FLAGS(sync, 30);
    fields(made(syscall(SYS_fstatat64, a, b, room(96), c)), stat64_fields, 1);
    break;
#endif
  case 4:
  case 5: {
    static const int statx_fields[] = {4, 20, 24, 28};
    word("statx"), a = start(), b = path(), c = FLAGS(sync, 40), d = FLAGS(masks, 10);
    ret = made(syscall(SYS_statx, a, b, c, d, room(256)));
    fields(ret, statx_fields, 1);
    break;
  }
  case 6:
    word("access"), a = path();
    made(syscall(SYS_access, a, FLAGS(modes, 20)));
    break;
  case 7:
    word("faccessat"), a = start(), b = path();
    made(syscall(SYS_faccessat, a, b, FLAGS(modes, 20)));
    break;
  case 8:
    word("faccessat2"), a = start(), b = path(), c = FLAGS(modes, 20);
    made(syscall(SYS_faccessat2, a, b, c, FLAGS(at_flags, 30)));
    break;
  case 9:
  case 10:
    word("readlinkat"), a = start(), b = path(), n = PICK(sizes);
    word(" size %ld", n);
    ret = made(syscall(SYS_readlinkat, a, b, room(4), upper(n)));
    show_link(ret);
    break;
  case 11:
    word("readlink"), a = path(), n = PICK(sizes);
    word(" size %ld", n);
    ret = made(syscall(SYS_readlink, a, room(4), upper(n)));
    show_link(ret);
    break;
  case 12: {
#ifdef __x86_64__
    static const int kept[] = {0, 8, 64};
#else
    static const int kept[] = {0, 4, 36};
#endif
    word("statfs"), a = path();
    fields(made(syscall(SYS_statfs, a, room(stat_size == 144 ? 120 : 64))), kept, 3);
    break;
  }
#ifdef SYS_statfs64
  case 13: {
    static const int kept[] = {0, 4, 56};
    static const long lengths[] = {84, 84, 84, 88, 64, 0};
    word("statfs64"), a = path(), n = PICK(lengths);
    word(" size %ld", n);
    fields(made(syscall(SYS_statfs64, a, n, room(84))), kept, 3);
    break;
  }
#endif
  case 14:
    word("getxattr"), a = path(), b = attribute(), n = PICK(sizes);
    word(" size %ld", n);
    ret = made(syscall(SYS_getxattr, a, b, room(4), n));
    if (ret > 0 && answer && n)
      printf(" %.*s", (int)ret, answer);
    break;
  case 15:
    word("lgetxattr"), a = path(), b = attribute(), n = PICK(sizes);
    word(" size %ld", n);
    made(syscall(SYS_lgetxattr, a, b, room(4), n));
    break;
  case 16:
    word("getxattrat"), a = start(), b = path(), c = FLAGS(at_flags, 40), d = attribute();
    ret = xattr_args(&n, 0);
    made(syscall(SYS_getxattrat_, a, b, c, d, ret, n));
    break;
  case 17:
    word("listxattr"), a = path(), n = PICK(sizes);
    word(" size %ld", n);
    made(syscall(SYS_listxattr, a, room(4), n));
    break;
  case 18:
    word("listxattrat"), a = start(), b = path(), c = FLAGS(at_flags, 40), n = PICK(sizes);
    word(" size %ld", n);
    made(syscall(SYS_listxattrat_, a, b, c, room(4), n));
    break;
  case 19:
    word("file_getattr"), a = start(), b = path(), c = file_attributes(&n);
    ret = made(syscall(SYS_file_getattr_, a, b, c, n, FLAGS(at_flags, 50)));
    if (!ret)
      printf(" %x", ((uint32_t *)c)[0]);
    break;
  case 20:
    word("inotify_add_watch"), a = often(70) ? (word(" fd 32"), 32) : descriptor(), b = path();
    made(syscall(SYS_inotify_add_watch, a, b, FLAGS(events, 5)));
    break;
  default: {
    static const unsigned rooms[] = {128, 128, 8, 1, 0, 129, 12};
    uint32_t *handle = (uint32_t *)fresh();
    handle[0] = PICK(rooms);
    word("name_to_handle_at room %u", handle[0]), a = start(), b = path(), c = often(92) ? (long)handle : wild();
    d = room(4);
    ret = made(syscall(SYS_name_to_handle_at, a, b, c, d, FLAGS(handles, 40)));
    if (c == (long)handle)
      printf(" length %u", handle[0]);
  }
  }
}

int main(int argc, char **argv) {
  static const struct family families[] = {{"lookups", lookups}};
  return play(argc, argv, families, 1);
}
