package dev.latchkey.operation.start;

import dev.latchkey.operation.setting.KnownSetting;
import dev.latchkey.operation.setting.KnownSettings;
import dev.latchkey.operation.setting.SettingException;
import dev.latchkey.operation.setting.WrittenSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.modulith.NamedInterface;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** Refuses to start with a setting that is missing, wrong or unknown, before any connection is opened. */
@NamedInterface("api")
public class SettingsCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final String SET_IT = "Set it in the environment and start again.";
    // As Spring Boot names the beans of our records
    private static final String OWN_RECORD = "-dev.latchkey.";

    private final Extent extent;
    private @Nullable ConfigurableEnvironment environment;

    private SettingsCheck(Extent extent) {
        this.extent = extent;
    }

    private enum Extent {
        KEYSET,
        DATABASE,
        EVERYTHING
    }

    /** For the server. */
    public static SettingsCheck ofEverything() {
        return new SettingsCheck(Extent.EVERYTHING);
    }

    /** For a command that only reads the database. */
    public static SettingsCheck ofDatabaseAndKeyset() {
        return new SettingsCheck(Extent.DATABASE);
    }

    /** For a command that reads a file without the database. */
    public static SettingsCheck ofKeyset() {
        return new SettingsCheck(Extent.KEYSET);
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = (ConfigurableEnvironment) environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        new WrittenSettings(settings(), KnownSettings.load()).check();
        if (extent != Extent.KEYSET) {
            checkDatabase();
        }
        if (extent == Extent.EVERYTHING) {
            required("spring.mail.host", "the mail server");
            new ServerSettings(settings()).check();
        }
        bindOwnRecords(beanFactory);
    }

    private void checkDatabase() {
        if (!required("spring.datasource.url", "the JDBC URL of a MariaDB database")
                .startsWith("jdbc:mariadb:")) {
            throw new SettingException("SPRING_DATASOURCE_URL must start with jdbc:mariadb:.", SET_IT);
        }
        required("spring.datasource.username", "the user name for that database");
    }

    /** Once before the beans are made, some of which change the database. */
    private void bindOwnRecords(ConfigurableListableBeanFactory beanFactory) {
        try (var validator = new LocalValidatorFactoryBean()) {
            validator.afterPropertiesSet();
            var binder = Binder.get(settings(), new ValidationBindHandler(validator));
            for (var name : beanFactory.getBeanDefinitionNames()) {
                var type = name.contains(OWN_RECORD) ? beanFactory.getType(name) : null;
                var prefix = type == null ? null : type.getAnnotation(ConfigurationProperties.class);
                if (prefix != null) {
                    binder.bindOrCreate(prefix.value(), Bindable.of(type));
                }
            }
        }
    }

    private String required(String name, String meaning) {
        var value = settings().getProperty(name);
        if (value == null || value.isBlank()) {
            throw new SettingException(
                    "The setting " + KnownSetting.variable(name) + " is missing: " + meaning + ".", SET_IT);
        }
        return value;
    }

    private ConfigurableEnvironment settings() {
        return Objects.requireNonNull(environment);
    }
}
