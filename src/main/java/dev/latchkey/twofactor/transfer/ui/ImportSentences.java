package dev.latchkey.twofactor.transfer.ui;

import dev.latchkey.twofactor.transfer.ImportSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What an import does, does now or has done, in sentences: one for each number that is not zero. */
final class ImportSentences {

    private final ImportMessages.Translation translation;
    private final Function<Instant, String> time;

    /**
     * Creates them.
     *
     * @param time says a time with its zone
     */
    ImportSentences(ImportMessages.Translation translation, Function<Instant, String> time) {
        this.translation = translation;
        this.time = time;
    }

    /** How far it is. */
    String state(ImportSummary now) {
        return switch (now.status()) {
            case PREVIEW -> preview(now);
            case RUNNING -> translation.say("import.running", now.total() - now.planned(), now.total());
            case WAITING -> join(result(now), until(now));
            case INVITING -> translation.say("import.inviting");
            case UNDOING -> translation.say("import.undoing", now.undone() + now.kept());
            case UNDONE -> join(List.of(translation.say("import.undone")), counted("import.kept", now.kept()));
            case DONE -> join(result(now), List.of(translation.say("import.done")));
        };
    }

    private String preview(ImportSummary now) {
        if (now.total() == 0) {
            return translation.say("import.nothing");
        }
        return join(
                counted("import.summary.invited", now.invited()),
                counted("import.summary.active", now.active()),
                counted("import.summary.existing", now.existing()),
                counted("import.summary.apps", now.apps()),
                counted("import.summary.refused", now.refused()));
    }

    private List<String> result(ImportSummary now) {
        var sentences = new ArrayList<>(counted("import.imported", now.done()));
        sentences.addAll(counted("import.failed", now.failed()));
        if (now.passwords() > 0 || now.apps() > 0) {
            sentences.add(translation.say(
                    now.apps() == 0
                            ? "import.with-passwords"
                            : now.passwords() == 0 ? "import.with-apps" : "import.with-both",
                    now.passwords(),
                    now.apps()));
        }
        return sentences;
    }

    private List<String> until(ImportSummary now) {
        var at = now.invitationsAt();
        if (at == null) {
            return List.of();
        }
        return List.of(translation.say(
                now.waitingForInvitation() > 0 ? "import.invitations-at" : "import.undo-until", time.apply(at)));
    }

    /** What will happen, before it is confirmed. */
    String question(ImportSummary now) {
        return join(
                counted("import.start.new", now.invited() + now.active()),
                counted("import.start.existing", now.existing()),
                List.of(translation.say(now.invited() > 0 ? "import.start.invited" : "import.start.not-invited")));
    }

    /** What taking it back will do. */
    String undoing(ImportSummary now) {
        var sentences = new ArrayList<String>();
        if (now.invited() + now.active() > 0) {
            sentences.add(translation.say("import.undo.new"));
        }
        if (now.existing() > 0) {
            sentences.add(translation.say("import.undo.existing"));
        }
        return join(sentences);
    }

    private List<String> counted(String key, int number) {
        return number == 0 ? List.of() : List.of(translation.say(key, number));
    }

    @SafeVarargs
    private static String join(List<String>... sentences) {
        return String.join(
                " ", List.of(sentences).stream().flatMap(List::stream).toList());
    }
}
