package dev.latchkey.operation.setting;

import dev.latchkey.LatchkeyApplication;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The table of our own settings, from their records and what the build has noted of their Javadoc. */
final class SettingsTable {

    private static final Map<String, String> TYPES = Map.of(
            "java.lang.String", "text",
            "java.lang.Integer", "whole number",
            "java.lang.Long", "whole number",
            "java.lang.Boolean", "`true`, `false`",
            "java.time.Duration", "duration",
            "java.nio.file.Path", "file",
            "java.net.URI", "address",
            "org.springframework.util.unit.DataSize", "size",
            "java.util.List<java.lang.String>", "list");

    /** What every setting is, in the order of the names, but for those of tests. */
    static List<KnownSetting> settings() {
        var fields = fields();
        return KnownSettings.load().all().stream()
                .filter(setting -> fields.containsKey(setting.name()))
                .toList();
    }

    String text() {
        var fields = fields();
        return "| variable | property | default | value | meaning |\n| --- | --- | --- | --- | --- |\n"
                + settings().stream()
                        .map(setting -> row(setting, fields.get(setting.name())))
                        .collect(Collectors.joining());
    }

    private static String row(KnownSetting setting, List<Annotation> constraints) {
        return "| `%s` | `%s` | %s | %s | %s |%n"
                .formatted(
                        setting.variable(),
                        setting.name(),
                        standard(setting, constraints),
                        value(setting, constraints),
                        markdown(setting.meaning()));
    }

    private static String standard(KnownSetting setting, List<Annotation> constraints) {
        if (constraints.stream().anyMatch(one -> one instanceof NotNull || one instanceof NotBlank)) {
            return "**required**";
        }
        var value = setting.defaultValue();
        return value == null || value.equals("[]") ? "none" : "`" + value + "`";
    }

    private static String value(KnownSetting setting, List<Annotation> constraints) {
        return Stream.concat(
                        Stream.of(type(setting.type())),
                        constraints.stream().flatMap(one -> Requirement.bound(one).stream()))
                .collect(Collectors.joining(", "));
    }

    private static String type(String name) {
        var type = TYPES.get(name);
        if (type != null) {
            return type;
        }
        var known = ClassUtils.resolveClassName(name, null);
        return known.isEnum()
                ? Arrays.stream(known.getEnumConstants())
                        .map(one -> "`"
                                + one.toString()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-') + "`")
                        .collect(Collectors.joining(", "))
                : known.getSimpleName();
    }

    private static String markdown(String javadoc) {
        var text = javadoc.replaceAll("\\s+", " ")
                .replaceAll("\\{@code ([^}]+)}", "`$1`")
                .replaceAll("\\{@link #?([^}]+)}", "`$1`")
                .replace("|", "\\|");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The constraints of each component of our records, by the name of its setting. */
    private static Map<String, List<Annotation>> fields() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var fields = new TreeMap<String, List<Annotation>>();
        scanner.findCandidateComponents(LatchkeyApplication.class.getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .forEach(record ->
                        add(record.getAnnotation(ConfigurationProperties.class).value(), record, "", record, fields));
        return fields;
    }

    private static void add(
            String prefix, Class<?> top, String path, Class<?> record, Map<String, List<Annotation>> fields) {
        for (var component : record.getRecordComponents()) {
            var name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            var field = path + component.getName();
            if (component.getType().isRecord()) {
                add(name, top, field + ".", component.getType(), fields);
            } else {
                fields.put(
                        name,
                        new ArrayList<>(Requirement.constraints(top, field).toList()));
            }
        }
    }
}
