package dev.latchkey.ui.users.bulk;

import dev.latchkey.account.SecretDelivery;
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

    /** What the button says that does it, which takes the number of users. */
    static String confirm(BulkAction action, SecretDelivery delivery) {
        return switch (action) {
            case REMIND -> "bulk.remind.confirm";
            case EMAIL_SECRET ->
                delivery == SecretDelivery.BY_EMAIL ? "bulk.email-secret.confirm" : "bulk.reset.confirm";
            case INVITE_AGAIN -> "bulk.invite-again.confirm";
            case ADD_TO_GROUP -> "bulk.add-to-group.confirm";
            case REMOVE_FROM_GROUP -> "bulk.remove-from-group.confirm";
            case DISABLE -> "bulk.disable.confirm";
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
