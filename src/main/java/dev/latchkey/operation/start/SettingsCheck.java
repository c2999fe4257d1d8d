package dev.latchkey.operation.start;

import dev.latchkey.mail.MailAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.modulith.NamedInterface;

/** Refuses to start without the settings that have no default, before any connection is opened. */
@NamedInterface("api")
public class SettingsCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private final boolean ofEverything;
    private @Nullable Environment environment;

    private SettingsCheck(boolean ofEverything) {
        this.ofEverything = ofEverything;
    }

    /** For the server. */
    public static SettingsCheck ofEverything() {
        return new SettingsCheck(true);
    }

    /** For a command that only reads the database. */
    public static SettingsCheck ofDatabaseAndKeyset() {
        return new SettingsCheck(false);
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        if (!required("spring.datasource.url", "the JDBC URL of a MariaDB database")
                .startsWith("jdbc:mariadb:")) {
            throw new SettingException("SPRING_DATASOURCE_URL must start with jdbc:mariadb:.");
        }
        required("spring.datasource.username", "the user name for that database");
        required("latchkey.keyset-file", "the file with the keys that encrypt secrets");
        if (ofEverything) {
            checkMailAndAddress();
        }
    }

    private void checkMailAndAddress() {
        required("spring.mail.host", "the mail server");
        if (!MailAddress.isSender(required("latchkey.mail.from", "the sender of all mail"))) {
            throw new SettingException(
                    "LATCHKEY_MAIL_FROM must be one email address with its domain in ASCII (xn--…), with or without a name, such as"
                            + " \"Example Inc\" <latchkey@example.com>.");
        }
        // A development server would expose sources and its tools
        if (!"true".equals(required("vaadin.productionMode", "always true"))) {
            throw new SettingException("The setting VAADIN_PRODUCTIONMODE must stay true.");
        }
        refuseForwarding("server.forward-headers-strategy");
        refuseForwarding("server.tomcat.remoteip.remote-ip-header");
        refuseForwarding("server.tomcat.remoteip.protocol-header");
        var publicUrl = required("latchkey.public-url", "the address that people use to reach Latchkey");
        if (!isWebAddress(publicUrl)) {
            throw new SettingException(
                    "LATCHKEY_PUBLIC_URL must be an http:// or https:// address, not " + publicUrl + ".");
        }
    }

    /** Each trusts headers from any machine in a private network. */
    private void refuseForwarding(String name) {
        var value = environment == null ? null : environment.getProperty(name);
        if (value != null && !value.isBlank() && !"none".equalsIgnoreCase(value)) {
            throw new SettingException(
                    "Remove %s. Set LATCHKEY_SIGN_IN_TRUSTED_PROXIES to the proxies that Latchkey can trust."
                            .formatted(environmentName(name)));
        }
    }

    private String required(String name, String meaning) {
        var value = environment == null ? null : environment.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new SettingException("The setting " + environmentName(name) + " is missing: " + meaning + ".");
        }
        return value;
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = URI.create(text);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String environmentName(String property) {
        return property.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** A setting is missing or wrong; the message is a sentence that names it. */
    static final class SettingException extends RuntimeException {

        SettingException(String message) {
            super(message);
        }
    }
}
