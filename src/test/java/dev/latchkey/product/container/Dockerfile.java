package dev.latchkey.product.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The instructions of the product's Dockerfile.
 *
 * @param instructions in their order, each on one line
 */
record Dockerfile(List<Instruction> instructions) {

    /**
     * An instruction.
     *
     * @param name such as {@code RUN}
     * @param arguments what follows it
     */
    record Instruction(String name, String arguments) {

        /** The words of its exec form, a JSON array; fails for the shell form. */
        List<String> exec() {
            var array = arguments.substring(arguments.indexOf('['));
            return Arrays.asList(JsonMapper.shared().readValue(array, String[].class));
        }

        /** Its words without its options. */
        List<String> words() {
            return Arrays.stream(arguments.split("\\s+"))
                    .filter(word -> !word.startsWith("--"))
                    .toList();
        }
    }

    static Dockerfile read() throws IOException {
        var text = Files.readString(Path.of("Dockerfile"))
                .replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\\\\n", " ");
        return new Dockerfile(text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\\s+", 2))
                .map(words -> new Instruction(words[0], words[1]))
                .toList());
    }

    Stream<Instruction> all(String name) {
        return instructions.stream().filter(instruction -> instruction.name().equals(name));
    }

    /** The last of that name, which is the one that counts. */
    Instruction last(String name) {
        return all(name).reduce((first, second) -> second).orElseThrow(() -> new AssertionError("no " + name));
    }

    /** The environment of its process. */
    Map<String, String> environment() {
        return all("ENV")
                .flatMap(instruction -> instruction.words().stream())
                .map(assignment -> assignment.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
