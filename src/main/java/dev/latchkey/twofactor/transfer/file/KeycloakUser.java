package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.address.TableCells;
import dev.latchkey.user.password.hash.ImportedHash;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One user of a realm of Keycloak. */
final class KeycloakUser {

    private static final Set<String> SET_UP_ACTIONS = Set.of(
            "CONFIGURE_TOTP", "CONFIGURE_RECOVERY_AUTHN_CODES", "webauthn-register", "webauthn-register-passwordless");

    private static final int MOST_GROUPS = 50;

    private final JsonNode user;
    private final KeycloakCredentials credentials;
    private final EnumSet<ImportRemark> remarks = EnumSet.noneOf(ImportRemark.class);

    KeycloakUser(JsonNode user, JsonMapper json) {
        this.user = user;
        this.credentials = new KeycloakCredentials(user.path("credentials"), json, remarks);
    }

    ImportedPerson person(int line) {
        var typed = value("email").isEmpty() ? value("username") : value("email");
        var email = address(typed);
        var enabled = user.path("enabled").asBoolean(true);
        if (!enabled) {
            remarks.add(ImportRemark.DISABLED);
        }
        return new ImportedPerson(line, typed, email, name(), groups(), enabled, password(), appSecret(), remarks);
    }

    /** Keycloak names the entry after the user name, which need not be the address, and the realm. */
    private Optional<ImportedSecret> appSecret() {
        var app = credentials.secret();
        if (app.isEmpty() && hasSecondFactor()) {
            remarks.add(ImportRemark.FACTOR_REFUSED);
        }
        return app.map(secret -> secret.named("", value("username")));
    }

    /** Of a kind that is not imported, or to be set up at the next login there, or an app whose secret is not in the file. */
    private boolean hasSecondFactor() {
        return credentials.haveOtherFactor()
                || user.path("totp").asBoolean(false) && !credentials.haveApp()
                || SET_UP_ACTIONS.stream().anyMatch(this::isRequired);
    }

    private boolean isRequired(String wanted) {
        return StreamSupport.stream(user.path("requiredActions").spliterator(), false)
                .anyMatch(action -> action.asString("").equals(wanted));
    }

    private Optional<EmailAddress> address(String typed) {
        if (!value("serviceAccountClientId").isEmpty()) {
            remarks.add(ImportRemark.SERVICE_ACCOUNT);
            return Optional.empty();
        }
        var email = EmailAddress.parse(typed);
        if (email.isEmpty()) {
            remarks.add(typed.indexOf('@') < 0 ? ImportRemark.NO_ADDRESS : ImportRemark.ADDRESS_REFUSED);
        }
        return email;
    }

    private String name() {
        var written = (value("firstName") + " " + value("lastName")).strip();
        var name = TableCells.name(written);
        if (name.isEmpty() && !written.isEmpty()) {
            remarks.add(ImportRemark.NAME_REFUSED);
        }
        return name;
    }

    /** Whoever has to choose another password there is invited to choose one here. */
    private Optional<ImportedHash> password() {
        if (isRequired("UPDATE_PASSWORD")) {
            remarks.add(ImportRemark.PASSWORD_TEMPORARY);
            return Optional.empty();
        }
        return credentials.password();
    }

    /** Without the path: groups have none here. */
    private List<String> groups() {
        var groups = new ArrayList<String>();
        for (var path : user.path("groups")) {
            var text = path.asString("");
            var name = text.substring(text.lastIndexOf('/') + 1).strip();
            if (!name.isEmpty() && groups.size() < MOST_GROUPS && !groups.contains(name)) {
                groups.add(name);
            }
        }
        return groups;
    }

    private String value(String field) {
        return user.path(field).asString("").strip();
    }
}
