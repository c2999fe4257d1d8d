package dev.latchkey.operation.setting;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/**
 * A setting as its operator has written it.
 *
 * @param name of the variable or the property, in the writer's form
 * @param place such as a file and its line; empty for the environment
 * @param value null if nothing was written, or if nobody may read it
 */
record WrittenSetting(String name, String place, @Nullable String value) {

    // Addresses of databases have passwords among their parameters
    private static final Pattern MAY_BE_SECRET =
            Pattern.compile("(.*[.-])?(password|passphrase|secret|token|credentials?|key|url|uri)|.*properties.*");
    private static final String PUBLIC_URL = "latchkey.public-url";

    static WrittenSetting of(@Nullable ConfigurationProperty property, ConfigurationPropertyName otherwise) {
        if (property == null) {
            return new WrittenSetting(KnownSetting.variable(otherwise.toString()), "", null);
        }
        var name = property.getName().toString();
        var origin = property.getOrigin();
        return new WrittenSetting(
                nameIn(origin, name), placeIn(origin), isSecret(name) ? null : String.valueOf(property.getValue()));
    }

    /** "NAME is “VALUE”, but", or without the value if nobody may read it; what it must be follows. */
    String sentence(String requirement) {
        return value == null
                ? name + place + " " + requirement + "."
                : name + place + " " + requirement + ", not \"" + value + "\".";
    }

    private static String nameIn(@Nullable Origin origin, String property) {
        return switch (origin) {
            case SystemEnvironmentOrigin environment -> environment.getProperty();
            case PropertySourceOrigin source -> nameIn(source.getOrigin(), source.getPropertyName());
            case null -> KnownSetting.variable(property);
            default -> property;
        };
    }

    private static String placeIn(@Nullable Origin origin) {
        return switch (origin) {
            case PropertySourceOrigin source -> placeIn(source.getOrigin());
            case TextResourceOrigin file -> " (in " + file + ")";
            case null, default -> "";
        };
    }

    private static boolean isSecret(String property) {
        return !PUBLIC_URL.equals(property) && MAY_BE_SECRET.matcher(property).matches();
    }
}
