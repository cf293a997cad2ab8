# Where old programs look for the backend.
from cryptography.hazmat.backends import _Backend as Backend, _backend as backend
