l=list(range(10)); print(l[::-1], l[8:2:-2], l[5::-1], l[:3:-1], l[-3:], l[2:8:3], l[20:], l[::5], l[-100:100:3])
l[::2]=[0]*5; print(l); l[3::-1]=[1,2,3,4]; print(l); l[:2]=[9,9]; print(l); l[1:1]=[5]; print(l); l[2:4]=[]; print(l); l[:]=l[::-1]; print(l)
try: l[::2]=[1]
except ValueError as e: print(e)
try: l[::0]
except ValueError as e: print(e)
l[0:2]+=[7]; print(l); l[::1]*=2; print(l)
print((1+2j)*(3-1j)+2-1.5*(1j), (1+0j)*2, 2*(1j), 1j-1, 3-1j, complex('inf')*1j, -0.0+1j*0)
