import os, os.path, gc
print(os.getcwd()==os.path.abspath('.'), os.sep, os.name, os.path.join('a','b','/c','d'), os.path.splitext('a/b.tar.gz'), os.path.split('/a/b'))
import sys
d='/tmp/_woma_test_os'
if os.path.exists(d):
    for r,ds,fs in os.walk(d,topdown=False):
        for f in fs: os.remove(os.path.join(r,f))
        for x in ds: os.rmdir(os.path.join(r,x))
    os.rmdir(d)
os.makedirs(d+'/x/y', exist_ok=True)
with open(d+'/x/f.txt','w') as f: f.write('hello')
print(os.listdir(d), os.stat(d+'/x/f.txt').st_size, os.stat(d+'/x/f.txt')[6], oct(os.stat(d).st_mode&0xf000))
print([ (os.path.relpath(a,d),b,c) for a,b,c in os.walk(d)])
print([e.name for e in os.scandir(d+'/x')], sorted(e.is_dir() for e in os.scandir(d+'/x')))
for f in (lambda: os.mkdir(d), lambda: os.rmdir(d), lambda: os.remove(d), lambda: os.stat(d+'/nope'), lambda: os.rename(d+'/no',d+'/n2'), lambda: os.listdir(d+'/x/f.txt'), lambda: os.rmdir(d+'/x/f.txt')):
    try: f()
    except OSError as e: print(type(e).__name__, e)
os.rename(d+'/x/f.txt', d+'/g'); print(os.path.getsize(d+'/g'), os.path.isfile(d+'/g'), os.path.isdir(d), os.path.islink(d))
os.environ['A']='b'; print(os.getenv('A'), os.environ.get('nope'), os.getenv('X','y'), 'A' in os.environ)
print(len(os.urandom(5)), os.path.normpath('/a/./b/../c//d'), os.path.relpath('/a/b','/a/c'), os.path.commonpath(['/a/b','/a/c']), os.path.expandvars('$A/${A}x'))
print(os.strerror(2), os.path.realpath('/tmp/../tmp'), os.fspath('x'), os.fsencode('é'), os.path.basename('a/b/'), os.path.dirname('a/b/'))
print(gc.isenabled(), gc.collect() >= 0)

os.remove(d+'/g')
os.removedirs(d+'/x/y')
print(os.path.exists(d))
