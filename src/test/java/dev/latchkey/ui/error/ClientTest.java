package dev.latchkey.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Routes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LatchkeyTest
class ClientTest {

    @Autowired
    private Routes routes;

    /** Else the server changes addresses in a way that the bundle's client does not hear, and nothing says so. */
    @Test
    void the_server_knows_that_its_client_is_built_without_react() {
        assertThat(routes.service().getDeploymentConfiguration().isReactEnabled())
                .isFalse();
    }
}
