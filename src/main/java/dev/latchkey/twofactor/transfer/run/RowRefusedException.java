package dev.latchkey.twofactor.transfer.run;

import dev.latchkey.common.RefusedException;
import dev.latchkey.twofactor.transfer.file.ImportRemark;

/** A row cannot be imported after all: something has changed since the dry run. */
final class RowRefusedException extends RefusedException {

    private final ImportRemark remark;

    RowRefusedException(ImportRemark remark) {
        super(remark.messageKey());
        this.remark = remark;
    }

    /** Why a row cannot be imported, whichever rule refused it. */
    static ImportRemark remark(RefusedException refused) {
        if (refused instanceof RowRefusedException own) {
            return own.remark;
        }
        return remark(refused.messageKey());
    }

    /** The same for the key of the message of whatever rule. */
    static ImportRemark remark(String messageKey) {
        return switch (messageKey) {
            case "access.refused.own-address-change" -> ImportRemark.ADDRESS_FROM_YOU;
            case "access.refused.last-administrator" -> ImportRemark.LAST_ADMINISTRATOR;
            case "access.refused.too-many-invitations" -> ImportRemark.TOO_MANY_INVITATIONS;
            default -> ImportRemark.NOT_PERMITTED;
        };
    }
}
