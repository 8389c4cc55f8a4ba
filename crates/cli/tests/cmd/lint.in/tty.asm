; Refuses to type into the terminal, as Flatpak did before CVE-2019-10063.
.abi x86_64
        A = arch
        if A != x86_64 goto dead
        A = nr
        if A >= 0x40000000 goto dead
        if A != ioctl goto live
        A = hi32(request)
        if A != 0 goto live
        A = lo32(request)
        if A != TIOCSTI goto live
        return errno EPERM
live:   return allow
dead:   return kill
