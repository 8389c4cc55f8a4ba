; one test for each call, and an argument loaded before the numbers are asked for
.abi x86_64
        A = lo32(args[1])
        A = arch
        if A != x86_64 goto dead
        A = nr
        if A == read goto pass
        if A == write goto pass
        if A == close goto pass
        if A == fstat goto pass
        if A == exit goto pass
        if A == exit_group goto pass
        if A == openat goto open
        return errno EPERM
open:   A = hi32(args[2])
        if A != 0 goto fail
        A = lo32(args[2])
        if A == 0 goto pass
        if A == 0x80000 goto pass
fail:   return errno EPERM
pass:   return allow
dead:   return kill
