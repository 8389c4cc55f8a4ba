/* Makes each of a few kinds of calls a given number of times: the test counts what comes to the supervisor.
 *
 * counts KIND N */
#include "say.h"
#include <dirent.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>

static int udp(struct sockaddr_in *to) {
  *to = (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(9), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  return socket(AF_INET, SOCK_DGRAM, 0);
}

int main(int argc, char **argv) {
  const char *kind = argv[1];
  int count = atoi(argv[2]);
  struct sockaddr_in to;
  for (int i = 0; i < count; i++) {
    if (!strcmp(kind, "read-only opens"))
      close(open("file", O_RDONLY | O_CLOEXEC));
    else if (!strcmp(kind, "opens of folders"))
      close(open(".", O_RDONLY | O_DIRECTORY));
    else if (!strcmp(kind, "O_PATH opens"))
      close(open("file", O_PATH));
    else if (!strcmp(kind, "write-only opens"))
      close(open("file", O_WRONLY));
    else if (!strcmp(kind, "creating opens"))
      close(open("file", O_RDONLY | O_CREAT, 0600));
    else if (!strcmp(kind, "looks")) {
      struct stat s;
      char text[64];
      stat("file", &s);
      access("file", R_OK);
      readlink("file", text, sizeof text);
      chdir(".");
    } else if (!strcmp(kind, "names")) {
      mkdir("folder", 0700);
      rmdir("folder");
    } else if (!strcmp(kind, "transfers")) {
      int ends[2];
      char c = 0;
      pipe(ends);
      write(ends[1], &c, 1);
      read(ends[0], &c, 1);
      fcntl(ends[0], F_GETFL);
      dup2(ends[0], ends[1]);
      close(ends[0]);
      close(ends[1]);
    } else if (!strcmp(kind, "children")) {
      if (!fork())
        _exit(0);
      wait(NULL);
    } else if (!strcmp(kind, "sockets")) {
      int fd = udp(&to);
      getsockname(fd, (void *)&to, &(socklen_t){sizeof to});
      close(fd);
    } else if (!strcmp(kind, "connects")) {
      int fd = udp(&to);
      connect(fd, (void *)&to, sizeof to);
      close(fd);
    } else if (!strcmp(kind, "binds")) {
      int fd = udp(&to);
      to.sin_port = 0;
      bind(fd, (void *)&to, sizeof to);
      close(fd);
    } else if (!strcmp(kind, "sends to an address")) {
      int fd = udp(&to);
      sendto(fd, "x", 1, 0, (void *)&to, sizeof to);
      close(fd);
    } else if (!strcmp(kind, "sends")) {
      int ends[2];
      socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
      send(ends[0], "x", 1, 0);
      close(ends[0]);
      close(ends[1]);
    } else
      return 99;
  }
  return 0;
}
