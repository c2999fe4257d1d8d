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

    /** Why. */
    ImportRemark remark() {
        return remark;
    }
}
