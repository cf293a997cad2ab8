# Context managers from generators, and some ready made.
import sys as _sys
from abc import ABC as _ABC, abstractmethod as _abstract
from functools import wraps as _wraps
from types import MethodType as _MethodType


class AbstractContextManager(_ABC):
    """What with statements accept: a class with __enter__ and __exit__."""

    __slots__ = ()
    __class_getitem__ = classmethod(type(list[int]))

    def __enter__(self):
        """The object itself."""
        return self

    @_abstract
    def __exit__(self, exc_type, exc_value, traceback):
        """Lets exceptions pass."""
        return None

    @classmethod
    def __subclasshook__(cls, c):
        if cls is AbstractContextManager:
            return _has(c, '__enter__', '__exit__')
        return NotImplemented


class AbstractAsyncContextManager(_ABC):
    """What async with statements accept."""

    __slots__ = ()
    __class_getitem__ = classmethod(type(list[int]))

    async def __aenter__(self):
        """The object itself."""
        return self

    @_abstract
    async def __aexit__(self, exc_type, exc_value, traceback):
        """Lets exceptions pass."""
        return None

    @classmethod
    def __subclasshook__(cls, c):
        if cls is AbstractAsyncContextManager:
            return _has(c, '__aenter__', '__aexit__')
        return NotImplemented


def _has(c, *names):
    for name in names:
        for base in c.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class ContextDecorator:
    """Makes a context manager usable as a decorator too."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return inner


class AsyncContextDecorator:
    """ContextDecorator for coroutine functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return inner


_ended = object()


class _FromGenerator:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.__doc__ = getattr(func, '__doc__', None) or type(self).__doc__
        # In this order since the attribute that was set last is the fastest to delete.
        self.func, self.kwds, self.args = func, kwds, args

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)


class _GeneratorContextManager(_FromGenerator, AbstractContextManager, ContextDecorator):
    """What contextmanager makes of a call."""

    def __enter__(self):
        # They are for the use as a decorator; kept, they would live as long as the block.
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            if next(self.gen, _ended) is _ended:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        tb = value.__traceback__
        try:
            self.gen.throw(value)
        except StopIteration as exc:
            return exc is not value
        except BaseException as exc:
            if exc is value or isinstance(exc, RuntimeError) and isinstance(value, StopIteration) and exc.__cause__ is value:
                value.__traceback__ = tb
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_FromGenerator, AbstractAsyncContextManager, AsyncContextDecorator):
    """What asynccontextmanager makes of a call."""

    async def __aenter__(self):
        # They are for the use as a decorator; kept, they would live as long as the block.
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        tb = value.__traceback__
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as exc:
            return exc is not value
        except BaseException as exc:
            if exc is value or (isinstance(exc, RuntimeError) and isinstance(value, (StopIteration, StopAsyncIteration))
                                and exc.__cause__ is value):
                value.__traceback__ = tb
                return False
            raise
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """A context manager from a generator function that yields once."""
    @_wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


def asynccontextmanager(func):
    """An asynchronous context manager from an async generator function that yields once."""
    @_wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)
    return helper


class closing(AbstractContextManager):
    """Calls close() of an object when the block ends."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits aclose() of an object when the block ends."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _Redirect(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(_sys, self._stream))
        setattr(_sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(_sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    """Sends what is printed in the block to another file."""
    _stream = 'stdout'


class redirect_stderr(_Redirect):
    """Sends what is written to sys.stderr in the block to another file."""
    _stream = 'stderr'


class suppress(AbstractContextManager):
    """Swallows exceptions of the given classes."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return
        if issubclass(exctype, self._exceptions):
            return True
        if issubclass(exctype, BaseExceptionGroup):
            match, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing: for where a context manager is optional."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Runs the block in another folder; the folder is the whole program's."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


class _Stack:
    # What ExitStack and AsyncExitStack share: a list of (is_sync, exit function).

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        """Moves everything to a new stack, which is returned."""
        new = type(self)()
        new._exit_callbacks, self._exit_callbacks = self._exit_callbacks, []
        return new

    def push(self, exit):
        """Adds an exit function, or the __exit__ of an object."""
        cls = type(exit)
        if hasattr(cls, '__exit__'):
            self._exit_callbacks.append((True, _MethodType(cls.__exit__, exit)))
        else:
            self._exit_callbacks.append((True, exit))
        return exit

    def enter_context(self, cm):
        """Enters a context manager that the end of the block exits."""
        cls = type(cm)
        try:
            enter, exit = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol") from None
        result = enter(cm)
        self._exit_callbacks.append((True, _MethodType(exit, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Adds a function to call with these arguments."""
        def run(exc_type, exc, tb):
            callback(*args, **kwds)
        run.__wrapped__ = callback
        self._exit_callbacks.append((True, run))
        return callback

    @staticmethod
    def _fix(new, old, outer):
        # The context of what an exit function raised is the exception before it.
        while 1:
            context = new.__context__
            if context is None or context is old:
                return
            if context is outer:
                break
            new = context
        new.__context__ = old


class ExitStack(_Stack, AbstractContextManager):
    """Collects context managers and functions to call at the end, last first."""

    def __exit__(self, *details):
        exc, outer = details[1], _sys.exception()
        suppressed = pending = False
        received = exc is not None
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                info = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                if callback(*info):
                    suppressed, pending, exc = True, False, None
            except BaseException as new:
                self._fix(new, exc, outer)
                pending, exc = True, new
        if pending:
            context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = context
                raise
        return received and suppressed

    def close(self):
        """Exits everything now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_Stack, AbstractAsyncContextManager):
    """ExitStack for asynchronous context managers and coroutine functions too."""

    async def enter_async_context(self, cm):
        """Enters an asynchronous context manager that the end of the block exits."""
        cls = type(cm)
        try:
            enter, exit = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager protocol") from None
        result = await enter(cm)
        self._exit_callbacks.append((False, _MethodType(exit, cm)))
        return result

    def push_async_exit(self, exit):
        """Adds a coroutine function to exit with, or the __aexit__ of an object."""
        cls = type(exit)
        if hasattr(cls, '__aexit__'):
            self._exit_callbacks.append((False, _MethodType(cls.__aexit__, exit)))
        else:
            self._exit_callbacks.append((False, exit))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Adds a coroutine function to await with these arguments."""
        async def run(exc_type, exc, tb):
            await callback(*args, **kwds)
        run.__wrapped__ = callback
        self._exit_callbacks.append((False, run))
        return callback

    async def aclose(self):
        """Exits everything now."""
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *details):
        exc, outer = details[1], _sys.exception()
        suppressed = pending = False
        received = exc is not None
        while self._exit_callbacks:
            sync, callback = self._exit_callbacks.pop()
            try:
                info = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                done = callback(*info) if sync else await callback(*info)
                if done:
                    suppressed, pending, exc = True, False, None
            except BaseException as new:
                self._fix(new, exc, outer)
                pending, exc = True, new
        if pending:
            context = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = context
                raise
        return received and suppressed


__all__ = ['asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
           'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'AsyncContextDecorator', 'ExitStack',
           'redirect_stdout', 'redirect_stderr', 'suppress', 'aclosing', 'chdir']
