import atexit
atexit.register(print, 'bye', end='!\n')
atexit.register(lambda: print('first'))

@atexit.register
def gone(): print('not called')
atexit.unregister(gone)
try:
    atexit.register(5)
except TypeError as e:
    print(e)
print('end of program')
