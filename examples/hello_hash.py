import hashlib
message = "Hello, MicroPython!"
hashed_message = hashlib.sha256(message.encode()).hexdigest()
print("Original Message:", message)
print("Hashed Message:", hashed_message)
