# Processes: wait statuses, ids, what putenv and environ have to do with each other.
import os

for st in 0, 256, 3 << 8, 9, 9 | 0x80, 0x137f, 0xffff, 15, 255 << 8:
    print(st, os.WIFEXITED(st), os.WIFSIGNALED(st), os.WIFSTOPPED(st), os.WIFCONTINUED(st), os.WCOREDUMP(st),
          os.WEXITSTATUS(st), os.WTERMSIG(st), os.WSTOPSIG(st), end=' ')
    try:
        print(os.waitstatus_to_exitcode(st))
    except ValueError as e:
        print(e)
for f in os.getpid, os.getppid, os.getuid, os.geteuid, os.getgid, os.getegid:
    print(f.__name__, type(f()), f() >= 0)

os.putenv('WOMA_A', '1')
print(os.getenv('WOMA_A'), 'WOMA_A' in os.environ)
os.environ['WOMA_B'] = '2'
os.unsetenv('WOMA_B')
print(os.getenv('WOMA_B'))
del os.environ['WOMA_B']
print(os.getenv('WOMA_B'), os.getenv('WOMA_B', 'none'))
for f in (lambda: os.putenv('A=B', 'c'), lambda: os.putenv(1, 'c'), lambda: os.system(5), lambda: os.system('a\0b')):
    try:
        f()
        print('no error')
    except (ValueError, TypeError, OSError) as e:
        print(type(e).__name__, e)
