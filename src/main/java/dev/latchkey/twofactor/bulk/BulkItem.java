package dev.latchkey.twofactor.bulk;

/** One user of an order. */
record BulkItem(long id, long userId) {}
