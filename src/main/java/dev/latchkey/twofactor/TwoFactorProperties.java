package dev.latchkey.twofactor;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the second factor.
 *
 * @param keysetFile the Tink keyset that encrypts secrets
 * @param pendingSecretLife how long a secret waits for its first correct code
 */
@ConfigurationProperties("latchkey")
public record TwoFactorProperties(
        Path keysetFile, @DefaultValue("72h") Duration pendingSecretLife) {}
