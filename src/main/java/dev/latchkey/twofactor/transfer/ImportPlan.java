package dev.latchkey.twofactor.transfer;

import dev.latchkey.account.EmailDomains;
import dev.latchkey.twofactor.transfer.file.ImportFile;
import dev.latchkey.twofactor.transfer.file.ImportRemark;
import dev.latchkey.twofactor.transfer.file.ImportedPerson;
import dev.latchkey.twofactor.transfer.file.ImportedSecret;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.group.UserGroupSummary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides the fate of each row: what the actor may not do is left out, and said. A password hash or a secret is another way into an
 * account, so both need {@link Permission#MANAGE_ACCOUNT} too; nobody who exists gets another password, and nobody who has proven a
 * secret another secret.
 *
 * @param known the existing users of the file, by address
 * @param kept addresses that their former users can take back
 * @param groups by name, in lower case
 */
record ImportPlan(
        ImportFile.Kind kind,
        Set<Permission> own,
        EmailDomains domains,
        Map<String, KnownUser> known,
        Set<String> kept,
        Map<String, UserGroupSummary> groups) {

    PlannedRow of(ImportedPerson person) {
        var remarks = EnumSet.noneOf(ImportRemark.class);
        remarks.addAll(person.remarks());
        if (person.isRefused() || person.email().isEmpty()) {
            return refused(person, remarks);
        }
        var user = known.get(person.email().get().value());
        var joined = groups(person, remarks);
        return user == null ? ofNewcomer(person, joined, remarks) : ofKnown(person, user, joined, remarks);
    }

    private PlannedRow ofNewcomer(ImportedPerson person, List<UserGroupSummary> joined, EnumSet<ImportRemark> remarks) {
        if (kind == ImportFile.Kind.SECRETS) {
            remarks.add(ImportRemark.NO_SUCH_USER);
        }
        if (!domains.allow(person.email().orElseThrow().domain())) {
            remarks.add(ImportRemark.DOMAIN_REFUSED);
        }
        if (kept.contains(person.email().orElseThrow().value())) {
            remarks.add(ImportRemark.ADDRESS_KEPT);
        }
        var password = person.password().filter(hash -> mayBringFactors(remarks));
        if (!person.enabled() && password.isEmpty()) {
            remarks.add(ImportRemark.DISABLED_WITHOUT_PASSWORD);
        }
        if (remarks.stream().anyMatch(ImportRemark::isRefusing)) {
            return refused(person, remarks);
        }
        var secret = person.secret().filter(app -> mayBringFactors(remarks));
        if (secret.isPresent() && password.isEmpty()) {
            remarks.add(ImportRemark.SECRET_WITHOUT_PASSWORD);
            secret = Optional.empty();
        }
        var fate = password.isPresent() ? ImportFate.ACTIVE : ImportFate.INVITED;
        var payload = ImportPayload.of(ids(joined), person.enabled(), password, secret);
        var appIsLost = secret.isEmpty() && remarks.stream().anyMatch(ImportRemark::isAboutLostApp);
        return row(person, fate, joined, remarks, appIsLost ? payload.withNewApp() : payload);
    }

    private PlannedRow ofKnown(
            ImportedPerson person, KnownUser user, List<UserGroupSummary> joined, EnumSet<ImportRemark> remarks) {
        if (!own.containsAll(user.permissions())) {
            remarks.add(ImportRemark.BEYOND_REACH);
            return refused(person, remarks);
        }
        if (person.password().isPresent()) {
            remarks.add(ImportRemark.PASSWORD_KEPT);
        }
        var secret = person.secret().filter(app -> mayBringFactors(remarks));
        if (secret.isPresent() && (user.keepsSecret() || user.status() != UserStatus.ACTIVE)) {
            remarks.add(ImportRemark.SECRET_KEPT);
            secret = Optional.<ImportedSecret>empty();
        }
        if (kind == ImportFile.Kind.SECRETS && secret.isEmpty()) {
            remarks.add(ImportRemark.NO_SECRET);
            return refused(person, remarks);
        }
        var payload = ImportPayload.of(ids(joined), person.enabled(), Optional.empty(), secret);
        return row(person, ImportFate.EXISTS, joined, remarks, payload);
    }

    private boolean mayBringFactors(Set<ImportRemark> remarks) {
        var may = own.contains(Permission.MANAGE_ACCOUNT);
        if (!may) {
            remarks.add(ImportRemark.NEEDS_MANAGE_ACCOUNT);
        }
        return may;
    }

    private List<UserGroupSummary> groups(ImportedPerson person, Set<ImportRemark> remarks) {
        var joined = new ArrayList<UserGroupSummary>();
        for (var name : person.groups()) {
            var group = groups.get(name.toLowerCase(Locale.ROOT));
            if (group == null) {
                remarks.add(ImportRemark.GROUP_UNKNOWN);
            } else if (!own.containsAll(group.permissions())) {
                remarks.add(ImportRemark.GROUP_BEYOND_REACH);
            } else {
                joined.add(group);
            }
        }
        return joined;
    }

    private List<String> unknownGroups(ImportedPerson person) {
        return person.groups().stream()
                .filter(name -> !groups.containsKey(name.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Set<Long> ids(List<UserGroupSummary> joined) {
        var ids = new HashSet<Long>();
        joined.forEach(group -> ids.add(group.id()));
        return ids;
    }

    private PlannedRow refused(ImportedPerson person, Set<ImportRemark> remarks) {
        var nothing = ImportPayload.of(Set.of(), false, Optional.empty(), Optional.empty());
        return row(person, ImportFate.REFUSED, List.of(), remarks, nothing);
    }

    private PlannedRow row(
            ImportedPerson person,
            ImportFate fate,
            List<UserGroupSummary> joined,
            Set<ImportRemark> remarks,
            ImportPayload payload) {
        var names = joined.stream().map(UserGroupSummary::name).toList();
        return new PlannedRow(person, fate, names, unknownGroups(person), remarks, payload);
    }

    /**
     * An existing user of the file.
     *
     * @param keepsSecret whether they have proven one, or import the file themselves
     */
    record KnownUser(UserStatus status, boolean keepsSecret, Set<Permission> permissions) {}
}
