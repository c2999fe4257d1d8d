package dev.latchkey.twofactor.enforcement;

import dev.latchkey.mail.delivery.Delivery;

/**
 * A mail that a mail server has refused.
 *
 * @param address whom it was for; empty where the user has been removed
 */
public record RefusedMail(Delivery delivery, String address) {}
