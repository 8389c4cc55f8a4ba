/* Sockets: what bind, listen and connect say and leave behind. */
#include "say.h"
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>

static struct sockaddr_in v4(const char *ip, int port) {
  struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(port)};
  inet_pton(AF_INET, ip, &a.sin_addr);
  return a;
}

static int port_of(int fd) {
  struct sockaddr_storage a;
  socklen_t n = sizeof a;
  if (getsockname(fd, (void *)&a, &n))
    return -1;
  return ntohs(a.ss_family == AF_INET ? ((struct sockaddr_in *)&a)->sin_port : ((struct sockaddr_in6 *)&a)->sin6_port);
}

static void tcp4(void) {
  int s = socket(AF_INET, SOCK_STREAM, 0), c = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in a = v4("127.0.0.1", 0);
  say("bind", bind(s, (void *)&a, sizeof a));
  say("bind twice", bind(s, (void *)&a, sizeof a));
  say("listen", listen(s, 8));
  say("listen again", listen(s, 16));
  int port = port_of(s);
  printf("ephemeral %d\n", port > 1024);
  a = v4("127.0.0.1", port);
  int same = socket(AF_INET, SOCK_STREAM, 0);
  say("address in use", bind(same, (void *)&a, sizeof a));
  say("connect", connect(c, (void *)&a, sizeof a));
  say("connect again", connect(c, (void *)&a, sizeof a));
  int d = accept(s, NULL, NULL);
  say_ok("accept", d);
  write(c, "hello", 5);
  char text[8] = "";
  read(d, text, 5);
  printf("got %s\n", text);
  close(s);
  struct sockaddr_in none = v4("127.0.0.1", port);
  close(c);
  close(d);
  c = socket(AF_INET, SOCK_STREAM, 0);
  say("refused", connect(c, (void *)&none, sizeof none));
  say("not a socket", connect(1, (void *)&none, sizeof none));
  say("bad fd", connect(999, (void *)&none, sizeof none));
  say("bind bad fd", bind(999, (void *)&none, sizeof none));
  say("listen bad fd", listen(999, 1));
  say("listen not a socket", listen(1, 1));
  say("null address", connect(c, NULL, sizeof none));
  say("bad address", bind(c, (void *)8, sizeof none));
  say("short address", bind(c, (void *)&none, 4));
  say("long address", bind(c, (void *)&none, 200));
  say("negative length", bind(c, (void *)&none, -1));
  say("zero length", connect(c, (void *)&none, 0));
  struct sockaddr_in wrong = v4("192.0.2.7", 0);
  say("not ours", bind(c, (void *)&wrong, sizeof wrong));
  struct sockaddr_in six = v4("127.0.0.1", 0);
  six.sin_family = AF_INET6;
  say("wrong family", bind(c, (void *)&six, sizeof six));
  struct sockaddr_in privileged = v4("127.0.0.1", 81);
  if (getuid())
    say("privileged port", bind(c, (void *)&privileged, sizeof privileged));
  int u = socket(AF_INET, SOCK_DGRAM, 0);
  say("listen on udp", listen(u, 1));
  struct sockaddr unspec = {.sa_family = AF_UNSPEC};
  struct sockaddr_in to = v4("127.0.0.1", 9);
  say("udp connect", connect(u, (void *)&to, sizeof to));
  say("udp disconnect", connect(u, &unspec, sizeof unspec));
  int l = socket(AF_INET, SOCK_STREAM, 0);
  say("listen unbound", listen(l, 4));
  printf("auto-bound %d\n", port_of(l) > 0);
}

static void nonblocking(void) {
  int s = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in a = v4("127.0.0.1", 0);
  bind(s, (void *)&a, sizeof a);
  listen(s, 1);
  a = v4("127.0.0.1", port_of(s));
  int c = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  say("non-blocking", connect(c, (void *)&a, sizeof a));
  struct pollfd p = {.fd = c, .events = POLLOUT};
  printf("poll %d\n", poll(&p, 1, 10000));
  int error = -1;
  socklen_t n = sizeof error;
  getsockopt(c, SOL_SOCKET, SO_ERROR, &error, &n);
  printf("error %d\n", error);
  say("afterwards", connect(c, (void *)&a, sizeof a));
  struct sockaddr_in r = v4("127.0.0.1", 0);
  int probe = socket(AF_INET, SOCK_STREAM, 0);
  bind(probe, (void *)&r, sizeof r);
  r = v4("127.0.0.1", port_of(probe));
  int d = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  long got = connect(d, (void *)&r, sizeof r);
  printf("to nobody %s\n", got ? errname(errno) : "ok");
  p.fd = d;
  poll(&p, 1, 10000);
  getsockopt(d, SOL_SOCKET, SO_ERROR, &error, &n);
  printf("error %s\n", errname(error));
}

static void tcp6(void) {
  int s = socket(AF_INET6, SOCK_STREAM, 0);
  if (s < 0) {
    say("socket", s);
    return;
  }
  struct sockaddr_in6 a = {.sin6_family = AF_INET6, .sin6_addr = in6addr_loopback};
  if (say("bind", bind(s, (void *)&a, sizeof a)) < 0)
    return;
  say("listen", listen(s, 4));
  a.sin6_port = htons(port_of(s));
  int c = socket(AF_INET6, SOCK_STREAM, 0);
  say("connect", connect(c, (void *)&a, sizeof a));
  int dual = socket(AF_INET6, SOCK_STREAM, 0);
  struct sockaddr_in6 any = {.sin6_family = AF_INET6};
  say("bind any", bind(dual, (void *)&any, sizeof any));
  say("listen any", listen(dual, 4));
  struct sockaddr_in to = v4("127.0.0.1", port_of(dual));
  int d = socket(AF_INET, SOCK_STREAM, 0);
  say("v4 to dual", connect(d, (void *)&to, sizeof to));
  struct sockaddr_in6 mapped = {.sin6_family = AF_INET6, .sin6_port = to.sin_port};
  inet_pton(AF_INET6, "::ffff:127.0.0.1", &mapped.sin6_addr);
  int e = socket(AF_INET6, SOCK_STREAM, 0);
  say("mapped", connect(e, (void *)&mapped, sizeof mapped));
  say("short v6", bind(socket(AF_INET6, SOCK_STREAM, 0), (void *)&any, 20));
  struct sockaddr_in6 scope = {.sin6_family = AF_INET6, .sin6_scope_id = 12345};
  inet_pton(AF_INET6, "fe80::1", &scope.sin6_addr);
  say("no such scope", bind(e = socket(AF_INET6, SOCK_STREAM, 0), (void *)&scope, sizeof scope));
}

int own_number(void);
static socklen_t un(struct sockaddr_un *a, const char *path) {
  memset(a, 0, sizeof *a);
  a->sun_family = AF_UNIX;
  strncpy(a->sun_path, path, sizeof a->sun_path);
  return offsetof(struct sockaddr_un, sun_path) + strnlen(path, sizeof a->sun_path) + (strlen(path) < sizeof a->sun_path);
}

static void name_of(const char *what, int fd) {
  struct sockaddr_un a;
  memset(&a, 0, sizeof a);
  socklen_t n = sizeof a;
  getsockname(fd, (void *)&a, &n);
  printf("%s length %u '%.108s' '%.107s'\n", what, n, a.sun_path, n > 3 ? a.sun_path + 1 : "");
  memset(&a, 0, sizeof a);
  n = sizeof a;
  if (!getpeername(fd, (void *)&a, &n))
    printf("%s peer length %u '%.108s'\n", what, n, a.sun_path);
}

static void unix_path(void) {
  struct sockaddr_un a;
  umask(027);
  int s = socket(AF_UNIX, SOCK_STREAM, 0), c = socket(AF_UNIX, SOCK_STREAM, 0);
  socklen_t n = un(&a, "sock");
  say("bind", bind(s, (void *)&a, n));
  name_of("bound", s);
  struct stat st;
  stat("sock", &st);
  printf("mode %o owned %d\n", st.st_mode, st.st_uid == geteuid());
  say("before listen", connect(c, (void *)&a, n));
  say("listen", listen(s, 4));
  say("connect", connect(c, (void *)&a, n));
  name_of("client", c);
  struct ucred cred;
  socklen_t size = sizeof cred;
  getsockopt(c, SOL_SOCKET, SO_PEERCRED, &cred, &size);
  printf("peer of client is us %d %d\n", cred.pid == getpid(), cred.uid == geteuid());
  int d = accept(s, NULL, NULL);
  size = sizeof cred;
  getsockopt(d, SOL_SOCKET, SO_PEERCRED, &cred, &size);
  printf("peer of server is us %d %d %d\n", cred.pid == getpid(), cred.uid == geteuid(), cred.gid == getegid());
  int other = socket(AF_UNIX, SOCK_STREAM, 0);
  say("in use", bind(other, (void *)&a, n));
  say("bind twice", bind(s, (void *)&a, un(&a, "second")));
  say("missing", connect(other, (void *)&a, un(&a, "missing")));
  put("file", "x");
  say("a file", connect(other, (void *)&a, un(&a, "file")));
  say("through a file", connect(other, (void *)&a, un(&a, "file/x")));
  symlink("sock", "link");
  say("through a link", connect(other, (void *)&a, un(&a, "link")));
  int third = socket(AF_UNIX, SOCK_STREAM, 0);
  say("bind on a link", bind(third, (void *)&a, un(&a, "link")));
  symlink("nowhere", "dangling");
  say("bind on a dangling link", bind(third, (void *)&a, un(&a, "dangling")));
  say("bind in nothing", bind(third, (void *)&a, un(&a, "nothing/x")));
  mkdir("folder", 0755);
  say("bind in folder", bind(third, (void *)&a, un(&a, "folder/../folder/./x")));
  name_of("folder", third);
  char longest[109];
  memset(longest, 'p', 108);
  longest[108] = 0;
  int fourth = socket(AF_UNIX, SOCK_DGRAM, 0);
  say("108 bytes", bind(fourth, (void *)&a, un(&a, longest)));
  name_of("108 bytes", fourth);
  printf("exists %s\n", access(longest, F_OK) ? errname(errno) : "ok");
  say("too long", bind(socket(AF_UNIX, SOCK_STREAM, 0), (void *)&a, sizeof a + 1));
  /* Without the NUL: the length ends the name. */
  int fifth = socket(AF_UNIX, SOCK_STREAM, 0);
  un(&a, "shortXX");
  say("no NUL", bind(fifth, (void *)&a, offsetof(struct sockaddr_un, sun_path) + 5));
  name_of("no NUL", fifth);
  printf("exists %s\n", access("short", F_OK) ? errname(errno) : "ok");
  mkdir("closed", 0555);
  say("closed folder", bind(socket(AF_UNIX, SOCK_STREAM, 0), (void *)&a, un(&a, "closed/x")));
  mkdir("sub", 0755);
  chdir("sub");
  say("relative", connect(socket(AF_UNIX, SOCK_STREAM, 0), (void *)&a, un(&a, "../sock")));
  int wrong = socket(AF_UNIX, SOCK_DGRAM, 0);
  say("wrong type", connect(wrong, (void *)&a, un(&a, "../sock")));
  unlink("../sock");
  say("unlinked", connect(socket(AF_UNIX, SOCK_STREAM, 0), (void *)&a, un(&a, "../sock")));
}

static void unix_abstract(void) {
  struct sockaddr_un a = {.sun_family = AF_UNIX};
  socklen_t n = offsetof(struct sockaddr_un, sun_path) +
                snprintf(a.sun_path + 1, 100, "callgate-test-%d", own_number()) + 1;
  int s = socket(AF_UNIX, SOCK_STREAM, 0), c = socket(AF_UNIX, SOCK_STREAM, 0);
  say("bind", bind(s, (void *)&a, n));
  say("listen", listen(s, 4));
  say("connect", connect(c, (void *)&a, n));
  say("in use", bind(socket(AF_UNIX, SOCK_STREAM, 0), (void *)&a, n));
  say("longer name", connect(socket(AF_UNIX, SOCK_STREAM, 0), (void *)&a, n + 1));
  int autobound = socket(AF_UNIX, SOCK_STREAM, 0);
  struct sockaddr_un none = {.sun_family = AF_UNIX};
  say("autobind", bind(autobound, (void *)&none, sizeof(sa_family_t)));
  socklen_t size = sizeof none;
  getsockname(autobound, (void *)&none, &size);
  printf("autobound length %u first %d\n", size, none.sun_path[0]);
  int pair[2];
  say("pair", socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
  say("unbound listen", listen(pair[0], 1));
  say("unconnected", listen(socket(AF_UNIX, SOCK_STREAM, 0), 1));
}

static void udp(void) {
  int s = socket(AF_INET, SOCK_DGRAM, 0), c = socket(AF_INET, SOCK_DGRAM, 0);
  struct sockaddr_in a = v4("127.0.0.1", 0);
  say("bind", bind(s, (void *)&a, sizeof a));
  a = v4("127.0.0.1", port_of(s));
  say("sendto", sendto(c, "one", 3, 0, (void *)&a, sizeof a));
  struct iovec io = {"two!", 4};
  struct msghdr m = {.msg_name = &a, .msg_namelen = sizeof a, .msg_iov = &io, .msg_iovlen = 1};
  say("sendmsg", sendmsg(c, &m, 0));
  struct mmsghdr mm[2] = {{.msg_hdr = m}, {.msg_hdr = m}};
  say("sendmmsg", sendmmsg(c, mm, 2, 0));
  say("connect", connect(c, (void *)&a, sizeof a));
  say("send", send(c, "three", 5, 0));
  char text[16];
  for (int i = 0; i < 5; i++) {
    ssize_t n = recv(s, text, sizeof text, MSG_DONTWAIT);
    printf("got %.*s\n", n < 0 ? 0 : (int)n, text);
  }
  int ud = socket(AF_UNIX, SOCK_DGRAM, 0), us = socket(AF_UNIX, SOCK_DGRAM, 0);
  struct sockaddr_un u;
  socklen_t n = un(&u, "dgram");
  say("unix bind", bind(us, (void *)&u, n));
  say("unix sendto", sendto(ud, "four", 4, 0, (void *)&u, n));
  ssize_t got = recv(us, text, sizeof text, MSG_DONTWAIT);
  printf("got %.*s\n", got < 0 ? 0 : (int)got, text);
}

int own_number(void) { return getpid(); }

/* Serves one client on each port given, says what listen said, ends with 7. */
static int serve(char **ports) {
  struct pollfd socks[8];
  int count = 0;
  for (; *ports; ports++) {
    int s = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in a = v4("0.0.0.0", atoi(*ports));
    char what[32];
    snprintf(what, sizeof what, "bind %s", *ports);
    say(what, bind(s, (void *)&a, sizeof a));
    snprintf(what, sizeof what, "listen %s", *ports);
    if (!say(what, listen(s, 1024)))
      socks[count++] = (struct pollfd){.fd = s, .events = POLLIN};
  }
  if (!count)
    return 8;
  poll(socks, count, -1);
  for (int i = 0; i < count; i++)
    if (socks[i].revents) {
      int c = accept(socks[i].fd, NULL, NULL);
      char text[64];
      ssize_t n = read(c, text, sizeof text);
      write(c, "served ", 7);
      write(c, text, n);
      close(c);
    }
  return 7;
}

static int client(const char *kind, const char *where, const char *port) {
  if (!strcmp(kind, "tcp")) {
    struct sockaddr_in a = v4(where, atoi(port));
    return say("connect", connect(socket(AF_INET, SOCK_STREAM, 0), (void *)&a, sizeof a)) < 0;
  }
  struct sockaddr_un a;
  socklen_t n = un(&a, where);
  return say("connect", connect(socket(AF_UNIX, SOCK_STREAM, 0), (void *)&a, n)) < 0;
}

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "";
  if (!strcmp(what, "tcp4"))
    tcp4();
  else if (!strcmp(what, "tcp6"))
    tcp6();
  else if (!strcmp(what, "nonblocking"))
    nonblocking();
  else if (!strcmp(what, "unix"))
    unix_path();
  else if (!strcmp(what, "abstract"))
    unix_abstract();
  else if (!strcmp(what, "udp"))
    udp();
  else if (!strcmp(what, "serve"))
    return serve(argv + 2);
  else if (!strcmp(what, "client"))
    return client(argv[2], argv[3], argc > 4 ? argv[4] : "0");
  return 0;
}
