package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.common.RefusedException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The users of a realm of Keycloak: {@code kc.sh export} with the users in the realm's file or in files of their own. Everything
 * else in it is skipped without being kept.
 */
final class KeycloakExport {

    static final String USERS = "users";

    private static final int DEEPEST = 60;
    private static final int LONGEST_TEXT = 200_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            // A user is followed by the next
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private KeycloakExport() {}

    /**
     * Parses it.
     *
     * @throws RefusedException if it is no export of Keycloak, or breaks off
     */
    static List<ImportedPerson> read(String text) {
        try (var parser = JSON.createParser(text)) {
            return read(parser);
        } catch (JacksonException malformed) {
            // Its message would repeat what is in the file
            throw new RefusedException(
                    "import.malformed-json",
                    malformed.getLocation() == null
                            ? 1
                            : malformed.getLocation().getLineNr());
        }
    }

    private static List<ImportedPerson> read(JsonParser parser) {
        var people = new ArrayList<ImportedPerson>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new RefusedException("import.no-keycloak");
        }
        var found = false;
        var realm = new KeycloakRealm();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(USERS)) {
                found = true;
                readUsers(parser, people);
            } else {
                realm.note(name, parser);
                parser.skipChildren();
            }
        }
        people.replaceAll(person -> person.issuedBy(realm.issuer()));
        if (!found) {
            throw new RefusedException("import.no-keycloak");
        }
        return people;
    }

    private static void readUsers(JsonParser parser, List<ImportedPerson> people) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            ImportFile.requireRoom(people.size());
            var line = parser.currentTokenLocation().getLineNr();
            people.add(new KeycloakUser(new KeycloakMembers(line).read(parser), JSON).person(line));
        }
    }
}
