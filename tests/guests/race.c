/* Attacks by a second thread between the check and the use: race ATTACK ROUNDS [PORT].
 *
 * Prints how often the forbidden was reached. ROUNDS 0 goes on until it was reached once: natively every
 * attack here gets there, which shows that it is one. */
#include "say.h"
#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#ifndef SYS_openat2
#define SYS_openat2 437
#endif

static atomic_int stop;
static volatile char name[64];
static volatile struct open_how how;
static volatile struct sockaddr_in to;
static int fds[2], ports[2];

/* Both names have the same length, so that only the letters that differ are ever torn. */
#define GOOD "permitted-file"
#define EVIL "forbidden-file"

static void *flip_name(void *unused) {
  while (!stop) {
    memcpy((char *)name, GOOD, sizeof GOOD);
    sched_yield();
    memcpy((char *)name, EVIL, sizeof EVIL);
    /* On a busy machine both threads may share a core: each name has its turn. */
    sched_yield();
  }
  return unused;
}

static void *flip_link(void *unused) {
  while (!stop)
    syscall(SYS_renameat2, AT_FDCWD, "current", AT_FDCWD, "other", 2);
  return unused;
}

static void *flip_fd(void *unused) {
  for (unsigned i = 0; !stop; i++)
    dup2(fds[i & 1], 40);
  return unused;
}

static void *flip_how(void *unused) {
  for (unsigned i = 0; !stop; i++)
    how.flags = i & 1 ? O_WRONLY | O_TRUNC : O_RDONLY;
  return unused;
}

static void *flip_port(void *unused) {
  for (unsigned i = 0; !stop; i++)
    to.sin_port = htons(ports[i & 1]);
  return unused;
}

static char *mmap_shared(void) {
  char *p = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return p == MAP_FAILED ? (die("mmap"), p) : p;
}

static int server(int *port) {
  int s = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in a = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK), .sin_port = htons(*port)};
  int one = 1;
  setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(s, (void *)&a, sizeof a))
    die("bind");
  socklen_t n = sizeof a;
  getsockname(s, (void *)&a, &n);
  *port = ntohs(a.sin_port);
  return s;
}

static int rounds, reached, fine;

/* Until the rounds are done, and never before the attacker runs and an allowed one got through. */
static int goes_on(int round) {
  if (!rounds)
    return !reached;
  return round < rounds || (round < 1000000 && !fine && !reached);
}

static int is_secret(int fd) {
  char text[64] = "";
  read(fd, text, sizeof text - 1);
  return !!strstr(text, "secret");
}

int main(int argc, char **argv) {
  const char *what = argv[1];
  rounds = atoi(argv[2]);
  strcpy((char *)name, GOOD);
  pthread_t thread;
  if (!strcmp(what, "name")) {
    pthread_create(&thread, NULL, flip_name, NULL);
    for (int i = 0; goes_on(i); i++) {
      int fd = syscall(SYS_openat, AT_FDCWD, name, O_RDONLY, 0);
      if (fd >= 0) {
        is_secret(fd) ? reached++ : fine++;
        close(fd);
      }
    }
  } else if (!strcmp(what, "link") || !strcmp(what, "dir-link")) {
    int dir = what[0] == 'd';
    symlink(dir ? "permitted-folder" : GOOD, "current");
    symlink(dir ? "forbidden-folder" : EVIL, "other");
    pthread_create(&thread, NULL, flip_link, NULL);
    for (int i = 0; goes_on(i); i++) {
      int fd = open(dir ? "current/file" : "current", O_RDONLY);
      if (fd >= 0) {
        is_secret(fd) ? reached++ : fine++;
        close(fd);
      }
    }
  } else if (!strcmp(what, "dirfd")) {
    fds[0] = open("permitted-folder", O_PATH);
    fds[1] = open("forbidden-folder", O_PATH);
    dup2(fds[0], 40);
    pthread_create(&thread, NULL, flip_fd, NULL);
    for (int i = 0; goes_on(i); i++) {
      int fd = openat(40, "file", O_RDONLY);
      if (fd >= 0) {
        is_secret(fd) ? reached++ : fine++;
        close(fd);
      }
    }
  } else if (!strcmp(what, "how")) {
    /* readonly-file may be read but not written: it must keep its text. */
    pthread_create(&thread, NULL, flip_how, NULL);
    for (int i = 0; goes_on(i); i++) {
      int fd = syscall(SYS_openat2, AT_FDCWD, "readonly-file", &how, sizeof how);
      if (fd >= 0) {
        if ((fcntl(fd, F_GETFL) & O_ACCMODE) != O_RDONLY)
          reached++;
        else
          fine++;
        close(fd);
      }
    }
    struct stat st;
    stat("readonly-file", &st);
    reached += st.st_size == 0;
  } else if (!strcmp(what, "fchmod")) {
    /* readonly-file is open for reading under number 40, now and then. */
    fds[0] = open(GOOD, O_RDONLY);
    fds[1] = open("readonly-file", O_RDONLY);
    dup2(fds[0], 40);
    pthread_create(&thread, NULL, flip_fd, NULL);
    for (int i = 0; goes_on(i); i++) {
      struct stat st;
      if (!fchmod(40, 0777))
        fine++;
      fstat(fds[1], &st);
      reached += (st.st_mode & 0777) == 0777;
    }
  } else if (!strcmp(what, "stat")) {
    pthread_create(&thread, NULL, flip_name, NULL);
    for (int i = 0; goes_on(i); i++) {
      struct stat st;
      /* The two differ in length. */
      if (!stat((char *)name, &st))
        st.st_size == strlen("the secret\n") ? reached++ : fine++;
    }
  } else if (!strcmp(what, "port")) {
    /* argv[3]: the port that is denied. */
    int denied = atoi(argv[3]), allowed = 0;
    int s[2] = {server(&allowed), -1};
    ports[1] = denied;
    s[1] = server(&ports[1]);
    ports[0] = allowed;
    listen(s[0], 4096);
    listen(s[1], 4096);
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    to.sin_port = htons(allowed);
    pthread_create(&thread, NULL, flip_port, NULL);
    for (int i = 0; goes_on(i); i++) {
      int c = socket(AF_INET, SOCK_STREAM, 0);
      if (!connect(c, (void *)&to, sizeof to)) {
        struct sockaddr_in peer;
        socklen_t n = sizeof peer;
        getpeername(c, (void *)&peer, &n);
        ntohs(peer.sin_port) == denied ? reached++ : fine++;
      }
      close(c);
      fcntl(s[0], F_SETFL, O_NONBLOCK);
      int d = accept(s[0], NULL, NULL);
      if (d >= 0)
        close(d);
    }
    fcntl(s[1], F_SETFL, O_NONBLOCK);
    while (accept(s[1], NULL, NULL) >= 0)
      reached++;
  } else if (!strcmp(what, "listen")) {
    /* argv[3]: the port on which nobody may listen; number 40 is now one socket, now the other. */
    for (int i = 0; goes_on(i); i++) {
      int free_port = 0, denied = atoi(argv[3]);
      if (i == 0) {
        fds[0] = server(&free_port);
        fds[1] = server(&denied);
        dup2(fds[0], 40);
        pthread_create(&thread, NULL, flip_fd, NULL);
      }
      if (!listen(40, 1))
        fine++;
      int yes = 0;
      socklen_t n = sizeof yes;
      getsockopt(fds[1], SOL_SOCKET, SO_ACCEPTCONN, &yes, &n);
      reached += yes;
    }
  } else if (!strcmp(what, "fork-name")) {
    /* The flipping is done by another process through shared memory. */
    char *shared = mmap_shared();
    strcpy(shared, GOOD);
    pid_t flipper = fork();
    if (!flipper)
      for (;;) {
        memcpy(shared, GOOD, sizeof GOOD);
        __asm__ volatile("" ::: "memory");
        memcpy(shared, EVIL, sizeof EVIL);
        __asm__ volatile("" ::: "memory");
      }
    for (int i = 0; goes_on(i); i++) {
      int fd = open(shared, O_RDONLY);
      if (fd >= 0) {
        is_secret(fd) ? reached++ : fine++;
        close(fd);
      }
    }
    printf("reached %d\nnot idle %d\n", reached, fine > 0);
    fflush(stdout);
    kill(flipper, SIGKILL);
    waitpid(flipper, NULL, 0);
    return 0;
  }
  stop = 1;
  printf("reached %d\nnot idle %d\n", reached, fine > 0);
  return 0;
}
