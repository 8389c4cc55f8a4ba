/* Random arguments of system calls, said so that a line means the same in every run with the same seed. */
#pragma once
#include "say.h"
#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>

static uint64_t state;

static uint64_t draw(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state * 0x2545f4914f6cdd1dull >> 16;
}

static unsigned below(unsigned n) { return draw() % n; }
static int often(int percent) { return below(100) < (unsigned)percent; }
#define PICK(list) (list)[below(sizeof(list) / sizeof *(list))]

/* The call being made, in words. */
static char line[4096];
static void word(const char *format, ...) {
  va_list args;
  size_t used = strlen(line);
  va_start(args, format);
  vsnprintf(line + used, sizeof line - used, format, args);
  va_end(args);
}

/* Memory: two pages, a hole, a page nobody may touch, a page that is read-only, a hole. */
static char *pages;
static long page;

static void map_pages(void) {
  page = sysconf(_SC_PAGESIZE);
  pages = mmap(NULL, 6 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  munmap(pages + 2 * page, page);
  mprotect(pages + 3 * page, page, PROT_NONE);
  mprotect(pages + 4 * page, page, PROT_READ);
  munmap(pages + 5 * page, page);
}

/* A pointer to nothing that can be used. */
static long wild(void) {
  switch (below(6)) {
  case 0:
    return word(" 1"), 1;
  case 1:
    return word(" hole"), (long)(pages + 2 * page);
  case 2:
    return word(" untouchable"), (long)(pages + 3 * page);
  case 3:
    return word(" high"), (long)(~0ul - 100);
#ifdef __x86_64__
  case 4:
    return word(" non-canonical"), (long)0x8000000000000000ul;
#endif
  default:
    return word(" null"), 0;
  }
}

static char strings[8][8192];
static int next_string;

static char *fresh(void) {
  char *string = strings[next_string++ & 7];
  memset(string, 0, sizeof strings[0]);
  return string;
}

/* Where the tree lies, for absolute names. */
static char base[512];

static const char *const names[] = {
    "file",      "file",     "file",  "other",     "d",         "d",          "d/file", "d/sub",     "d/sub/",  "d/",
    "link",      "link",     "dlink", "dlink/file", "dlink/",   "dangling",   "loop",   "closed",    "closed/x", "hard",
    "missing",   "missing/x", "new",  "new2",      "d/new",     "file/x",     "file/",  "link/",     ".",       "..",
    "./file",    "d/..",     "d/../file", "d/.",   "/",         "//",         "",       "sock",      "pipe",    "dangling/",
    "magic",     "magic/",   "empty", "empty/",    "d/sub/../file", "loop/x",
};
static const char *const parts[] = {"d", "d", "..", ".", "link", "dlink", "file", "sub", "missing", "loop", "closed", "magic", "x"};

/* Names in /proc/self/fd itself: changing those is refused either way, by another errno, as documented. */
static int without_proc;

/* Text of a name. */
static void compose(char *to) {
  if (often(70)) {
    strcpy(to, PICK(names));
    return;
  }
  int start = below(6);
  if (without_proc && (start == 2 || start == 3))
    start = 0;
  switch (start) {
  case 0:
    strcpy(to, "/proc/self/cwd/");
    break;
  case 1:
    sprintf(to, "%s/", base);
    break;
  case 2:
    sprintf(to, "/proc/self/fd/%d/", 20 + below(14));
    break;
  case 3:
    sprintf(to, "/dev/fd/%d", 20 + below(14));
    return;
  }
  int count = below(4);
  for (int i = 0; i < count; i++) {
    strcat(to, PICK(parts));
    if (i + 1 < count || often(20))
      strcat(to, often(90) ? "/" : "//");
  }
}

/* A path: mostly a name, sometimes none. */
static long path(void) {
  char *string = fresh();
  if (often(85)) {
    compose(string);
    char *shown = strstr(string, base);
    word(" '%s%s'", shown ? "BASE" : "", shown ? shown + strlen(base) : string);
    return (long)string;
  }
  static const int lengths[] = {4090, 4094, 4095, 4096, 4097, 8000};
  int length;
  switch (below(5)) {
  case 0:
    /* Ends where memory ends, or runs over the end. */
    compose(string);
    length = strlen(string) + often(60);
    word(" edge '%s' %d", strstr(string, base) ? "BASE" : string, length - (int)strlen(string));
    return (long)memcpy(pages + 2 * page - length, string, length);
  case 1:
    compose(string);
    word(" crossing '%s'", strstr(string, base) ? "BASE" : string);
    return (long)strcpy(pages + page - 1, string);
  case 2:
    /* Long by many slashes. */
    length = PICK(lengths);
    memset(string, '/', length);
    memcpy(string, "./", 2);
    memcpy(string + length - 4, "file", 4);
    word(" long %d", length);
    return (long)string;
  case 3:
    length = 254 + below(3);
    memset(string, 'n', length);
    word(" component %d", length);
    return (long)string;
  default:
    return wild();
  }
}

/* Nothing but small numbers: what an int argument is read from may have more above. */
static long upper(long value) {
#ifdef __x86_64__
  if (often(8))
    return (value & 0xffffffffl) | (long)(0xdeadul << 32);
#endif
  return value;
}

static int descriptor_number(void) {
  static const int odd[] = {-1, 999, (int)0x80000000, 0x7fffffff, -100, -2, 3};
  return often(85) ? 20 + (int)below(14) : PICK(odd);
}

static long descriptor(void) {
  int fd = descriptor_number();
  word(" fd %d", fd);
  return upper(fd);
}

static long start(void) {
  if (often(50))
    return word(" cwd"), AT_FDCWD;
  return descriptor();
}

/* Flags out of some, and others now and then. */
static long flags_of(const unsigned *known, int count, int plain) {
  unsigned flags = 0;
  if (!often(plain)) {
    if (often(75)) {
      for (int i = below(3) + 1; i--;)
        flags |= known[below(count)];
    } else {
      flags = often(70) ? 1u << below(32) : (unsigned)draw();
    }
  }
  word(" %#x", flags);
  return upper(flags);
}
#define FLAGS(list, plain) flags_of(list, sizeof(list) / sizeof *(list), plain)

static const unsigned at_flags[] = {0x100, 0x400, 0x800, 0x1000, 0x1000, 0x200};

/* Where an answer of `size` bytes goes; NULL as the second when nothing can be read there. */
static char *answer;
static long room(int size) {
  answer = NULL;
  if (often(85)) {
    answer = memset(fresh(), 0x5a, 8192);
    return (long)answer;
  }
  switch (below(3)) {
  case 0:
    return word(" read-only"), (long)(pages + 4 * page);
  case 1:
    /* The last byte of it is not there. */
    return word(" short"), (long)(pages + 2 * page - size + 1);
  default:
    return wild();
  }
}

/* Names of extended attributes, values and the structs of the calls that take them. */
static long attribute(void) {
  static const char *const attributes[] = {
      "user.mark",  "user.mark",  "user.new",   "user.",  "user", "",
      "trusted.x", "security.x", "nonsense.x", "system.posix_acl_access", "system.x",
  };
  char *string = fresh();
  if (often(88)) {
    strcpy(string, PICK(attributes));
    word(" %s", string);
    return (long)string;
  }
  if (often(50))
    return wild();
  int length = 253 + below(5);
  memset(string, 'n', length);
  memcpy(string, "user.", 5);
  word(" attribute %d", length);
  return (long)string;
}

static long value(long *size) {
  static const long sizes[] = {0, 1, 4, 100, 4000, 65536, 65537, -1, 1 << 20};
  *size = often(70) ? (long)below(20) : PICK(sizes);
  word(" size %ld", *size);
  if (often(8))
    return wild();
  static char text[70000];
  memset(text, 'v', sizeof text);
  return (long)text;
}

static long xattr_args(long *size, int set) {
  static const long sizes[] = {16, 16, 16, 24, 15, 0, 4096, 4097};
  static const unsigned known[] = {1, 2, 1, 2};
  char *args = fresh();
  long length, at;
  if (set) {
    at = value(&length);
  } else {
    length = below(200);
    word(" size %ld", length);
    at = room(length);
  }
  uint64_t pointer = (unsigned long)at;
  uint32_t words[2] = {length, set || often(10) ? FLAGS(known, 50) : 0};
  memcpy(args, &pointer, 8);
  memcpy(args + 8, words, 8);
  *size = PICK(sizes);
  word(" args %ld", *size);
  if (often(5))
    args[20] = 1, word(" more");
  return often(95) ? (long)args : wild();
}

static long file_attributes(long *size) {
  static const long sizes[] = {24, 24, 24, 32, 23, 0, 4096, 4097};
  static const unsigned known[] = {0x40, 0x80, 0x20, 0x8, 0x2, 0x10};
  uint32_t *attributes = (uint32_t *)fresh();
  attributes[0] = FLAGS(known, 50);
  if (often(5))
    attributes[1] = 1, word(" high");
  if (often(10))
    attributes[2 + below(4)] = below(3), word(" field");
  *size = PICK(sizes);
  word(" size %ld", *size);
  if (often(5))
    attributes[6] = 1, word(" more");
  return often(92) ? (long)attributes : wild();
}

/* Tells the call and what it returned; the caller adds what there is to see. */
static int number;
static long made(long ret) {
  int e = errno;
  char *newline;
  /* Names are of this tree: none has one, but a line has to stay one. */
  while ((newline = strchr(line, '\n')))
    *newline = '?';
  printf("%d %s = ", number++, line);
  if (ret == -1)
    printf("-%s", errname(e));
  else
    printf("%ld", ret);
  line[0] = 0;
  errno = e;
  return ret;
}
