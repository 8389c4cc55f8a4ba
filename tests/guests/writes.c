/* Calls that make, change and remove names and metadata: results, and what they leave. */
#include "say.h"
#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/xattr.h>
#include <utime.h>

static int order(const struct dirent **a, const struct dirent **b) { return strcmp((*a)->d_name, (*b)->d_name); }

static void list(const char *folder) {
  struct dirent **names;
  int n = scandir(folder, &names, NULL, order);
  printf("%s:", folder);
  for (int i = 0; i < n; i++) {
    char path[600];
    struct stat st;
    snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
    lstat(path, &st);
    if (names[i]->d_name[0] != '.' || names[i]->d_name[1])
      printf(" %s[%o,%d,%lld]", names[i]->d_name, st.st_mode, S_ISDIR(st.st_mode) ? 0 : (int)st.st_nlink,
             S_ISREG(st.st_mode) ? (long long)st.st_size : 0);
  }
  putchar('\n');
}

int main(void) {
  umask(027);
  mkdir("d", 0755);
  mkdir("d/sub", 0755);
  put("one", "1");
  put("two", "22");
  symlink("one", "link");
  symlink("nowhere", "dangling");
  int d = open("d", O_PATH | O_DIRECTORY);
  say("mkdir", mkdir("made", 0777));
  say("mkdir again", mkdir("made", 0777));
  say("mkdirat", mkdirat(d, "made/", 01750));
  say("mkdir below nothing", mkdir("nothing/x", 0777));
  say("mkdir on a dangling link", mkdir("dangling", 0777));
  say("mkdir below a file", mkdir("one/x", 0777));
  say("mkdir root", mkdir("/", 0777));
  say("mkdir dot", mkdir(".", 0777));
  say("mkdir dotdot", mkdir("d/..", 0777));
  say("mkdir empty", mkdir("", 0777));
  say("mknod fifo", mknod("pipe", S_IFIFO | 0666, 0));
  say("mknod file", mknodat(d, "node", S_IFREG | 0600, 0));
  say("mknod bare", mknodat(d, "bare", 0640, 0));
  say("mknod bad", mknod("bad", S_IFDIR | 0600, 0));
  if (getuid())
    say("mknod device", mknod("device", S_IFCHR | 0600, 0x103));
  say("symlink", symlink("target/../x", "d/sym"));
  say("symlink empty", symlink("", "d/sym2"));
  say("symlinkat", symlinkat("x", d, "sym3"));
  say("symlink exists", symlink("x", "one"));
  say("link", link("one", "d/hard"));
  say("link to link", link("link", "d/hardlink-to-link"));
  say("linkat follow", linkat(AT_FDCWD, "link", d, "followed", AT_SYMLINK_FOLLOW));
  say("link folder", link("d", "d2"));
  say("link exists", link("one", "two"));
  say("link missing", link("missing", "d/x"));
  int two = open("two", O_RDONLY);
  say("linkat empty path", linkat(two, "", AT_FDCWD, "two-hard", AT_EMPTY_PATH));
  say("linkat bad flag", linkat(AT_FDCWD, "one", AT_FDCWD, "x", 0x1));
  say("rename", rename("two", "three"));
  say("rename over", rename("three", "d/node"));
  say("rename folder over file", rename("made", "one"));
  say("rename file over folder", rename("one", "made"));
  say("rename into itself", rename("d", "d/sub/d"));
  say("rename missing", rename("missing", "x"));
  say("rename slash", rename("one", "x/"));
  say("renameat", renameat(AT_FDCWD, "d/hard", d, "moved"));
  say("renameat2 noreplace", syscall(SYS_renameat2, AT_FDCWD, "one", d, "moved", 1));
  say("renameat2 exchange", syscall(SYS_renameat2, AT_FDCWD, "one", d, "bare", 2));
  say("renameat2 both", syscall(SYS_renameat2, AT_FDCWD, "one", d, "bare", 3));
  say("renameat2 unknown", syscall(SYS_renameat2, AT_FDCWD, "one", d, "bare", 128));
  say("rename a link", rename("link", "link2"));
  say("rename same", rename("one", "one"));
  list(".");
  list("d");
  say("unlink", unlink("d/moved"));
  say("unlink a link", unlink("link2"));
  say("unlink folder", unlink("d/sub"));
  say("unlink slash", unlink("one/"));
  say("unlink missing", unlink("missing"));
  say("unlinkat folder", unlinkat(d, "sub", AT_REMOVEDIR));
  say("unlinkat flag", unlinkat(d, "sub", 1));
  say("rmdir", rmdir("made"));
  say("rmdir full", rmdir("d"));
  say("rmdir file", rmdir("one"));
  say("rmdir dot", rmdir("."));
  say("rmdir dotdot", rmdir("d/.."));
  say("rmdir link", rmdir("dangling"));
  list("d");

  put("one", "1234567890");
  symlink("one", "link");
  say("chmod", chmod("one", 04751));
  say("chmod link", chmod("link", 0640));
  say("chmod dangling", chmod("dangling", 0640));
  say("fchmodat", fchmodat(d, "../one", 0600, 0));
  say("fchmodat nofollow", fchmodat(AT_FDCWD, "link", 0600, AT_SYMLINK_NOFOLLOW));
  say("fchmodat2", syscall(452, AT_FDCWD, "one", 0604, 0));
  say("fchmodat2 nofollow", syscall(452, AT_FDCWD, "link", 0604, AT_SYMLINK_NOFOLLOW));
  say("fchmodat2 flag", syscall(452, AT_FDCWD, "one", 0604, 1));
  say("chown nothing", chown("one", -1, -1));
  say("chown own", chown("one", getuid(), getgid()));
  say("lchown own", lchown("link", getuid(), getgid()));
  if (getuid()) {
    say("chown other", chown("one", 0, -1));
    say("chgrp other", chown("one", -1, 1));
    say("chmod other's", chmod("/etc/hostname", 0644));
    say("unlink other's", unlink("/etc/hostname"));
    say("mkdir in etc", mkdir("/etc/callgate-test", 0700));
  }
  say("fchownat", fchownat(two, "", -1, -1, AT_EMPTY_PATH));
  say("truncate", truncate("one", 4));
  say("truncate longer", truncate("link", 40));
  say("truncate folder", truncate("d", 0));
  say("truncate negative", truncate("one", -1));
  say("truncate missing", truncate("missing", 0));
  struct stat st;
  stat("one", &st);
  printf("size %lld mode %o\n", (long long)st.st_size, st.st_mode);
  struct utimbuf old = {1000000000, 1100000000};
  say("utime", utime("one", &old));
  struct timeval tv[2] = {{1200000000, 0}, {1300000000, 0}};
  stat("one", &st);
  printf("times %ld %ld\n", (long)st.st_atime, (long)st.st_mtime);
  say("utimes", utimes("link", tv));
  stat("one", &st);
  printf("times %ld %ld\n", (long)st.st_atime, (long)st.st_mtime);
  struct timespec ts[2] = {{1400000000, 5}, {0, UTIME_OMIT}};
  say("utimensat", utimensat(d, "../one", ts, 0));
  stat("one", &st);
  printf("times %ld %ld\n", (long)st.st_atime, (long)st.st_mtime);
  say("utimensat link", utimensat(AT_FDCWD, "dangling", ts, AT_SYMLINK_NOFOLLOW));
  lstat("dangling", &st);
  printf("times %ld\n", (long)st.st_atime);
  ts[0].tv_nsec = 2000000000;
  say("utimensat bad", utimensat(AT_FDCWD, "one", ts, 0));
  say("utimensat bad pointer", syscall(SYS_utimensat, AT_FDCWD, "one", 8, 0));
  say("utimensat now", utimensat(AT_FDCWD, "one", NULL, 0));
  say("futimens", syscall(SYS_utimensat, two, NULL, NULL, 0));
  say("utimensat missing", utimensat(AT_FDCWD, "missing", NULL, 0));
  say("setxattr", setxattr("one", "user.callgate", "value", 5, 0));
  say("setxattr create", setxattr("one", "user.callgate", "value", 5, XATTR_CREATE));
  say("setxattr replace", setxattr("link", "user.callgate", "newer", 5, XATTR_REPLACE));
  char value[16] = "";
  say("getxattr", getxattr("one", "user.callgate", value, sizeof value));
  puts(value);
  say("lsetxattr", lsetxattr("link", "user.callgate", "value", 5, 0));
  say("setxattr name", setxattr("one", "", "value", 5, 0));
  say("setxattr namespace", setxattr("one", "nonsense.x", "value", 5, 0));
  say("setxattr trusted", setxattr("one", "trusted.x", "value", 5, 0) == 0 && getuid() ? 0 : -1);
  say("setxattr null", syscall(SYS_setxattr, "one", "user.x", NULL, 5, 0));
  say("setxattr size", setxattr("one", "user.x", "v", 1 << 20, 0));
  say("removexattr", removexattr("one", "user.callgate"));
  say("removexattr gone", removexattr("one", "user.callgate"));
  say("lremovexattr", lremovexattr("link", "user.callgate"));
  say("null", syscall(SYS_unlink, NULL));
  say("null pair", syscall(SYS_rename, "one", NULL));
  char *page = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  munmap(page + 4096, 4096);
  memset(page, 'x', 4096);
  say("runs over", unlink(page));
  /* A folder that is gone. */
  mkdir("gone", 0755);
  chdir("gone");
  rmdir("../gone");
  say("mkdir in gone", mkdir("x", 0755));
  say("rename to gone", rename("../one", "x"));
  say("unlink above gone", unlink("../pipe"));
  chdir("..");
  list(".");
  return 0;
}
