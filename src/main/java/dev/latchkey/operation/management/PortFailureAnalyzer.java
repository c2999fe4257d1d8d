package dev.latchkey.operation.management;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Says which setting moves a port that is in use or shared; Spring Boot's own message names only the number. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortFailureAnalyzer implements FailureAnalyzer {

    private final Environment environment;

    PortFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ManagementPortCheck.SharedPortException shared) {
                return new FailureAnalysis(
                        String.valueOf(shared.getMessage()),
                        "Set MANAGEMENT_SERVER_PORT to a free port, or to -1 for no metrics at all.",
                        shared);
            }
            if (cause instanceof PortInUseException inUse) {
                return inUse(inUse);
            }
        }
        return null;
    }

    private FailureAnalysis inUse(PortInUseException inUse) {
        var port = String.valueOf(inUse.getPort());
        var setting = port.equals(environment.getProperty("management.server.port"))
                ? "MANAGEMENT_SERVER_PORT"
                : "SERVER_PORT";
        return new FailureAnalysis(
                "Port " + port + " is in use by another program, maybe by another node of Latchkey.",
                "Stop that program, or set " + setting + " to another port.",
                inUse);
    }
}
