package dev.latchkey.operation.setting;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What an operator has written under the name of Latchkey: nothing that it doesn't know, and nothing blank. */
public final class WrittenSettings {

    private static final String VARIABLE_PREFIX = "LATCHKEY_";

    // Kubernetes puts the address of each service into the environment, and a service may be called latchkey
    private static final Pattern OF_KUBERNETES = Pattern.compile(
            "LATCHKEY(_\\w+)?_(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");
    private static final Pattern ADDRESS_OF_KUBERNETES = Pattern.compile("(tcp|udp|sctp)://.*");

    private final ConfigurableEnvironment environment;
    private final KnownSettings known;

    /** The settings in that environment. */
    public WrittenSettings(ConfigurableEnvironment environment, KnownSettings known) {
        this.environment = environment;
        this.known = known;
    }

    /** Refuses the first that is wrong; throws {@link SettingException}. */
    public void check() {
        names().forEach(this::checkKnown);
        known.all().forEach(this::checkNotBlank);
    }

    private Stream<Written> names() {
        return environment.getPropertySources().stream()
                .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(source -> Stream.of(source.getPropertyNames())
                        .map(name -> new Written(
                                name,
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME.equals(source.getName()),
                                String.valueOf(source.getProperty(name)))));
    }

    private void checkKnown(Written written) {
        if (!written.isOurs() || written.isOfKubernetes()) {
            return;
        }
        var isKnown = written.isVariable()
                ? known.knowsVariable(written.name())
                : known.find(written.name()).isPresent();
        if (!isKnown) {
            var closest = known.closestTo(KnownSetting.variable(written.name()));
            throw new SettingException(
                    "There is no setting " + written.name() + ". Did you mean "
                            + (written.isVariable() ? closest.variable() : closest.name()) + "?",
                    "Correct the name, or remove the setting. docs/settings.md lists all of them.");
        }
    }

    /** Of a list, that means none. */
    private void checkNotBlank(KnownSetting setting) {
        var value = setting.hasSeveralValues() ? null : environment.getProperty(setting.name());
        if (value != null && value.isBlank()) {
            throw new SettingException(
                    "The setting " + setting.variable() + " is blank.",
                    setting.defaultValue() == null
                            ? "Give it a value, or remove it if it isn't needed."
                            : "Give it a value, or remove it: then it is " + setting.defaultValue() + ".");
        }
    }

    private record Written(String name, boolean isVariable, String value) {

        boolean isOurs() {
            return isVariable
                    ? name.startsWith(VARIABLE_PREFIX)
                    : name.toLowerCase(Locale.ROOT).startsWith(KnownSettings.PREFIX);
        }

        boolean isOfKubernetes() {
            return isVariable
                    && (OF_KUBERNETES.matcher(name).matches()
                            || name.endsWith("_PORT")
                                    && ADDRESS_OF_KUBERNETES.matcher(value).matches());
        }
    }
}
