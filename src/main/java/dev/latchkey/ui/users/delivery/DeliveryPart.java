package dev.latchkey.ui.users.delivery;

import dev.latchkey.mail.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/** A part of the page that follows the latest mail to a user. */
interface DeliveryPart {

    /** Whose mail it is. */
    long userId();

    /**
     * Shows its current state.
     *
     * @param mail null if there was none
     */
    void show(@Nullable Delivery mail);
}
