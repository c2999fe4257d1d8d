package dev.latchkey.operation.setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.core.io.UrlResource;

/** All settings of Latchkey's own, as the build has listed them from the records that they are bound to. */
public final class KnownSettings {

    /** What each of their names begins with. */
    public static final String PREFIX = "latchkey.";

    private static final String LIST = "META-INF/spring-configuration-metadata.json";

    private final List<KnownSetting> all;

    private KnownSettings(List<KnownSetting> all) {
        this.all = all;
    }

    /** Reads the lists on the class path, in the order of the names. */
    public static KnownSettings load() {
        try {
            var lists = Collections.list(KnownSettings.class.getClassLoader().getResources(LIST));
            return new KnownSettings(lists.stream()
                    .map(UrlResource::new)
                    .map(KnownSettings::read)
                    .flatMap(Collection::stream)
                    .sorted(Comparator.comparing(KnownSetting::name))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each of them. */
    public List<KnownSetting> all() {
        return all;
    }

    Optional<KnownSetting> find(String property) {
        return all.stream().filter(setting -> setting.isProperty(property)).findFirst();
    }

    boolean knowsVariable(String variable) {
        return all.stream().anyMatch(setting -> setting.isVariable(variable));
    }

    /** The one that is written most like it. */
    KnownSetting closestTo(String variable) {
        var distance = LevenshteinDistance.getDefaultInstance();
        return Collections.min(all, Comparator.comparing(setting -> distance.apply(setting.variable(), variable)));
    }

    private static List<KnownSetting> read(UrlResource list) {
        try {
            var json = list.getContentAsString(StandardCharsets.UTF_8);
            var properties = JsonParserFactory.getJsonParser().parseMap(json).get("properties");
            return ((List<?>) Objects.requireNonNullElse(properties, List.of()))
                    .stream()
                            .map(property -> (Map<?, ?>) property)
                            .filter(property ->
                                    String.valueOf(property.get("name")).startsWith(PREFIX))
                            .map(KnownSettings::setting)
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownSetting setting(Map<?, ?> property) {
        var standard = property.get("defaultValue");
        return new KnownSetting(
                String.valueOf(property.get("name")),
                String.valueOf(property.get("type")),
                property.get("description") instanceof String meaning ? meaning : "",
                standard == null ? null : standard.toString());
    }
}
