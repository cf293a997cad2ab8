print('hello')
input()
