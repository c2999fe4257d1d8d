package dev.latchkey.product.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** Reads YAML files, and what is at a path in them. */
final class Nodes {

    private Nodes() {}

    /** The documents of a file of the repository. */
    static List<Object> documents(String file) throws IOException {
        return StreamSupport.stream(
                        new Yaml().loadAll(Files.readString(Path.of(file))).spliterator(), false)
                .toList();
    }

    /** What is at a path of names and of numbers in lists, such as {@code spec.ports.0.name}; fails where there is nothing. */
    static Object at(Object node, String path) {
        var found = node;
        for (var step : path.split("\\.")) {
            found = found instanceof List<?> list
                    ? list.get(Integer.parseInt(step))
                    : map(found).get(step);
            if (found == null) {
                throw new AssertionError("Nothing at " + path + ": no " + step);
            }
        }
        return found;
    }

    /** A mapping; empty where there is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@org.jspecify.annotations.Nullable Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    /** The mappings in a list. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Object node) {
        return (List<Map<String, Object>>) node;
    }
}
