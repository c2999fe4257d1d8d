package dev.latchkey.operation.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.mock.env.MockEnvironment;

class PortFailureAnalyzerTest {

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @CsvSource({"8443, 8443", "8080, ''", "8080, 8080"})
    void metrics_on_the_port_of_the_users_stop_the_start(String port, String managementPort) {
        environment.setProperty("server.port", port);
        environment.setProperty("management.server.port", managementPort);

        assertThat(analysis(catchThrowable(this::check)).getDescription())
                .contains("MANAGEMENT_SERVER_PORT must be another port than SERVER_PORT");
    }

    @ParameterizedTest
    @CsvSource({"8080, 8081", "0, 0", "8080, -1"})
    void a_port_of_its_own_or_none_is_fine(String port, String managementPort) {
        environment.setProperty("server.port", port);
        environment.setProperty("management.server.port", managementPort);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void a_port_that_is_in_use_is_named_with_its_setting() {
        environment.setProperty("server.port", "8080");
        environment.setProperty("management.server.port", "8081");

        assertThat(analysis(new IllegalStateException(new PortInUseException(8081))))
                .satisfies(analysis -> {
                    assertThat(analysis.getDescription()).startsWith("Port 8081 is in use");
                    assertThat(analysis.getAction()).contains("set MANAGEMENT_SERVER_PORT to another port");
                });
        assertThat(analysis(new PortInUseException(8080)).getAction()).contains("set SERVER_PORT to another port");
    }

    private void check() {
        var check = new ManagementPortCheck();
        check.setEnvironment(environment);
        check.postProcessBeanFactory(new DefaultListableBeanFactory());
    }

    private FailureAnalysis analysis(Throwable failure) {
        var analysis = new PortFailureAnalyzer(environment).analyze(failure);
        assertThat(analysis).isNotNull();
        return analysis;
    }
}
