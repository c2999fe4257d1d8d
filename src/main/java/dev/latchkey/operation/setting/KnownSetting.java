package dev.latchkey.operation.setting;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting of Latchkey's own.
 *
 * @param name as a property, such as {@code latchkey.mail.from}
 * @param type the name of its class
 * @param meaning from the Javadoc of its record; may be empty
 * @param defaultValue what counts without it; null if it is required or has no value by default
 */
public record KnownSetting(
        String name, String type, String meaning, @Nullable String defaultValue) {

    private static final Pattern SEVERAL = Pattern.compile("java\\.util\\.(List|Set|Collection|Map)<.*");

    /** Its name in the environment, such as {@code LATCHKEY_MAIL_FROM}. */
    public String variable() {
        return variable(name);
    }

    /** The name in the environment of any property, with an underscore where it has a dot or a hyphen. */
    public static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("\\[(\\d+)]", "_$1").replaceAll("[.-]", "_");
    }

    /** Whether its value is a list, in one variable or in several that are numbered. */
    public boolean hasSeveralValues() {
        return SEVERAL.matcher(type).matches();
    }

    boolean isVariable(String variable) {
        return isItOrPartOfIt(variable, variable(), "_") || isItOrPartOfIt(variable, withoutHyphens(), "_");
    }

    /** In whichever of the forms that Spring Boot accepts: with capitals, or without hyphens. */
    boolean isProperty(String property) {
        var written = uniform(property);
        return isItOrPartOfIt(written, uniform(name), "[") || isItOrPartOfIt(written, uniform(name), ".");
    }

    private boolean isItOrPartOfIt(String written, String known, String separator) {
        return written.equals(known) || hasSeveralValues() && written.startsWith(known + separator);
    }

    private String withoutHyphens() {
        return variable(name.replace("-", ""));
    }

    private static String uniform(String property) {
        return property.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
