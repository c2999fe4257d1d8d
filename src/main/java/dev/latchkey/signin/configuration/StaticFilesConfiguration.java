package dev.latchkey.signin.configuration;

import dev.latchkey.signin.web.ResponseHeaders;
import dev.latchkey.signin.web.StaticFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;

/** Access to the files that everybody may load; {@link SecurityConfiguration} covers everything else. */
@Configuration(proxyBeanMethods = false)
class StaticFilesConfiguration {

    /** Files that are the same for everybody: without a session or a database query. */
    @Bean
    @Order(1)
    SecurityFilterChain filesForEverybody(HttpSecurity http, ResponseHeaders responseHeaders) {
        return http.securityMatcher(StaticFiles.PATHS)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(management -> management.disable())
                .headers(responseHeaders::configureStaticFiles)
                .build();
    }
}
