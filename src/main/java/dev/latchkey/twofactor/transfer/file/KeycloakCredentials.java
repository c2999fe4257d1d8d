package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.user.password.hash.ImportedHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The credentials of a user of Keycloak, in the order in which Keycloak prefers them; what belongs to each is JSON inside of
 * strings. Of several apps, the first that can be imported is.
 */
final class KeycloakCredentials {

    // Whatever else there is, of Keycloak or of an extension, was asked for beside the password or in its place
    private static final Set<String> IMPORTED_OR_PAST = Set.of("password", "otp", "password-history");

    private final JsonNode credentials;
    private final JsonMapper json;
    private final Set<ImportRemark> remarks;

    KeycloakCredentials(JsonNode credentials, JsonMapper json, Set<ImportRemark> remarks) {
        this.credentials = credentials;
        this.json = json;
        this.remarks = remarks;
    }

    Optional<ImportedHash> password() {
        var stored = ofType("password");
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        var hash = ImportedHash.parse(
                phc(inside(stored.getFirst(), "credentialData"), inside(stored.getFirst(), "secretData")));
        if (hash.isEmpty()) {
            remarks.add(ImportRemark.HASH_REFUSED);
        }
        return hash;
    }

    private static String phc(JsonNode data, JsonNode secret) {
        var algorithm = data.path("algorithm").asString("");
        var iterations = data.path("hashIterations").asString("");
        var saltAndHash = "$" + unpadded(secret, "salt") + "$" + unpadded(secret, "value");
        if (!algorithm.equals("argon2")) {
            return "$" + algorithm + "$i=" + iterations + saltAndHash;
        }
        var version = first(data, "version").equals("1.0") ? "16" : "19";
        return "$argon2" + first(data, "type") + "$v=" + version + "$m=" + first(data, "memory") + ",t=" + iterations
                + ",p=" + first(data, "parallelism") + saltAndHash;
    }

    private static String first(JsonNode data, String parameter) {
        return data.path("additionalParameters").path(parameter).path(0).asString("");
    }

    private static String unpadded(JsonNode secret, String field) {
        return secret.path(field).asString("").replace("=", "");
    }

    Optional<ImportedSecret> secret() {
        var found = Optional.<ImportedSecret>empty();
        for (var device : ofType("otp")) {
            if (found.isPresent()) {
                remarks.add(ImportRemark.SECOND_DEVICE);
            } else {
                found = secret(inside(device, "credentialData"), inside(device, "secretData"));
            }
        }
        return found;
    }

    /** Whether there is an app, whether or not it can be imported. */
    boolean haveApp() {
        return !ofType("otp").isEmpty();
    }

    /** Whether there is a second factor of another kind, for example a security key. */
    boolean haveOtherFactor() {
        return StreamSupport.stream(credentials.spliterator(), false)
                .anyMatch(credential ->
                        !IMPORTED_OR_PAST.contains(credential.path("type").asString("")));
    }

    private Optional<ImportedSecret> secret(JsonNode data, JsonNode secret) {
        if (!data.path("subType").asString("").equals("totp")) {
            remarks.add(ImportRemark.HOTP);
            return Optional.empty();
        }
        var value = secret.path("value").asString("");
        // The text itself is the key, unless it says otherwise
        var key = data.path("secretEncoding").asString("").equalsIgnoreCase("BASE32")
                ? SecretText.base32(value)
                : Optional.of(value.getBytes(StandardCharsets.UTF_8));
        return SecretText.secret(
                key,
                data.path("algorithm").asString(""),
                data.path("digits").asString(""),
                data.path("period").asString(""),
                remarks);
    }

    private List<JsonNode> ofType(String type) {
        var found = new ArrayList<JsonNode>();
        for (var credential : credentials) {
            if (credential.path("type").asString("").equals(type)) {
                found.add(credential);
            }
        }
        return found;
    }

    private JsonNode inside(JsonNode credential, String field) {
        try {
            return json.readTree(credential.path(field).asString("{}"));
        } catch (JacksonException malformed) {
            return json.createObjectNode();
        }
    }
}
