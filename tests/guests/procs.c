/* Processes of every kind under supervision: threads, forks, daemons, zombies, vfork, exec. */
#include "say.h"
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>

extern char **environ;
static atomic_int good;

static int opens(int count) {
  int ok = 0;
  for (int i = 0; i < count; i++) {
    int fd = open("/etc/hostname", O_RDONLY | O_CLOEXEC);
    char c;
    ok += fd >= 0 && read(fd, &c, 1) == 1;
    close(fd);
  }
  return ok;
}

static void *worker(void *count) {
  good += opens((long)count);
  return NULL;
}

static void threads(int n, int each) {
  pthread_t all[256];
  for (int i = 0; i < n; i++)
    pthread_create(&all[i], NULL, worker, (void *)(long)each);
  for (int i = 0; i < n; i++)
    pthread_join(all[i], NULL);
  printf("threads %d\n", good);
}

static void forks(int n, int each) {
  int sum = 0;
  fflush(stdout);
  for (int i = 0; i < n; i++)
    if (!fork())
      _exit(opens(each) != each);
  for (int i = 0; i < n; i++) {
    int status;
    wait(&status);
    sum += WIFEXITED(status) && !WEXITSTATUS(status);
  }
  printf("forks %d\n", sum);
}

static void *leader_gone(void *arg) {
  int *done = arg;
  /* The leader is a zombie by now or soon: this thread's own files and folder still count. */
  while (1) {
    char name[64], line[256];
    snprintf(name, sizeof name, "/proc/%d/stat", getpid());
    int fd = open(name, O_RDONLY);
    if (fd < 0) {
      printf("stat: -%s\n", errname(errno));
      break;
    }
    ssize_t n = read(fd, line, sizeof line - 1);
    close(fd);
    line[n > 0 ? n : 0] = 0;
    char *state = strrchr(line, ')');
    if (state && state[2] == 'Z')
      break;
  }
  char text[32] = "";
  int fd = open("beside", O_RDONLY);
  read(fd, text, sizeof text - 1);
  printf("without a leader: %s\n", fd < 0 ? errname(errno) : text);
  int dir = open("folder", O_RDONLY);
  fd = openat(dir, "inside", O_RDONLY);
  printf("by dirfd: %s\n", fd < 0 ? errname(errno) : "ok");
  fflush(stdout);
  _exit(*done);
}

static int private_table(void *arg) {
  int *report = arg;
  /* A thread with a file table of its own: numbers mean its files. */
  int fd = open("beside", O_RDONLY);
  report[0] = fd;
  int dir = open("folder", O_RDONLY);
  dup2(dir, 40);
  int in = openat(40, "inside", O_RDONLY);
  report[1] = in >= 0;
  report[2] = 1;
  syscall(SYS_exit, 0);
  return 0;
}

int main(int argc, char **argv) {
  const char *what = argc > 1 ? argv[1] : "threads";
  int n = argc > 2 ? atoi(argv[2]) : 8;
  put("beside", "beside");
  mkdir("folder", 0755);
  put("folder/inside", "inside");
  if (!strcmp(what, "threads"))
    threads(n, 200);
  else if (!strcmp(what, "forks"))
    forks(n, 50);
  else if (!strcmp(what, "mixed")) {
    for (int i = 0; i < n; i++)
      if (!fork()) {
        threads(4, 20);
        _exit(good != 80);
      }
    int sum = 0, status;
    for (int i = 0; i < n; i++) {
      wait(&status);
      sum += status == 0;
    }
    printf("mixed %d\n", sum);
  } else if (!strcmp(what, "leader")) {
    static int code = 3;
    pthread_t thread;
    pthread_create(&thread, NULL, leader_gone, &code);
    syscall(SYS_exit, 0);
  } else if (!strcmp(what, "table")) {
    static int report[3];
    char *stack = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    for (int i = 0; i < 5; i++)
      dup(0);
    pid_t tid = clone(private_table, stack + (1 << 20), CLONE_VM | CLONE_FS | CLONE_SIGHAND | CLONE_THREAD, report);
    if (tid < 0)
      die("clone");
    while (!*(volatile int *)&report[2])
      sched_yield();
    printf("own table: fd %d by dirfd %d\n", report[0], report[1]);
    printf("ours lacks it: %d\n", fcntl(40, F_GETFD));
  } else if (!strcmp(what, "daemon")) {
    /* The child leaves the session and goes on after the parent has ended. */
    int gate[2];
    pipe(gate);
    fflush(stdout);
    if (!fork()) {
      setsid();
      if (fork())
        _exit(0);
      close(gate[1]);
      char c;
      read(gate[0], &c, 1);
      /* The parent is gone: the pipe is closed. */
      int fd = open("from-daemon", O_CREAT | O_WRONLY, 0600);
      dprintf(fd, "%d\n", opens(10));
      close(fd);
      _exit(0);
    }
    int status;
    wait(&status);
    puts("parent ends");
    return 5;
  } else if (!strcmp(what, "zombie")) {
    pid_t pid = fork();
    if (!pid)
      _exit(opens(3) == 3 ? 11 : 12);
    siginfo_t info;
    waitid(P_PID, pid, &info, WEXITED | WNOWAIT);
    char name[64];
    snprintf(name, sizeof name, "/proc/%d/stat", pid);
    say_ok("zombie's stat", open(name, O_RDONLY));
    snprintf(name, sizeof name, "/proc/%d/cwd/beside", pid);
    say_ok("zombie's cwd", open(name, O_RDONLY));
    snprintf(name, sizeof name, "/proc/%d/exe", pid);
    say_ok("zombie's exe", open(name, O_RDONLY));
    int status;
    waitpid(pid, &status, 0);
    printf("status %d\n", WEXITSTATUS(status));
    say_ok("reaped", open(name, O_RDONLY));
  } else if (!strcmp(what, "child-proc")) {
    int up[2], down[2];
    pipe(up);
    pipe(down);
    pid_t pid = fork();
    if (!pid) {
      chdir("folder");
      write(up[1], "x", 1);
      char c;
      close(down[1]);
      read(down[0], &c, 1);
      _exit(0);
    }
    char c, name[64];
    read(up[0], &c, 1);
    snprintf(name, sizeof name, "/proc/%d/cwd/inside", pid);
    say_ok("child's cwd", open(name, O_RDONLY));
    snprintf(name, sizeof name, "/proc/%d/fd/%d", pid, up[1]);
    say_ok("child's pipe", open(name, O_WRONLY));
    snprintf(name, sizeof name, "/proc/%d/comm", pid);
    say_ok("child's comm", open(name, O_RDONLY));
    close(down[1]);
    waitpid(pid, NULL, 0);
  } else if (!strcmp(what, "exec")) {
    char *args[] = {"sh", "-c", "read line < beside; echo \"$line $0 $#\"; exec cat folder/inside", NULL};
    pid_t pid;
    int status;
    int spawned = posix_spawn(&pid, "/bin/sh", NULL, NULL, args, environ);
    waitpid(pid, &status, 0);
    say("posix_spawn", spawned);
    printf("\nstatus %d\n", WEXITSTATUS(status));
    fflush(stdout);
    pid = vfork();
    if (!pid) {
      execl("/bin/cat", "cat", "beside", (char *)NULL);
      _exit(127);
    }
    waitpid(pid, &status, 0);
    printf("\nvfork %d\n", WEXITSTATUS(status));
    put("script", "#!/bin/sh\necho \"script $0 $1\"\n");
    chmod("script", 0755);
    fflush(stdout);
    if (!fork()) {
      execl("./script", "ignored", "argument", (char *)NULL);
      _exit(127);
    }
    wait(&status);
    int fd = open("/bin/cat", O_RDONLY | O_CLOEXEC);
    fflush(stdout);
    if (!fork()) {
      char *cat[] = {"cat", "beside", NULL};
      fexecve(fd, cat, environ);
      _exit(127);
    }
    wait(&status);
    printf("\nfexecve %d\n", WEXITSTATUS(status));
    say("missing", execl("./missing", "x", (char *)NULL));
    say("a folder", execl("folder", "x", (char *)NULL));
    say("not executable", execl("beside", "x", (char *)NULL));
    fflush(stdout);
    execl("/bin/sh", "sh", "-c", "cat beside | sed s/b/B/ | tr d D; exit 9", (char *)NULL);
  } else if (!strcmp(what, "signal"))
    raise(n);
  else if (!strcmp(what, "exit")) {
    printf("leaves with %d\n", n);
    return n;
  }
  else if (!strcmp(what, "hundred")) {
    /* Waits on its standard input with n processes, all of them supervised. */
    for (int i = 0; i < n; i++)
      if (!fork()) {
        opens(1);
        pause();
      }
    opens(1);
    puts("ready");
    fflush(stdout);
    char c;
    read(0, &c, 1);
    kill(0, SIGKILL);
  } else if (!strcmp(what, "undumpable")) {
    prctl(PR_SET_DUMPABLE, 0);
    say_ok("open", open("beside", O_RDONLY));
  } else if (!strcmp(what, "dies")) {
    /* Threads are killed in the middle of opens, again and again. */
    for (int i = 0; i < n; i++) {
      pid_t pid = fork();
      if (!pid) {
        pthread_t thread;
        pthread_create(&thread, NULL, worker, (void *)1000000L);
        opens(1000000);
      }
      for (int j = 0; j < i % 7; j++)
        sched_yield();
      kill(pid, SIGKILL);
      waitpid(pid, NULL, 0);
    }
    printf("alive %d\n", opens(10));
  }
  return 0;
}
