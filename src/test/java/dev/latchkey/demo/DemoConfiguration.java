package dev.latchkey.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** What the demo has beside the product: sample people and a page with everybody's mail. */
@TestConfiguration(proxyBeanMethods = false)
@Import({DemoData.class, MailboxController.class})
class DemoConfiguration {

    // A mail has styles of its own, and its pictures are in it
    private static final String MAIL = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'self'";

    @Bean
    MailSpool mailSpool(@Value("${demo.mail}") Path folder) throws IOException {
        return new MailSpool(folder);
    }

    @Bean
    @Order(1)
    SecurityFilterChain mailboxFilterChain(HttpSecurity http) {
        return http.securityMatcher("/demo/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(MAIL)))
                .build();
    }
}
