; Stops the calls that install filters, and those that ask about them, for the tracer; all others pass.
; Their numbers alone decide all other calls, so the kernel's cache of verdicts lets them pass for free.
.abi x86_64
        A = arch
        if A == i386 goto old
        if A != x86_64 goto pass
        A = nr
        if A == seccomp goto stop
        if A == x32.seccomp goto stop
        if A == prctl goto option
        if A == x32.prctl goto option
        goto pass
old:    A = nr
        if A == i386.seccomp goto stop
        if A != i386.prctl goto pass
option: A = lo32(args[0])               ; an int: the kernel looks at the low half only
        if A == 22 goto stop            ; PR_SET_SECCOMP
        if A == 21 goto stop            ; PR_GET_SECCOMP
        if A == 38 goto stop            ; PR_SET_NO_NEW_PRIVS
        if A == 39 goto stop            ; PR_GET_NO_NEW_PRIVS
pass:   return allow
stop:   return trace 0xca11
