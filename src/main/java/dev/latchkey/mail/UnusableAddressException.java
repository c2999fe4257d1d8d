package dev.latchkey.mail;

/** What is stored as the recipient's address is none that mail can go to. */
final class UnusableAddressException extends Exception {}
