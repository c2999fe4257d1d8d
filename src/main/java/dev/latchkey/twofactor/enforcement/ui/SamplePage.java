package dev.latchkey.twofactor.enforcement.ui;

import dev.latchkey.account.PlannedStart;
import dev.latchkey.mail.rendering.MailPreview;
import dev.latchkey.twofactor.enforcement.EnforcementSample;
import dev.latchkey.user.access.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sample mail as a page of its own: a mail brings its styles with it, which no other page may do. */
@Controller
class SamplePage {

    static final String PATH = "access-management/authentication-settings/sample-mail";

    // Whatever a mail consists of, it runs nothing here, loads nothing and belongs to no site
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'unsafe-inline'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "sandbox");

    private final EnforcementSample sample;
    private final MailPreview preview;
    private final CurrentUser user;

    SamplePage(EnforcementSample sample, MailPreview preview, CurrentUser user) {
        this.sample = sample;
        this.preview = preview;
        this.user = user;
    }

    @GetMapping("/" + PATH)
    @ResponseBody
    String show(@RequestParam(name = "start", required = false) @Nullable Long start, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setContentType(new MediaType("text", "html", StandardCharsets.UTF_8).toString());
        return preview.html(
                sample.forReader(user.id(), Optional.ofNullable(start).map(PlannedStart::ofNumber)));
    }
}
