/* The tree on which random calls are made, and the run of them. */
#pragma once
#include "random.h"
#include <dirent.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/xattr.h>

static void place(int fd, int number) {
  if (fd < 0)
    die("a descriptor of the tree");
  if (fd != number) {
    dup2(fd, number);
    close(fd);
  }
}

/* The folders around the tree: so far up no name leads out of them. */
enum { OUTER = 3 };

/* What is missing of the tree is made; what lost its rights gets them back. */
static void repair(void) {
  umask(022);
  for (int i = 0; i < OUTER; i++)
    fchmod(34 + i, 0755);
  fchmod(30, 0755);
  if (fchdir(30))
    die("the tree");
  chmod("d", 0755);
  mkdir("d", 0755);
  mkdir("d/sub", 0755);
  mkdir("empty", 0755);
  chmod("closed", 0755);
  mkdir("closed", 0755);
  const char *files[] = {"file", "other", "d/file", "closed/x"};
  for (int i = 0; i < 4; i++) {
    int fd = open(files[i], O_WRONLY | O_CREAT | O_NONBLOCK | O_NOFOLLOW, 0644);
    if (fd >= 0) {
      fchmod(fd, 0644);
      if (i == 0 && lseek(fd, 0, SEEK_END) == 0)
        write(fd, "0123456789", 10);
      close(fd);
    }
  }
  chmod("closed", 0);
  symlink("file", "link");
  symlink("d", "dlink");
  symlink("nowhere", "dangling");
  symlink("loop", "loop");
  symlink("/proc/self/fd/22", "magic");
  link("other", "hard");
  mkfifo("pipe", 0644);
  setxattr("file", "user.mark", "a mark", 6, 0);
}

static void tree(void) {
  for (int i = 0; i < OUTER; i++) {
    if (mkdir("o", 0755) || chdir("o"))
      die("the folders around");
    place(open(".", O_RDONLY), 34 + i);
  }
  if (mkdir("t", 0755) || chdir("t") || !getcwd(base, sizeof base))
    die("the tree");
  place(open(".", O_RDONLY), 30);
  repair();
  struct sockaddr_un a = {.sun_family = AF_UNIX, .sun_path = "sock"};
  int s = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0), p[2];
  bind(s, (void *)&a, sizeof a);
  place(s, 25);
  pipe(p);
  place(open("d", O_RDONLY), 20);
  place(open("d", O_PATH), 21);
  place(open("file", O_RDONLY), 22);
  place(open("file", O_PATH), 23);
  place(p[0], 24);
  close(p[1]);
  place(memfd_create("memory", 8 /* MFD_NOEXEC_SEAL */), 26);
  mkdir("gone", 0755);
  place(open("gone", O_RDONLY), 27);
  rmdir("gone");
  put("gone", "x");
  place(open("gone", O_RDONLY), 28);
  unlink("gone");
  place(open("link", O_PATH | O_NOFOLLOW), 29);
  place(open("file", O_RDWR), 31);
  place(inotify_init1(IN_NONBLOCK), 32);
  place(open("/dev/null", O_RDWR), 33);
}

/* What the tree is like. */
static int order(const struct dirent **a, const struct dirent **b) { return strcmp((*a)->d_name, (*b)->d_name); }

static void list(const char *folder, int depth) {
  struct dirent **found;
  int count = scandir(folder, &found, NULL, order);
  for (int i = 0; i < count; i++) {
    char name[8192], text[8192] = "", values[300] = "";
    struct stat st;
    if (!strcmp(found[i]->d_name, ".") || !strcmp(found[i]->d_name, ".."))
      continue;
    snprintf(name, sizeof name, "%s/%s", folder, found[i]->d_name);
    if (lstat(name, &st))
      continue;
    if (S_ISLNK(st.st_mode))
      readlink(name, text, sizeof text - 1);
    if (strstr(text, base))
      strcpy(text, "BASE");
    long long age = (long long)st.st_mtime - 1500000000ll;
    int attributes = llistxattr(name, values, sizeof values);
    printf("%s %o %d %lld %lld %.40s attributes %d\n", name, st.st_mode, S_ISDIR(st.st_mode) ? 0 : (int)st.st_nlink,
           S_ISREG(st.st_mode) ? (long long)st.st_size : 0, age < 0 || age > 500000000ll ? (long long)st.st_mtime : 0, text,
           attributes);
    if (S_ISDIR(st.st_mode) && depth < 8) {
      chmod(name, 0755);
      list(name, depth + 1);
    }
  }
}

struct family {
  const char *name;
  void (*call)(void);
};

/* main(): random FAMILY SEED COUNT. */
static int play(int argc, char **argv, const struct family *family, int families) {
  if (argc < 4)
    return 2;
  state = strtoull(argv[2], NULL, 10) * 0x9e3779b97f4a7c15ull + 1;
  for (int i = 0; i < 8; i++)
    draw();
  map_pages();
  tree();
  for (; families--; family++)
    if (!strcmp(argv[1], family->name))
      for (int i = 0, count = atoi(argv[3]); i < count; i++) {
        if (i % 16 == 15)
          repair();
        line[0] = 0;
        family->call();
        putchar('\n');
      }
  fflush(stdout);
  repair();
  list("../../..", 0);
  return 0;
}
