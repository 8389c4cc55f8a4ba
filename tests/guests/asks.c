/* Does what a policy is asked of, and says what came of it: asks OP OBJECT [OP OBJECT]... */
#include "say.h"
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

/* Ends at once: what an allowed execution starts. */
static int execute(const char *path) {
  int status;
  pid_t child = fork();
  if (child < 0)
    die("fork");
  if (!child) {
    execl(path, path, (char *)0);
    _exit(errno);
  }
  if (waitpid(child, &status, 0) < 0 || !WIFEXITED(status))
    die("an execution that nobody was asked about");
  errno = WEXITSTATUS(status);
  return errno ? -1 : 0;
}

static int addressed(const char *op, const char *object) {
  union {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    struct sockaddr_un local;
  } at = {0};
  socklen_t size;
  int kind = strncmp(object, "udp:", 4) ? SOCK_STREAM : SOCK_DGRAM;
  if (!strncmp(object, "unix:", 5)) {
    const char *name = object + 5;
    at.local.sun_family = AF_UNIX;
    strncpy(at.local.sun_path, name, sizeof at.local.sun_path - 1);
    size = offsetof(struct sockaddr_un, sun_path) + strlen(name) + (*name != '@');
    if (*name == '@')
      at.local.sun_path[0] = 0;
  } else {
    char host[64];
    const char *port = strrchr(object, ':');
    int bracket = object[4] == '[';
    snprintf(host, sizeof host, "%.*s", (int)(port - object - 4 - 2 * bracket), object + 4 + bracket);
    if (bracket) {
      at.v6.sin6_family = AF_INET6;
      at.v6.sin6_port = htons(atoi(port + 1));
      inet_pton(AF_INET6, host, &at.v6.sin6_addr);
      size = sizeof at.v6;
    } else {
      at.v4.sin_family = AF_INET;
      at.v4.sin_port = htons(atoi(port + 1));
      inet_pton(AF_INET, host, &at.v4.sin_addr);
      size = sizeof at.v4;
    }
  }
  int fd = socket(at.any.sa_family, kind | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0)
    die("socket");
  if (!strcmp(op, "net.connect"))
    return connect(fd, &at.any, size);
  if (!strcmp(op, "net.send"))
    return sendto(fd, "x", 1, 0, &at.any, size);
  if (bind(fd, &at.any, size) || !strcmp(op, "net.bind"))
    return errno ? -1 : 0;
  return listen(fd, 1);
}

int main(int argc, char **argv) {
  for (int i = 1; i + 1 < argc; i += 2) {
    const char *op = argv[i], *object = argv[i + 1];
    char line[512];
    long ret;
    errno = 0;
    if (!strcmp(op, "fs.read"))
      ret = open(object, O_RDONLY | O_CLOEXEC);
    else if (!strcmp(op, "fs.write"))
      ret = open(object, O_WRONLY | O_CLOEXEC);
    else if (!strcmp(op, "fs.exec"))
      ret = execute(object);
    else
      ret = addressed(op, object);
    snprintf(line, sizeof line, "%s %s", op, object);
    say_ok(line, ret);
  }
  return 0;
}
