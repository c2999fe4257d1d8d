package dev.latchkey.support;

import dev.latchkey.LatchkeyApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.security.core.context.SecurityContextHolder;

/** The product once more, on the database of another node and by the same clock; closing it and starting it anew is a restart. */
public final class AnotherNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private AnotherNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it beside the first node, whose environment tells the database, with settings of its own. */
    public static AnotherNode beside(Environment first, MovableClock clock, String... settings) {
        // Vaadin sets its strategy for the whole JVM, and the first node goes on with its own
        var strategy = SecurityContextHolder.getContextHolderStrategy();
        try {
            return new AnotherNode(start(first, clock, settings));
        } finally {
            SecurityContextHolder.setContextHolderStrategy(strategy);
        }
    }

    private static ConfigurableApplicationContext start(Environment first, MovableClock clock, String... settings) {
        return new SpringApplicationBuilder(LatchkeyApplication.class)
                .registerShutdownHook(false)
                .initializers(context -> {
                    new RealServers().initialize(context);
                    TestPropertyValues.of(
                                    "server.port=0",
                                    "spring.datasource.url=" + first.getRequiredProperty("spring.datasource.url"),
                                    "spring.datasource.hikari.maximum-pool-size=5")
                            .and(settings)
                            .applyTo(context);
                    ((GenericApplicationContext) context)
                            .registerBean(
                                    "sharedClock",
                                    MovableClock.class,
                                    () -> clock,
                                    definition -> definition.setPrimary(true));
                })
                .run();
    }

    /** Whether it has been told to stop, and may still be at it. */
    public boolean isStopping() {
        return context.isClosed();
    }

    /** Where it listens. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Where it listens for monitoring. */
    public int managementPort() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.management.port"));
    }

    /** One of its beans. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
