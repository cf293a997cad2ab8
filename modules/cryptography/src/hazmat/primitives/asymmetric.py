# Public-key cryptography.
