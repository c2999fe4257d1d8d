package dev.latchkey.operation.start;

import dev.latchkey.operation.setting.KnownSetting;
import dev.latchkey.operation.setting.SettingException;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;

/** Settings of the server, which are Spring Boot's, that would break what Latchkey promises. */
final class ServerSettings {

    private static final List<String> FORWARDING = List.of(
            "server.forward-headers-strategy",
            "server.tomcat.remoteip.remote-ip-header",
            "server.tomcat.remoteip.protocol-header");
    private static final List<String> PATHS =
            List.of("server.servlet.context-path", "spring.mvc.servlet.path", "vaadin.url-mapping");
    private static final Set<String> EVERYTHING = Set.of("", "/", "/*");
    private static final List<String> PORTS = List.of("server.port", "management.server.port", "spring.mail.port");
    private static final int HIGHEST_PORT = 65_535;

    private final Environment environment;

    ServerSettings(Environment environment) {
        this.environment = environment;
    }

    /** Throws {@link SettingException} for the first that is wrong. */
    void check() {
        // A development server would expose sources and its tools
        if (!"true".equals(environment.getProperty("vaadin.productionMode"))) {
            throw new SettingException("The setting VAADIN_PRODUCTIONMODE must stay true.", "Remove it.");
        }
        FORWARDING.forEach(this::refuseForwarding);
        PATHS.forEach(this::refusePath);
        PORTS.forEach(this::checkPort);
    }

    /** Each trusts headers from any machine in a private network. */
    private void refuseForwarding(String name) {
        var value = environment.getProperty(name, "");
        if (!value.isBlank() && !"none".equalsIgnoreCase(value)) {
            throw new SettingException(
                    KnownSetting.variable(name)
                            + " would trust what any machine in a private network says of a client.",
                    "Remove " + KnownSetting.variable(name)
                            + ". Set LATCHKEY_SIGN_IN_TRUSTED_PROXIES to the proxies that Latchkey can trust.");
        }
    }

    /** Cookies are bound to the whole host, so that no neighbour can set them; a path would be shared with neighbours. */
    private void refusePath(String name) {
        var value = environment.getProperty(name, "");
        if (!EVERYTHING.contains(value)) {
            throw new SettingException(
                    "Latchkey can't run below a path, which " + KnownSetting.variable(name) + " asks for (" + value
                            + ").",
                    "Remove it, and give Latchkey a host name of its own, such as https://latchkey.example.com.");
        }
    }

    /** One that is no number fails when it is bound. */
    private void checkPort(String name) {
        var value = environment.getProperty(name, "");
        if (value.matches("-?\\d{1,9}") && !isPort(Integer.parseInt(value), name)) {
            throw new SettingException(
                    KnownSetting.variable(name) + " must be the number of a port, from 1 to " + HIGHEST_PORT + ", not "
                            + value + ".",
                    "Correct it and start again.");
        }
    }

    /** For our own server, 0 is any free port and -1 none at all. */
    private static boolean isPort(int number, String name) {
        return number <= HIGHEST_PORT && number >= (name.endsWith("server.port") ? -1 : 1);
    }
}
