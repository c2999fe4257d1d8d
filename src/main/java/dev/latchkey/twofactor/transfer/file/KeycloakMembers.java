package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.common.RefusedException;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is needed of one user of Keycloak, and skips the rest without keeping it: a tree takes many times the room of its text. */
final class KeycloakMembers {

    private static final Set<String> NEEDED = Set.of(
            "email",
            "username",
            "enabled",
            "firstName",
            "lastName",
            "groups",
            "requiredActions",
            "credentials",
            "totp",
            "serviceAccountClientId");

    // Several credentials, each with its parameters, and many groups have a few hundred
    private static final int MOST_NODES = 2_000;

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final int line;
    private int read;

    KeycloakMembers(int line) {
        this.line = line;
    }

    /**
     * Reads the value at which the parser is; without members if it is not an object.
     *
     * @throws RefusedException if the user has too many parts
     */
    ObjectNode read(JsonParser parser) {
        var user = nodes.objectNode();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return user;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (NEEDED.contains(name)) {
                user.set(name, node(parser));
            } else {
                parser.skipChildren();
            }
        }
        return user;
    }

    private JsonNode node(JsonParser parser) {
        if (++read > MOST_NODES) {
            throw new RefusedException("import.row-too-long", line);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NULL -> nodes.nullNode();
            default -> nodes.stringNode(parser.getString());
        };
    }

    private JsonNode object(JsonParser parser) {
        var object = nodes.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            object.set(name, node(parser));
        }
        return object;
    }

    private JsonNode array(JsonParser parser) {
        var array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(node(parser));
        }
        return array;
    }
}
