/* Does to files what rules allow and deny, and says what came of it.
 *
 * grants files FOLDER...     what Landlock holds where it holds reads and writes
 * grants rest FOLDER...      what it does not
 * grants pairs A B...        names from one folder to another
 * grants tcp PORT...         connects and binds */
#include "say.h"
#include <fcntl.h>
#include <linux/openat2.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

static char text[512];

static const char *in(const char *folder, const char *name) {
  static char paths[4][512];
  static int next;
  char *path = paths[next++ % 4];
  snprintf(path, sizeof paths[0], "%s/%s", folder, name);
  return path;
}

static void tell(const char *what, const char *where, long ret) {
  int e = errno;
  snprintf(text, sizeof text, "%s %s", what, where);
  errno = e;
  say_ok(text, ret);
}

static int opens(const char *what, const char *where, const char *path, int flags) {
  int fd = open(path, flags | O_CLOEXEC, 0600);
  tell(what, where, fd);
  return fd;
}

static void files(const char *d) {
  struct stat s;
  close(opens("read", d, in(d, "file"), O_RDONLY));
  close(opens("write", d, in(d, "file"), O_WRONLY));
  close(opens("read and write", d, in(d, "file"), O_RDWR));
  close(opens("append", d, in(d, "file"), O_WRONLY | O_APPEND));
  close(opens("create what is there", d, in(d, "file"), O_RDONLY | O_CREAT));
  close(opens("create", d, in(d, "new"), O_WRONLY | O_CREAT));
  close(opens("create and read", d, in(d, "new2"), O_RDONLY | O_CREAT));
  close(opens("create alone", d, in(d, "new3"), O_WRONLY | O_CREAT | O_EXCL));
  close(opens("truncate and read", d, in(d, "file"), O_RDONLY | O_TRUNC));
  close(opens("list", d, d, O_RDONLY | O_DIRECTORY));
  close(opens("list beneath", d, in(d, "sub"), O_RDONLY | O_DIRECTORY));
  close(opens("read beneath", d, in(d, "sub/file"), O_RDONLY));
  close(opens("read what is not there", d, in(d, "none"), O_RDONLY));
  close(opens("look", d, in(d, "file"), O_PATH));
  close(opens("through a link", d, in(d, "link"), O_RDONLY));
  tell("truncate", d, truncate(in(d, "file"), 3));
  tell("mkdir", d, mkdir(in(d, "made"), 0700));
  tell("mkdir beneath", d, mkdir(in(d, "made/sub"), 0700));
  close(opens("create beneath", d, in(d, "made/sub/file"), O_RDWR | O_CREAT));
  tell("unlink beneath", d, unlink(in(d, "made/sub/file")));
  tell("rmdir beneath", d, rmdir(in(d, "made/sub")));
  tell("symlink", d, symlink("file", in(d, "symlink")));
  tell("fifo", d, mkfifo(in(d, "fifo"), 0600));
  tell("rename within", d, rename(in(d, "file"), in(d, "renamed")));
  tell("rename back", d, rename(in(d, "renamed"), in(d, "file")));
  tell("exchange", d, syscall(SYS_renameat2, AT_FDCWD, in(d, "file"), AT_FDCWD, in(d, "sub"), 2));
  tell("exchange back", d, syscall(SYS_renameat2, AT_FDCWD, in(d, "file"), AT_FDCWD, in(d, "sub"), 2));
  tell("unlink", d, unlink(in(d, "symlink")));
  tell("unlink a file", d, unlink(in(d, "gone")));
  tell("rmdir", d, rmdir(in(d, "made")));
  tell("remove the folder itself", d, rmdir(d));
  tell("rename the folder itself", d, rename(d, in(d, "../elsewhere")));
  tell("stat", d, stat(in(d, "file"), &s));
  tell("chdir", d, chdir(d));
  tell("list after chdir", d, open(".", O_RDONLY | O_DIRECTORY));
  if (chdir(".."))
    die("..");
}

static void rest(const char *d) {
  struct open_how how = {.flags = O_RDONLY};
  struct open_how nameless = {.flags = O_TMPFILE | O_RDWR, .mode = 0600};
  struct timespec times[2] = {{.tv_sec = 4711}, {.tv_sec = 4711}};
  struct sockaddr_un name = {.sun_family = AF_UNIX};
  int fd;
  tell("openat2", d, syscall(SYS_openat2, AT_FDCWD, in(d, "file"), &how, sizeof how));
  tell("nameless", d, open(d, O_TMPFILE | O_RDWR, 0600));
  tell("nameless by openat2", d, syscall(SYS_openat2, AT_FDCWD, d, &nameless, sizeof nameless));
  tell("nameless beneath", d, open(in(d, "sub"), O_TMPFILE | O_RDWR, 0600));
  tell("link", d, link(in(d, "file"), in(d, "linked")));
  tell("chmod", d, chmod(in(d, "file"), 0640));
  tell("chown", d, chown(in(d, "file"), getuid(), getgid()));
  tell("utimensat", d, utimensat(AT_FDCWD, in(d, "file"), times, 0));
  fd = open(in(d, "file"), O_RDONLY);
  if (fd >= 0) {
    tell("futimens", d, futimens(fd, times));
    tell("fchmod", d, fchmod(fd, 0600));
  }
  tell("chmod of the folder", d, chmod(d, 0755));
  fd = socket(AF_UNIX, SOCK_STREAM, 0);
  snprintf(name.sun_path, sizeof name.sun_path, "%s", in(d, "socket"));
  tell("bind", d, bind(fd, (void *)&name, sizeof name));
}

static void pairs(const char *a, const char *b) {
  char both[256];
  snprintf(both, sizeof both, "%s to %s", a, b);
  tell("rename from", both, rename(in(a, "moving"), in(b, "moved")));
  tell("rename a folder from", both, rename(in(a, "moving.d"), in(b, "moved.d")));
  tell("read there", both, open(in(b, "moved"), O_RDONLY));
  tell("write there", both, open(in(b, "moved.d/file"), O_WRONLY));
}

static void tcp(int port) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct sockaddr_in6 mapped = {.sin6_family = AF_INET6, .sin6_port = htons(port)};
  struct iovec part = {"x", 1};
  struct msghdr message = {.msg_name = &to, .msg_namelen = sizeof to, .msg_iov = &part, .msg_iovlen = 1};
  int one = 1;
  memcpy(&mapped.sin6_addr, (unsigned char[]){0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 127, 0, 0, 1}, 16);
  say_ok("connect", connect(socket(AF_INET, SOCK_STREAM, 0), (void *)&to, sizeof to));
  say_ok("connect by IPv6", connect(socket(AF_INET6, SOCK_STREAM, 0), (void *)&mapped, sizeof mapped));
  say_ok("connect by UDP", connect(socket(AF_INET, SOCK_DGRAM, 0), (void *)&to, sizeof to));
  say_ok("send that connects", sendto(socket(AF_INET, SOCK_STREAM, 0), "x", 1, MSG_FASTOPEN, (void *)&to, sizeof to));
  say_ok("message that connects", sendmsg(socket(AF_INET, SOCK_STREAM, 0), &message, MSG_FASTOPEN));
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  /* Another address: the test listens on the first. */
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1);
  say_ok("bind", bind(fd, (void *)&to, sizeof to));
}

int main(int argc, char **argv) {
  umask(022);
  for (int i = 2; i < argc; i++) {
    if (!strcmp(argv[1], "files"))
      files(argv[i]);
    else if (!strcmp(argv[1], "rest"))
      rest(argv[i]);
    else if (!strcmp(argv[1], "pairs") && i + 1 < argc)
      pairs(argv[i], argv[i + 1]), i++;
    else if (!strcmp(argv[1], "tcp"))
      tcp(atoi(argv[i]));
    else
      return 99;
  }
  return 0;
}
