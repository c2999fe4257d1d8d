package dev.latchkey.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Counts how often the application reckons a password hash, and how dear each was. */
public final class CountedHashes implements BeanPostProcessor {

    private final BlockingQueue<String> reckoned = new LinkedBlockingQueue<>();

    /** The parameters of each hash that a password was held against since this was last asked, in order. */
    public List<String> taken() {
        var taken = new ArrayList<String>();
        reckoned.drainTo(taken);
        return taken;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PasswordEncoder encoder ? new Counting(encoder) : bean;
    }

    private final class Counting implements PasswordEncoder {

        private final PasswordEncoder encoder;

        private Counting(PasswordEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            // All but salt and hash
            reckoned.add(Objects.requireNonNull(hash).replaceAll("\\$[^$]*\\$[^$]*$", ""));
            return encoder.matches(password, hash);
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return encoder.upgradeEncoding(hash);
        }
    }
}
