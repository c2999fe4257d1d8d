package dev.latchkey.signin.web;

import dev.latchkey.account.branding.Branding;
import dev.latchkey.account.branding.Logo;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the organisation's logo to everybody, without a session and without a query. */
@Controller
class OrganisationLogo {

    private static final Duration KEPT = Duration.ofDays(365);

    private final Branding branding;

    OrganisationLogo(Branding branding) {
        this.branding = branding;
    }

    /** Kept by a browser only if it is the picture that was asked for: after a change, a node may not know the new one for seconds. */
    @GetMapping(Logo.PATH)
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        return branding.logo()
                .map(logo -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .eTag(logo.hash())
                        .cacheControl(
                                logo.hash().equals(request.getParameter("v"))
                                        ? CacheControl.maxAge(KEPT)
                                                .cachePublic()
                                                .immutable()
                                        : CacheControl.noCache())
                        .body(logo.png()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
