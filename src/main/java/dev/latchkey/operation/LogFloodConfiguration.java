package dev.latchkey.operation;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Installs the {@link LogFloodFilter} for all loggers while the application runs. */
@Component
class LogFloodConfiguration implements DisposableBean {

    private final LogFloodFilter filter = new LogFloodFilter();

    LogFloodConfiguration() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.addTurboFilter(filter);
        }
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(filter);
        }
    }
}
