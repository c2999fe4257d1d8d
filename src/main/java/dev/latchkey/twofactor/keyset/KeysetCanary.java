package dev.latchkey.twofactor.keyset;

/** A value encrypted at the first start, so that every later start can check its keyset with it. */
record KeysetCanary(byte[] ciphertext) {}
