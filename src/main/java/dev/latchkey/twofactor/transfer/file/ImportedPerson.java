package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.twofactor.totp.AppEntry;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.password.hash.ImportedHash;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/**
 * What a file says about one person.
 *
 * @param line where it begins, from 1
 * @param typed the address or other name as it is in the file
 * @param email empty if that is not an address
 * @param name empty if there is none that could be one
 * @param groups names of groups, which may not exist here
 * @param enabled whether they could log in there
 */
@NamedInterface("api")
public record ImportedPerson(
        int line,
        String typed,
        Optional<EmailAddress> email,
        String name,
        List<String> groups,
        boolean enabled,
        Optional<ImportedHash> password,
        Optional<ImportedSecret> secret,
        Set<ImportRemark> remarks) {

    /** Keeps copies. */
    public ImportedPerson {
        groups = List.copyOf(groups);
        remarks = Set.copyOf(remarks);
    }

    /** Whether the file alone says that the row cannot be imported. */
    public boolean isRefused() {
        return remarks.stream().anyMatch(ImportRemark::isRefusing);
    }

    /** The same, with that issuer of the entry in their app. */
    ImportedPerson issuedBy(String issuer) {
        var named = secret.map(
                app -> app.named(issuer, app.entry().map(AppEntry::account).orElse("")));
        return new ImportedPerson(line, typed, email, name, groups, enabled, password, named, remarks);
    }

    /** The same with one remark more. */
    ImportedPerson with(ImportRemark remark) {
        var more = EnumSet.of(remark);
        more.addAll(remarks);
        return new ImportedPerson(line, typed, email, name, groups, enabled, password, secret, more);
    }

    @Override
    public String toString() {
        return "ImportedPerson[line " + line + "]";
    }
}
