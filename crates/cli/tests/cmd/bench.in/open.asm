; opens are for reading only
        A = arch
        if A != x86_64 goto dead
        A = nr
        if A == openat {
            A = lo32(flags)
            A &= O_ACCMODE
            if A != O_RDONLY { return errno EACCES }
        } else if A == ioctl {
            A = lo32(request)
            if A == TIOCSTI goto dead
        }
        return allow
dead:   return kill
