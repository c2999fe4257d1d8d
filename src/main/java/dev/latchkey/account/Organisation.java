package dev.latchkey.account;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.text.Description;
import dev.latchkey.common.text.DisplayName;

/**
 * What users see of the organisation, apart from its logo.
 *
 * @param name the company name, 1 to {@value #NAME_LENGTH} characters
 * @param helpContact whom users ask for help, such as a name and a phone number; empty for "an administrator"
 */
public record Organisation(String name, String helpContact) {

    /** The longest name, in characters: even if all of them are emoji, the QR code still holds the key URI. */
    public static final int NAME_LENGTH = 64;

    /** The longest contact, in characters. */
    public static final int HELP_CONTACT_LENGTH = 200;

    /**
     * What somebody typed, in the form in which it is stored.
     *
     * @throws RefusedException if the name is refused by {@link DisplayName}, or the contact by {@link Description}
     */
    public static Organisation typed(String name, String helpContact) {
        return new Organisation(
                DisplayName.require(name, NAME_LENGTH),
                Description.require(helpContact, HELP_CONTACT_LENGTH).replaceAll("\\s+", " "));
    }
}
