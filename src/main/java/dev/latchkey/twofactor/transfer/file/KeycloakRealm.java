package dev.latchkey.twofactor.transfer.file;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What an export says about its realm: the name that apps show for it. */
final class KeycloakRealm {

    private static final String NAME = "realm";

    private String name = "";
    private String displayName = "";
    private boolean isDescribed;

    /** Takes note of a member of the realm. */
    void note(String member, JsonParser value) {
        // Users in files of their own say only which realm they are of, but not whether it has another name for people
        isDescribed |= !member.equals(NAME) && !member.equals(KeycloakExport.USERS);
        if (value.currentToken() == JsonToken.VALUE_STRING) {
            if (member.equals(NAME)) {
                name = value.getString();
            } else if (member.equals("displayName")) {
                displayName = value.getString();
            }
        }
    }

    /** The issuer of the entries in its users' apps; empty if it is not known. */
    String issuer() {
        if (!isDescribed) {
            return "";
        }
        return displayName.isEmpty() ? name : displayName;
    }
}
