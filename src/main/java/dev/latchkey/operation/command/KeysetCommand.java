package dev.latchkey.operation.command;

import dev.latchkey.twofactor.keyset.KeysetUnwritableException;
import dev.latchkey.twofactor.rotation.KeyRotation;
import dev.latchkey.twofactor.rotation.KeyRotationException;
import dev.latchkey.twofactor.rotation.KeyRotationProgress;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code --add-key}, {@code --rotate} and {@code --retire-key} change the key that encrypts secrets, beside the server that runs. */
final class KeysetCommand {

    private final KeyRotation rotation;
    private final PrintStream out;
    private int percent = -1;

    KeysetCommand(KeyRotation rotation, PrintStream out) {
        this.rotation = rotation;
        this.out = out;
    }

    /** Runs one of its methods without the server; returns the exit code. */
    static int run(Step step, String value, String[] args) {
        try (var application = OfflineApplication.start(args)) {
            var command = new KeysetCommand(application.getBean(KeyRotation.class), System.out);
            return command.perform(step, value.isBlank() ? Optional.empty() : Optional.of(Path.of(value)));
        }
    }

    /** One of this command's methods. */
    interface Step {
        void perform(KeysetCommand command, Optional<Path> file);
    }

    /** Runs the step; returns 0, or 1 if it is refused and nothing has changed. */
    int perform(Step step, Optional<Path> file) {
        try {
            step.perform(this, file);
            return 0;
        } catch (KeyRotationException e) {
            out.println("Nothing was changed. " + e.getMessage());
        } catch (KeysetUnwritableException e) {
            out.println("Nothing was changed. " + e.getMessage());
            out.println(
                    "Run the command as the owner of the file, in a folder that this user can write to. For a file that can't be"
                            + " written, such as a mounted secret: give the command a new file, as in --add-key=FILE or"
                            + " --retire-key=FILE, and replace the original with it.");
        }
        return 1;
    }

    void addKey(Optional<Path> file) {
        var added = rotation.addKey(file);
        out.println("Added the key " + added + where(file) + ". It encrypts nothing yet.");
        out.println("Copy the file to every node, and keep a copy apart from the database backups. Then run --rotate.");
    }

    void rotate() {
        var current = rotation.rotate();
        out.println("The key " + current + " encrypts all new secrets from now on. Re-encrypting the others:");
        say(rotation.reencryptAll(this::say));
        out.println("Done. After two minutes you can run --retire-key.");
    }

    void retireKeys(Optional<Path> file) {
        var unreadable = rotation.reencryptAll(this::say);
        say(unreadable);
        var retired = rotation.retireKeys(unreadable.size(), file);
        out.println("Retired " + retired.stream().map(String::valueOf).collect(Collectors.joining(", ")) + where(file)
                + ". What is left of it only verifies older seals of the audit trail.");
        out.println(
                "Copy the file to every node. Keep the copy from before as long as you keep database backups from before"
                        + " the rotation, apart from them: they can't be restored without it.");
    }

    private static String where(Optional<Path> file) {
        return file.map(written -> " in " + written).orElse("");
    }

    private void say(KeyRotationProgress now) {
        if (now.percent() / 10 != percent / 10 || percent < 0) {
            percent = now.percent();
            out.println(percent + " %");
        }
    }

    private void say(List<Long> unreadable) {
        if (!unreadable.isEmpty()) {
            out.println("The secrets of " + unreadable.size()
                    + " users can't be decrypted with any key. Reset the two-factor authentication of these users, by id: "
                    + unreadable.stream().limit(20).map(String::valueOf).collect(Collectors.joining(", "))
                    + (unreadable.size() > 20 ? ", …" : "") + ".");
        }
    }
}
