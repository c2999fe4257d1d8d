package dev.latchkey.user.password.hash;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id, with its parameters in every hash, so that they can be increased without new passwords. Hashes of other servers are
 * checked and replaced at the next login.
 */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {

    private static final String ARGON2ID = "argon2id";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    // OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    PasswordEncoder passwordEncoder(MeterRegistry registry) {
        var own = new NormalizingPasswordEncoder(
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES));
        var hashes = new DelegatingPasswordEncoder(
                ARGON2ID, Map.of(ARGON2ID, own, ImportedHash.ID, new ImportedPasswordEncoder(MEMORY_KIB)));
        // Leaves one processor to everything else, if there is more than one per lane
        var atATime = Math.max(2, Runtime.getRuntime().availableProcessors() - 1);
        var known = atATime / 2;
        var metrics = new HashMetrics(registry);
        var bounded = new BoundedPasswordEncoder(hashes, atATime - known, known, PATIENCE, metrics);
        metrics.watch(bounded);
        return bounded;
    }
}
