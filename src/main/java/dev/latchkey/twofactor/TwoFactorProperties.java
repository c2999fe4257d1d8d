package dev.latchkey.twofactor;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the second factor.
 *
 * @param keysetFile the Tink keyset that encrypts secrets
 */
@ConfigurationProperties("latchkey")
record TwoFactorProperties(Path keysetFile) {}
