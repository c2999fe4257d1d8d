package dev.latchkey.mail.smtp;

/** No mail can be sent to the recipient's stored address. */
public final class UnusableAddressException extends Exception {}
