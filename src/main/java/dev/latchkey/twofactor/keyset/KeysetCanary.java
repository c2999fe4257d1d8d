package dev.latchkey.twofactor.keyset;

/** What was encrypted at the first start, so that every later one can try its keyset on it. */
record KeysetCanary(byte[] ciphertext) {}
