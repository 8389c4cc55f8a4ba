/* ifup NAME up: sets a network interface up. */
#include "say.h"
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  struct ifreq request = {0};
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  strncpy(request.ifr_name, argc > 1 ? argv[1] : "lo", IFNAMSIZ - 1);
  if (ioctl(fd, SIOCGIFFLAGS, &request))
    die("SIOCGIFFLAGS");
  request.ifr_flags |= IFF_UP;
  if (ioctl(fd, SIOCSIFFLAGS, &request))
    die("SIOCSIFFLAGS");
  return 0;
}
