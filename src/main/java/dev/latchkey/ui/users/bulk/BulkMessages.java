package dev.latchkey.ui.users.bulk;

import dev.latchkey.twofactor.bulk.BulkAction;

/** The keys of the words for an action on many users. */
final class BulkMessages {

    private BulkMessages() {}

    /** What it is called. */
    static String name(BulkAction action) {
        return switch (action) {
            case REMIND -> "bulk.remind";
            case EMAIL_SECRET -> "users.reset";
            case INVITE_AGAIN -> "users.invite-again";
            case ADD_TO_GROUP -> "bulk.add-to-group";
            case REMOVE_FROM_GROUP -> "bulk.remove-from-group";
            case DISABLE -> "users.disable";
        };
    }

    /** The question before it, which takes the number of users. */
    static String question(BulkAction action) {
        return switch (action) {
            case REMIND -> "bulk.remind.question";
            case EMAIL_SECRET -> "bulk.email-secret.question";
            case INVITE_AGAIN -> "bulk.invite-again.question";
            case ADD_TO_GROUP -> "bulk.add-to-group.question";
            case REMOVE_FROM_GROUP -> "bulk.remove-from-group.question";
            case DISABLE -> "bulk.disable.question";
        };
    }
}
