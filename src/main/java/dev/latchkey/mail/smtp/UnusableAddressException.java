package dev.latchkey.mail.smtp;

/** What is stored as the recipient's address is none that mail can go to. */
public final class UnusableAddressException extends Exception {}
