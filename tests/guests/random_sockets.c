/* random_sockets sockets SEED COUNT: as random.c, for the calls that take addresses. */
#include "random_tree.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stddef.h>

/* Numbers of the sockets; those of TCP wait, the others do not. */
enum {
  TCP4 = 40, TCP4_LISTENING, TCP6, UDP4, UDP4_BOUND, UDP6, STREAM, DATAGRAM, SEQUENCE, STREAM_LISTENING,
  PAIR, PAIR2, DPAIR, DPAIR2, SOCKETS
};

static int tcp_port, udp_port;
static volatile int pipes_broken;

static void broken(int signal) { pipes_broken++; }

static int port_of(int fd) {
  struct sockaddr_in a;
  socklen_t n = sizeof a;
  getsockname(fd, (void *)&a, &n);
  return a.sin_port;
}

/* Whether nobody else has this port by this protocol, a connection that is over included. */
static int is_free(int type, int port) {
  struct sockaddr_in6 all = {.sin6_family = AF_INET6, .sin6_port = port};
  int s = socket(AF_INET6, type, 0);
  int free = s < 0 || !bind(s, (void *)&all, sizeof all);
  close(s);
  return free;
}

/* A bound socket under this number, whose port is free by the other protocol: what is asked of it there depends on
 * nobody else's sockets. */
static int bound(int type, int other, int number) {
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  int port;
  do {
    place(socket(AF_INET, type | SOCK_NONBLOCK, 0), number);
    bind(number, (void *)&here, sizeof here);
    port = port_of(number);
  } while (!is_free(other, port));
  return port;
}

/* Fresh ones under all numbers. */
static void make_sockets(void) {
  const int n = SOCK_NONBLOCK;
  struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "stream"};
  int pair[2];
  place(socket(AF_INET, SOCK_STREAM, 0), TCP4);
  tcp_port = bound(SOCK_STREAM, SOCK_DGRAM, TCP4_LISTENING);
  listen(TCP4_LISTENING, 16);
  place(socket(AF_INET6, SOCK_STREAM, 0), TCP6);
  place(socket(AF_INET, SOCK_DGRAM | n, 0), UDP4);
  udp_port = bound(SOCK_DGRAM, SOCK_STREAM, UDP4_BOUND);
  place(socket(AF_INET6, SOCK_DGRAM | n, 0), UDP6);
  place(socket(AF_UNIX, SOCK_STREAM | n, 0), STREAM);
  place(socket(AF_UNIX, SOCK_DGRAM | n, 0), DATAGRAM);
  place(socket(AF_UNIX, SOCK_SEQPACKET | n, 0), SEQUENCE);
  place(socket(AF_UNIX, SOCK_STREAM | n, 0), STREAM_LISTENING);
  unlink("stream");
  bind(STREAM_LISTENING, (void *)&name, sizeof name);
  listen(STREAM_LISTENING, 16);
  socketpair(AF_UNIX, SOCK_STREAM | n, 0, pair);
  place(pair[0], PAIR), place(pair[1], PAIR2);
  socketpair(AF_UNIX, SOCK_DGRAM | n, 0, pair);
  place(pair[0], DPAIR), place(pair[1], DPAIR2);
}

static long socket_number(void) {
  int fd = often(88) ? TCP4 + (int)below(SOCKETS - TCP4) : descriptor_number();
  word(" fd %d", fd);
  return upper(fd);
}

/* An address in memory, and a length that may not be its own. */
static long address(long *length) {
  static const long lengths[] = {0, 1, 2, 3, 8, 15, 24, 27, 110, 111, 128, 129, -1, 0x7fffffff};
  static const char *const v4[] = {"127.0.0.1", "127.0.0.1", "0.0.0.0", "127.0.0.2"};
  static const char *const v6[] = {"::1", "::", "::ffff:127.0.0.1", "::ffff:0.0.0.0", "fe80::1"};
  static const char *const locals[] = {
      "stream", "stream", "sock", "sock",  "file", "missing",  "d",           "d/new",                 "missing/x", "closed/x",
      "file/x", "loop",   "magic", "new", "link", "./stream", "d/../stream", "/proc/self/cwd/stream", "",
  };
  static const unsigned families[] = {0, 1, 2, 10, 3, 16, 17, 38, 40, 0xffff};
  const int ports[] = {tcp_port, tcp_port, udp_port, udp_port, 0, htons(9), htons(81)};
  static const char *const known[] = {"tcp", "tcp", "udp", "udp", "0", "9", "81"};
  char *at = fresh();
  unsigned port = below(7);
  switch (below(8)) {
  case 0:
  case 1:
  case 2: {
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = ports[port]};
    const char *host = PICK(v4);
    inet_pton(AF_INET, host, &a.sin_addr);
    memcpy(at, &a, *length = sizeof a);
    word(" %s:%s", host, known[port]);
    break;
  }
  case 3: {
    struct sockaddr_in6 a = {.sin6_family = AF_INET6, .sin6_port = ports[port]};
    const char *host = PICK(v6);
    inet_pton(AF_INET6, host, &a.sin6_addr);
    if (often(20))
      a.sin6_scope_id = 12345, word(" scope");
    memcpy(at, &a, *length = sizeof a);
    word(" [%s]:%s", host, known[port]);
    break;
  }
  case 4:
  case 5: {
    struct sockaddr_un *a = (void *)at;
    const char *name = PICK(locals);
    a->sun_family = AF_UNIX;
    strcpy(a->sun_path, name);
    *length = offsetof(struct sockaddr_un, sun_path) + strlen(name) + below(2);
    word(" unix '%s' %ld", name, *length);
    break;
  }
  case 6: {
    struct sockaddr_un *a = (void *)at;
    int number = below(3);
    /* Such names are the whole machine's: other trees have others. */
    uint64_t hash = 0;
    for (const char *c = base; *c; c++)
      hash = hash * 31 + *c;
    a->sun_family = AF_UNIX;
    *length = offsetof(struct sockaddr_un, sun_path) + 1 +
              snprintf(a->sun_path + 1, 90, "random-%d-%016llx", number, (unsigned long long)hash);
    word(" abstract %d", number);
    break;
  }
  default: {
    /* Nothing but the family: no address of anybody else. */
    unsigned short family = PICK(families);
    memcpy(at, &family, 2);
    *length = below(40);
    word(" family %u %ld", family, *length);
  }
  }
  if (often(12))
    *length = PICK(lengths), word(" length %ld", *length);
  if (often(93) || *length < 0 || *length > 200)
    return (long)at;
  if (often(50))
    return wild();
  word(" cut");
  return (long)memcpy(pages + 2 * page - *length + 1, at, *length > 1 ? *length - 1 : 0);
}

static const unsigned send_flags[] = {
    MSG_DONTWAIT, MSG_NOSIGNAL,  MSG_EOR,      MSG_MORE,  MSG_OOB,    MSG_CONFIRM,
    MSG_DONTROUTE, MSG_FASTOPEN, 0x4000000, 0x10, 0x80000000,
};

/* What is sent: all there, or not there at all. */
static long data(long *length) {
  static char text[4096];
  memset(text, 'd', sizeof text);
  *length = often(90) ? (long)below(60) : (long)below(3000);
  word(" data %ld", *length);
  return often(93) ? (long)text : wild();
}

/* Rights, well and ill formed. */
static long control(char *at, long *length) {
  static const long odd[] = {1, 11, 15, 16, 17, 4096, 0x7fffffff, -1};
  struct cmsghdr *c = (void *)at;
  int fds[3];
  unsigned count = below(3) + 1;
  *length = 0;
  if (often(65))
    return 0;
  c->cmsg_level = often(90) ? SOL_SOCKET : (int)below(300);
  c->cmsg_type = often(95) ? SCM_RIGHTS : (int)below(5) * 16;
  c->cmsg_len = CMSG_LEN(count * sizeof(int));
  for (unsigned i = 0; i < count; i++)
    fds[i] = often(85) ? 20 + (int)below(5) : descriptor_number();
  memcpy(CMSG_DATA(c), fds, count * sizeof(int));
  *length = CMSG_SPACE(count * sizeof(int));
  word(" control %d %d", c->cmsg_level, c->cmsg_type);
  for (unsigned i = 0; i < count; i++)
    word(" %d", fds[i]);
  if (often(15))
    c->cmsg_len = PICK(odd), word(" inner %ld", (long)c->cmsg_len);
  if (often(15))
    *length = below(40), word(" outer %ld", *length);
  return often(95) ? (long)at : wild();
}

static void message(struct msghdr *m) {
  char *room = fresh();
  struct iovec *parts = (void *)(room + 2048);
  long length, n;
  memset(m, 0, sizeof *m);
  if (often(70)) {
    m->msg_name = (void *)address(&length);
    m->msg_namelen = length;
  }
  m->msg_iov = parts;
  m->msg_iovlen = below(4);
  for (unsigned i = 0; i < m->msg_iovlen; i++) {
    parts[i].iov_base = (void *)data(&n);
    parts[i].iov_len = n;
  }
  if (often(4))
    m->msg_iovlen = often(50) ? 1025 : -1l, word(" parts %ld", (long)m->msg_iovlen);
  if (often(3))
    m->msg_iov = (void *)wild();
  m->msg_control = (void *)control(room, &n);
  m->msg_controllen = n;
  m->msg_flags = below(3);
}

/* What arrived, and on how many connections; TCP's own pace is not looked at. */
static void drain(void) {
  static const int sockets[] = {UDP4_BOUND, PAIR, PAIR2, DPAIR, DPAIR2, 25};
  static char text[8192], room[512];
  long bytes = 0, messages = 0, fds = 0;
  int fd;
  for (int i = 0; i < 6; i++)
    for (;;) {
      struct iovec part = {text, sizeof text};
      struct msghdr m = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room};
      ssize_t n = recvmsg(sockets[i], &m, MSG_DONTWAIT);
      if (n < 0 || (n == 0 && (sockets[i] == PAIR || sockets[i] == PAIR2)))
        break;
      bytes += n, messages++;
      for (struct cmsghdr *c = CMSG_FIRSTHDR(&m); c; c = CMSG_NXTHDR(&m, c))
        for (unsigned k = 0; c->cmsg_type == SCM_RIGHTS && k < (c->cmsg_len - CMSG_LEN(0)) / sizeof fd; k++) {
          memcpy(&fd, CMSG_DATA(c) + k * sizeof fd, sizeof fd);
          close(fd), fds++;
        }
    }
  while ((fd = accept(TCP4_LISTENING, NULL, NULL)) >= 0)
    close(fd);
  while ((fd = accept(STREAM_LISTENING, NULL, NULL)) >= 0)
    close(fd);
  if (messages)
    printf(" arrived %ld in %ld fds %ld", bytes, messages, fds);
  if (pipes_broken)
    printf(" SIGPIPE %d", pipes_broken);
  pipes_broken = 0;
}

/* i386 has two ways to each of these calls. */
static long do_call(int number, long nr, long a, long b, long c, long d, long e, long f) {
#ifdef SYS_socketcall
  if (often(50)) {
    long *args = (long *)fresh();
    const long all[] = {a, b, c, d, e, f};
    memcpy(args, all, sizeof all);
    word(" socketcall");
    return syscall(SYS_socketcall, number, often(96) ? (long)args : wild());
  }
#endif
  return syscall(nr, a, b, c, d, e, f);
}

static void sockets(void) {
  static int made_so_far;
  long a, b, c, d, e, n, m;
  struct mmsghdr *many;
  if (made_so_far++ % 8 == 0)
    make_sockets();
  switch (below(8)) {
  case 0:
  case 1:
    word("bind"), a = socket_number(), b = address(&n);
    made(do_call(2, SYS_bind, a, b, n, 0, 0, 0));
    break;
  case 2:
  case 3:
    word("connect"), a = socket_number(), b = address(&n);
    made(do_call(3, SYS_connect, a, b, n, 0, 0, 0));
    break;
  case 4:
    word("listen"), a = socket_number(), b = often(70) ? 16 : (int)draw(), word(" %d", (int)b);
    made(do_call(4, SYS_listen, a, b, 0, 0, 0, 0));
    break;
  case 5:
    word("sendto"), a = socket_number(), b = data(&n), c = FLAGS(send_flags, 60), d = 0, m = 0;
    if (often(70))
      d = address(&m);
    made(do_call(11, SYS_sendto, a, b, n, c, d, m));
    break;
  case 6:
    word("sendmsg"), a = socket_number(), many = (void *)fresh(), message(&many->msg_hdr);
    b = often(95) ? (long)many : wild(), c = FLAGS(send_flags, 60);
    made(do_call(16, SYS_sendmsg, a, b, c, 0, 0, 0));
    break;
  default: {
    static const long counts[] = {0, 1, 2, 3, 3};
    word("sendmmsg"), a = socket_number(), many = (void *)fresh(), n = PICK(counts);
    for (long i = 0; i < n; i++)
      word(" ;"), message(&many[i].msg_hdr);
    b = often(95) ? (long)many : wild(), c = FLAGS(send_flags, 60);
    d = made(do_call(20, SYS_sendmmsg, a, b, n, c, 0, 0));
    for (long i = 0; i < d; i++)
      printf(" %u", many[i].msg_len);
  }
  }
  drain();
}

int main(int argc, char **argv) {
  static const struct family families[] = {{"sockets", sockets}};
  signal(SIGPIPE, broken);
  return play(argc, argv, families, 1);
}
