#include <unistd.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <linux/audit.h>
int main(void){
	prctl(PR_SET_NO_NEW_PRIVS,1,0,0,0);
	struct sock_filter sfi[] = {
	BPF_STMT(BPF_LD|BPF_W|BPF_ABS, offsetof(struct seccomp_data, arch)),
	BPF_JUMP(BPF_JMP|BPF_JEQ|BPF_K, AUDIT_ARCH_X86_64, 1, 0),
	BPF_STMT(BPF_RET|BPF_K, SECCOMP_RET_KILL),
	BPF_STMT(BPF_LD|BPF_W|BPF_ABS, 0),
	BPF_STMT(BPF_ALU|BPF_AND|BPF_K, 0xff),
	BPF_STMT(BPF_ALU|BPF_NEG, 0),
	BPF_STMT(BPF_MISC|BPF_TAX, 7),
	BPF_STMT(BPF_ST, 3),
	{ 0x06, 1, 2, 0x7fff0005},
	BPF_STMT(BPF_LD|BPF_W|BPF_LEN, 0),
	BPF_STMT(BPF_LD|BPF_IMM, 5),
	BPF_STMT(BPF_LDX|BPF_MEM, 3),
	BPF_STMT(BPF_JMP|BPF_JA, 0),
	BPF_STMT(BPF_RET|BPF_A, 0),
	BPF_STMT(BPF_RET|BPF_K, SECCOMP_RET_TRACE|3),
	BPF_STMT(BPF_RET|BPF_K, SECCOMP_RET_ERRNO|1),
	};
	struct sock_fprog sfp = {sizeof sfi/8,sfi};
	prctl(PR_SET_SECCOMP,SECCOMP_MODE_FILTER,&sfp);
	syscall(SYS_seccomp, 1, 2, &sfp);
	sfp.len=0;
	syscall(SYS_seccomp, 1, 2, &sfp);
	return 0;
}
