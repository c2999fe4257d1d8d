package dev.latchkey.twofactor.enforcement;

import dev.latchkey.mail.delivery.Delivery;

/**
 * A mail that a mail server has refused.
 *
 * @param address the recipient's address; empty if the user has been removed
 */
public record RefusedMail(Delivery delivery, String address) {}
