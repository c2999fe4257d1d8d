package dev.latchkey.twofactor.keyset;

/** A value encrypted with the current key, with which a start checks its keyset, and from which nodes learn which key that is. */
record KeysetCanary(byte[] ciphertext) {}
