package dev.latchkey.twofactor;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the second factor.
 *
 * @param keysetFile the file with the keys that encrypt secrets, made once with {@code --create-keyset=FILE}
 * @param pendingSecretLife how long an emailed secret key waits for its first code
 */
@Validated
@ConfigurationProperties("latchkey")
public record TwoFactorProperties(
        @NotNull Path keysetFile,

        @DefaultValue("72h") @DurationMin(hours = 1) @DurationMax(days = 30)
        Duration pendingSecretLife) {}
