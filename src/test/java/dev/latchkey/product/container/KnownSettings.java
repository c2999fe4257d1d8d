package dev.latchkey.product.container;

import dev.latchkey.LatchkeyApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings that the product and its libraries know, by the names that they have in the environment. */
final class KnownSettings {

    private final Set<String> names = new HashSet<>();

    /** Of those, the ones under which any name is allowed. */
    private final Set<String> maps = new HashSet<>();

    KnownSettings() throws IOException {
        for (var file : new String[] {"spring-configuration-metadata", "additional-spring-configuration-metadata"}) {
            for (var url : Collections.list(getClass().getClassLoader().getResources("META-INF/" + file + ".json"))) {
                properties(url)
                        .forEach(property -> add(
                                property.path("name").asString(),
                                property.path("type").asString("").startsWith("java.util.Map")));
            }
        }
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var bean : scan.findCandidateComponents(LatchkeyApplication.class.getPackageName())) {
            var type = ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null);
            addOwn(type.getAnnotation(ConfigurationProperties.class).value(), type);
        }
    }

    /** Whether a variable of the environment is one of them. */
    boolean has(String variable) {
        return names.contains(variable) || maps.stream().anyMatch(map -> variable.startsWith(map + "_"));
    }

    private void addOwn(String prefix, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            var name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            add(name, java.util.Map.class.isAssignableFrom(component.getType()));
            if (component.getType().isRecord()) {
                addOwn(name, component.getType());
            }
        }
    }

    private void add(String property, boolean isMap) {
        var name = property.toUpperCase(Locale.ROOT).replace('.', '_');
        Stream.of(name.replace("-", ""), name.replace('-', '_')).forEach(isMap ? maps::add : names::add);
    }

    private static Iterable<JsonNode> properties(URL metadata) {
        try (var in = metadata.openStream()) {
            return JsonMapper.shared().readTree(in).path("properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
