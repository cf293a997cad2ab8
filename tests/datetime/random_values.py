# Arithmetic, formats and ISO texts at random, the same ones in every run.
import datetime as D, random
r=random.Random(7)
def t(f):
    try: return repr(f())
    except Exception as e: return type(e).__name__+': '+str(e)
def num():
    return r.choice([r.randint(-10**6,10**6), r.randint(-10**14,10**14), r.random()*10**r.randint(-8,12)*r.choice((1,-1)), r.randint(-5,5)+0.5, r.randint(-20,20)])
def td(): return D.timedelta(days=r.randint(-10**6,10**6),seconds=r.randint(-10**5,10**5),microseconds=r.randint(-10**6,10**6))
for i in range(150):
    names='days seconds microseconds milliseconds minutes hours weeks'.split()
    kw={n:num() for n in r.sample(names,r.randint(0,3))}
    print(t(lambda: D.timedelta(**kw)))
    a,b=td(),td(); n=num()
    print(t(lambda:a*n),t(lambda:a/n),t(lambda:a//n),t(lambda:a/b),t(lambda:a//b),t(lambda:a%b),t(lambda:divmod(a,b)),t(lambda:a+b),t(lambda:a-b),a<b,a==b,str(a),a.total_seconds())
    d=D.date.fromordinal(r.randint(1,3652059))
    print(d, d.isocalendar(), d.ctime(), d.strftime('%a %A %b %B %c %d %e %g %G %H %I %j %m %M %p %S %u %U %V %w %W %x %X %y %Y %% %k %l %D %F %h %n %t %r %R %T %s'.replace(' %s','')), d.weekday(), d.toordinal(), t(lambda:d+a), t(lambda: D.date.fromisocalendar(*d.isocalendar())==d))
    dt=D.datetime.combine(d,D.time(r.randint(0,23),r.randint(0,59),r.randint(0,59),r.choice((0,r.randint(0,999999)))),)
    z=D.timezone(D.timedelta(seconds=r.randint(-86399,86399),microseconds=r.choice((0,0,r.randint(0,999999)))))
    zd=dt.replace(tzinfo=z)
    print(repr(zd),zd.isoformat(),t(lambda:zd.astimezone(D.UTC)),t(lambda:zd.timestamp()),zd.strftime('%f %z %:z %Z'),t(lambda:zd-dt.replace(tzinfo=D.UTC)),t(lambda:D.datetime.fromisoformat(zd.isoformat())==zd),t(lambda:dt+b), t(lambda:zd.utctimetuple()))
    f=r.choice(['%Y-%m-%d %H:%M:%S.%f','%A %d %B %y %I %p','%j %Y','%G %V %u','%U %w %Y','%W %a %Y','%c','%x %X','%d%m%Y%H%M','%Y%m%d%z'])
    s=zd.strftime(f)
    print(s,t(lambda:D.datetime.strptime(s,f)))
    ts=r.choice([r.randint(-62135596800,253402300799), r.random()*10**9*r.choice((1,-1)), r.randint(-100,100)/1e6*1.5])
    print(t(lambda:D.datetime.fromtimestamp(ts,D.UTC)), t(lambda: D.datetime.utcfromtimestamp(ts)))
chars='0123456789-:.,TWZ+ '
for i in range(700):
    s=list(r.choice(['2020-01-02T03:04:05.678901+01:02:03.5','20200102T030405','2020-W01-3T12:00Z','2020W013','2020-W01','2020W01','03:04:05,1','0304','2020-02-29 12']))
    for k in range(r.randint(0,3)):
        op=r.randint(0,2); p=r.randrange(len(s)) if s else 0
        if op==0 and s: s[p]=r.choice(chars)
        elif op==1 and s: del s[p]
        else: s.insert(p,r.choice(chars))
    s=''.join(s)
    print(s, t(lambda:D.datetime.fromisoformat(s)),t(lambda:D.date.fromisoformat(s)),t(lambda:D.time.fromisoformat(s)))
