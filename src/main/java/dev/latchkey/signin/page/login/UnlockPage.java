package dev.latchkey.signin.page.login;

import dev.latchkey.signin.browser.KnownBrowserCookie;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.user.lockout.UnlockLink;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Gives a browser that followed a mailed link its own lane for some time, in which others' wrong passwords do not count. Viewing
 * the page does not use the link: mail scanners follow links, too.
 */
@Controller
class UnlockPage {

    private static final String PATH = SignInPaths.UNLOCK + "/{token}";

    private final UnlockLink link;
    private final KnownBrowserCookie browser;

    UnlockPage(UnlockLink link, KnownBrowserCookie browser) {
        this.link = link;
        this.browser = browser;
    }

    @GetMapping(PATH)
    String show(@PathVariable String token, Model model) {
        link.openTo(token).ifPresent(user -> model.addAttribute("user", user));
        return "page/unlock";
    }

    @PostMapping(PATH)
    String use(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        var user = link.use(token);
        user.ifPresent(whose -> browser.rememberByLink(request, response, whose));
        return "redirect:"
                + (user.isPresent() ? SignInPaths.LOGIN + "?unlocked" : SignInPaths.ofLink(SignInPaths.UNLOCK, token));
    }
}
