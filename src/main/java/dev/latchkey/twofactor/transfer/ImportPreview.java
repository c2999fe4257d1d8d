package dev.latchkey.twofactor.transfer;

import dev.latchkey.account.AccountService;
import dev.latchkey.common.RefusedException;
import dev.latchkey.twofactor.transfer.file.ImportFile;
import dev.latchkey.twofactor.transfer.file.ImportedPerson;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.SteppedUpActor;
import dev.latchkey.user.group.UserGroups;
import dev.latchkey.user.transfer.ImportedUsers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The dry run: what would become of each row of a file. The rows wait encrypted in the database, and nobody is created yet. */
@Service
@NamedInterface("api")
public class ImportPreview {

    /** How long an import waits for its confirmation. */
    public static final Duration LIFE = Duration.ofHours(1);

    private static final int ADDRESSES = 500;

    private final ImportRepository imports;
    private final ImportRowRepository writer;
    private final UserService users;
    private final ImportedUsers importedUsers;
    private final UserGroups groups;
    private final AccountService accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    // A file may take a few times its size of the memory
    private final Semaphore turn = new Semaphore(1);

    ImportPreview(
            ImportRepository imports,
            ImportRowRepository writer,
            UserService users,
            ImportedUsers importedUsers,
            UserGroups groups,
            AccountService accounts,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.writer = writer;
        this.users = users;
        this.importedUsers = importedUsers;
        this.groups = groups;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stores the plan for a file, instead of an earlier one of the actor's that was not imported.
     *
     * @throws RefusedException if the file cannot be read, this node is reading another, or an earlier import runs or can still be
     *     undone
     */
    @SteppedUpActor(Permission.MANAGE_USERS_AND_GROUPS)
    public void prepare(long actorId, byte[] content) {
        if (!turn.tryAcquire()) {
            throw new RefusedException("import.busy");
        }
        try {
            // Outside of the transaction, because it may take a second
            var file = ImportFile.read(content);
            transaction.executeWithoutResult(status -> store(actorId, file));
        } finally {
            turn.release();
        }
    }

    private void store(long actorId, ImportFile file) {
        var now = clock.instant();
        // First, because it waits for an import that is just being confirmed in another window
        imports.deletePreviews(actorId);
        imports.unfinished(actorId, now).ifPresent(status -> {
            throw new RefusedException(
                    status == ImportStatus.WAITING ? "import.refused.can-be-undone" : "import.refused.running");
        });
        var emails = emails(file.people());
        var plan = new ImportPlan(
                file.kind(),
                users.permissionsOf(actorId),
                accounts.emailDomains(),
                known(actorId, emails),
                kept(emails),
                groups.all().stream()
                        .collect(Collectors.toMap(
                                group -> group.name().toLowerCase(Locale.ROOT),
                                Function.identity(),
                                (one, other) -> one)));
        var run = imports.insert(actorId, now, now.plus(LIFE));
        writer.insert(run, file.people().stream().map(plan::of).toList());
    }

    private static List<List<String>> emails(List<ImportedPerson> people) {
        var emails = people.stream()
                .map(ImportedPerson::email)
                .flatMap(Optional::stream)
                .map(EmailAddress::value)
                .distinct()
                .toList();
        return IntStream.iterate(0, from -> from < emails.size(), from -> from + ADDRESSES)
                .mapToObj(from -> emails.subList(from, Math.min(emails.size(), from + ADDRESSES)))
                .toList();
    }

    private Map<String, ImportPlan.KnownUser> known(long actorId, List<List<String>> emails) {
        var known = new HashMap<String, ImportPlan.KnownUser>();
        emails.forEach(some -> imports.known(some).forEach(user -> known.put(user.email(), knownUser(actorId, user))));
        return known;
    }

    private Set<String> kept(List<List<String>> emails) {
        return emails.stream()
                .flatMap(some -> importedUsers.keptForFormerUsers(some).stream())
                .collect(Collectors.toSet());
    }

    private static ImportPlan.KnownUser knownUser(long actorId, ImportRepository.KnownRow user) {
        var permissions = Arrays.stream(user.permissions().split(","))
                .filter(name -> !name.isEmpty())
                .map(Permission::valueOf)
                .collect(Collectors.toSet());
        return new ImportPlan.KnownUser(user.status(), user.proven() || user.id() == actorId, permissions);
    }
}
