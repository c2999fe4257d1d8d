package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.twofactor.totp.TotpParameters;
import dev.latchkey.twofactor.totp.TotpSecret;
import org.springframework.modulith.NamedInterface;

/** The secret of an authenticator app that somebody uses at another server. */
@NamedInterface("api")
public record ImportedSecret(TotpSecret secret, TotpParameters parameters) {}
