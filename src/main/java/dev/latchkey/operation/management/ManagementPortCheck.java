package dev.latchkey.operation.management;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to start where metrics and health in detail would be on the port that everybody reaches. */
@Component
class ManagementPortCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final String ANY_FREE_PORT = "0";

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        if (environment == null) {
            return;
        }
        var management = environment.getProperty("management.server.port", "");
        var users = environment.getProperty("server.port", "8080");
        if (management.isBlank() || management.equals(users) && !management.equals(ANY_FREE_PORT)) {
            throw new SharedPortException();
        }
    }

    /** Both servers would be one. */
    static final class SharedPortException extends RuntimeException {

        SharedPortException() {
            super(
                    "MANAGEMENT_SERVER_PORT must be another port than SERVER_PORT: metrics and health in detail are not for everybody.");
        }
    }
}
