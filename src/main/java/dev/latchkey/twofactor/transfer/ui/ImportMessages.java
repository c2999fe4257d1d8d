package dev.latchkey.twofactor.transfer.ui;

import dev.latchkey.twofactor.transfer.ImportFate;
import dev.latchkey.twofactor.transfer.ImportRow;
import dev.latchkey.twofactor.transfer.file.ImportRemark;
import java.util.stream.Collectors;

/** What became or would become of a row, in the reader's words. */
final class ImportMessages {

    private final Translation translation;

    ImportMessages(Translation translation) {
        this.translation = translation;
    }

    /** Its fate, or how it ended if that is another. */
    String result(ImportRow row) {
        return translation.say(
                switch (row.status()) {
                    case FAILED -> "import.status.failed";
                    case KEPT -> "import.status.kept";
                    case UNDONE -> "import.status.undone";
                    case SENT -> row.fate() == ImportFate.INVITED ? "import.status.invited" : fate(row);
                    case PLANNED, DONE -> fate(row);
                });
    }

    private static String fate(ImportRow row) {
        if (!row.app()) {
            return row.fate().messageKey();
        }
        return row.fate() == ImportFate.ACTIVE ? "import.fate.active-with-app" : "import.fate.exists-with-app";
    }

    /** What must be known about it; empty for nothing. */
    String remarks(ImportRow row) {
        return row.remarkList().stream()
                .map(remark -> remark(remark, row))
                .collect(Collectors.joining(translation.say("import.between-remarks")));
    }

    private String remark(ImportRemark remark, ImportRow row) {
        // Rows from before the names were kept have none
        return remark == ImportRemark.GROUP_UNKNOWN && !row.unknownGroups().isEmpty()
                ? translation.say("import.remark.groups-unknown", row.unknownGroups())
                : translation.say(remark.messageKey());
    }

    /** Finds a text of the bundle in the reader's language. */
    @FunctionalInterface
    interface Translation {

        String say(String key, Object... arguments);
    }
}
