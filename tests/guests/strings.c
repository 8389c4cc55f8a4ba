/* Pointers to names: unmapped, unreadable, at the end of a mapping, too long. */
#include "say.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

static void try(const char *what, const char *name) {
  long fd = syscall(SYS_openat, AT_FDCWD, name, O_RDONLY, 0);
  say(what, fd);
  if (fd >= 0)
    close(fd);
}

int main(void) {
  long page = sysconf(_SC_PAGESIZE);
  put("file", "x");
  try("null", NULL);
  try("one", (char *)1);
  try("high", (char *)(~0ul - 100));
#ifdef __x86_64__
  try("non-canonical", (char *)0x8000000000000000ul);
  try("kernel", (char *)0xffffffff81000000ul);
#endif
  char *map = mmap(NULL, 4 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  munmap(map + 2 * page, page);
  mprotect(map + 3 * page, page, PROT_NONE);
  try("unmapped", map + 2 * page);
  try("no access", map + 3 * page);
  strcpy(map + 2 * page - 5, "file");
  try("ends at the edge", map + 2 * page - 5);
  memcpy(map + 2 * page - 4, "file", 4);
  try("runs over the edge", map + 2 * page - 4);
  try("empty at the edge", (map[2 * page - 1] = 0, map + 2 * page - 1));
  strcpy(map + page - 2, "file");
  try("crosses a page", map + page - 2);
  int fd = open("backing", O_RDWR | O_CREAT, 0600);
  ftruncate(fd, page);
  char *file = mmap(NULL, 2 * page, PROT_READ, MAP_SHARED, fd, 0);
  pwrite(fd, "file", 5, 0);
  try("file-backed", file);
  try("beyond the file", file + page);
  ftruncate(fd, 0);
  try("truncated file", file);

  static char longest[9000];
  for (int length = 4090; length <= 4100; length++) {
    /* "./././…file": a name that exists, of exactly this many bytes without the NUL. */
    char *p = longest;
    int left = length - 4;
    while (left >= 2) {
      *p++ = '.';
      *p++ = '/';
      left -= 2;
    }
    if (left)
      p[-1] = '/', *p++ = '/';
    strcpy(p, "file");
    char what[32];
    snprintf(what, sizeof what, "length %zu", strlen(longest));
    try(what, longest);
  }
  memset(longest, 'a', 255);
  longest[255] = 0;
  try("component 255", longest);
  strcat(longest, "a");
  try("component 256", longest);
  memset(longest, 'a', 4095);
  longest[4095] = 0;
  try("component 4095", longest);
  memset(longest, '/', 4095);
  longest[4095] = 0;
  try("slashes 4095", longest);
  memset(longest, '/', 8000);
  longest[8000] = 0;
  try("slashes 8000", longest);
  /* 4096 readable bytes without a NUL, then nothing. */
  char *tail = mmap(NULL, 3 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  memset(tail, '/', 2 * page);
  munmap(tail + 2 * page, page);
  try("no end in 4096", tail + 2 * page - 4096);
  try("no end in 4095", tail + 2 * page - 4095);
  symlink("\xff\xfe\n\t \"'", "odd\xff\nname");
  put("\xff\xfe\n\t \"'", "odd");
  try("odd bytes", "odd\xff\nname");
  return 0;
}
