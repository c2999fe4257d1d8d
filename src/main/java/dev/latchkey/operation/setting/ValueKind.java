package dev.latchkey.operation.setting;

import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** What a value of a type looks like, in words that follow "must be". */
final class ValueKind {

    private static final Map<Class<?>, String> KINDS = Map.ofEntries(
            Map.entry(Integer.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(Short.class, "a whole number"),
            Map.entry(Double.class, "a number"),
            Map.entry(Float.class, "a number"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(Duration.class, "a duration such as 30s, 15m, 12h or 90d"),
            Map.entry(DataSize.class, "a size such as 512KB or 10MB"),
            Map.entry(URI.class, "an address such as https://latchkey.example.com"),
            Map.entry(URL.class, "an address such as https://latchkey.example.com"),
            Map.entry(InetAddress.class, "an IP address or the name of a host"),
            Map.entry(Path.class, "a file"),
            Map.entry(Resource.class, "a file"),
            Map.entry(Class.class, "the name of a class"));

    private ValueKind() {}

    /** Such as "a whole number". */
    static String of(Class<?> type) {
        var boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed.isEnum()) {
            return "one of "
                    + Arrays.stream(boxed.getEnumConstants())
                            .map(constant ->
                                    constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", "));
        }
        return KINDS.getOrDefault(boxed, "a value of the kind " + boxed.getSimpleName());
    }
}
