package dev.latchkey.operation.command;

import dev.latchkey.twofactor.keyset.KeysetFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** A command that the jar runs instead of the server, selected by an argument; it ends with an exit code. */
@NamedInterface("api")
public enum Command {
    /** {@code --create-keyset=FILE} creates that file. */
    CREATE_KEYSET("--create-keyset") {
        @Override
        public int run(String value, String[] args) throws IOException {
            try {
                KeysetFile.create(Path.of(value));
                System.out.println("Created the keyset " + value + ". Keep a copy apart from the database backups.");
            } catch (FileAlreadyExistsException e) {
                System.out.println("There is already a keyset at " + value + ". It was not changed.");
            }
            return 0;
        }
    },
    /** {@code --break-glass=EMAIL} lets that user in again, {@code --break-glass=lift-enforcement} stops requiring a code from everybody. */
    BREAK_GLASS("--break-glass") {
        @Override
        public int run(String value, String[] args) {
            return BreakGlassCommand.run(value, args);
        }
    },
    /** {@code --add-key} adds a key to the keyset file, {@code --add-key=FILE} to a copy of it. */
    ADD_KEY("--add-key") {
        @Override
        public int run(String value, String[] args) {
            return KeysetCommand.run(KeysetCommand::addKey, value, args);
        }
    },
    /** {@code --rotate} makes the newest key the one that encrypts secrets, and re-encrypts them. */
    ROTATE("--rotate") {
        @Override
        public int run(String value, String[] args) {
            return KeysetCommand.run((command, file) -> command.rotate(), value, args);
        }
    },
    /** {@code --retire-key} retires the older keys in the keyset file, {@code --retire-key=FILE} in a copy of it. */
    RETIRE_KEY("--retire-key") {
        @Override
        public int run(String value, String[] args) {
            return KeysetCommand.run(KeysetCommand::retireKeys, value, args);
        }
    },
    /** {@code --audit-prune=BEFORE --archive=FILE} moves older entries of the audit trail to a file. */
    AUDIT_PRUNE("--audit-prune") {
        @Override
        public int run(String value, String[] args) {
            return AuditPrune.run(value, args);
        }
    },
    /**
     * {@code --audit-verify}, or {@code --audit-verify=HEAD} with a head that was kept, verifies the audit trail against its seals;
     * {@code --audit-verify=FILE} verifies an archive.
     */
    AUDIT_VERIFY("--audit-verify") {
        @Override
        public int run(String value, String[] args) {
            return AuditVerify.run(value, System.out, args);
        }
    },
    /**
     * {@code --after-restore} makes old codes, sessions, links and known browsers of a restored backup worthless; {@code
     * --after-restore=unmarked} those of a backup by another tool.
     */
    AFTER_RESTORE("--after-restore") {
        @Override
        public int run(String value, String[] args) {
            return AfterRestoreCommand.run(value, args);
        }
    };

    private final String argument;

    Command(String argument) {
        this.argument = argument;
    }

    /** Runs the command in the arguments and returns its exit code; empty if there is none. */
    public static Optional<Integer> run(String[] args) {
        for (var command : values()) {
            var value = command.valueIn(args);
            if (value.isPresent()) {
                return Optional.of(Attempt.of(() -> command.run(value.get(), args), System.out));
            }
        }
        return Optional.empty();
    }

    /** Runs the command with the value of its option and with all arguments; the exit code, 0 for success. */
    public abstract int run(String value, String[] args) throws IOException;

    private Optional<String> valueIn(String[] args) {
        return Arrays.stream(args)
                .filter(arg -> arg.equals(argument) || arg.startsWith(argument + "="))
                .map(arg -> arg.substring(Math.min(arg.length(), argument.length() + 1)))
                .findFirst();
    }
}
