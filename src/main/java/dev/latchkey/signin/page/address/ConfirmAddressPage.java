package dev.latchkey.signin.page.address;

import dev.latchkey.common.text.Sentence;
import dev.latchkey.signin.navigation.PageNote;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.user.identity.AddressLinks;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Makes a change of address for the reader of the new mailbox. Viewing the page changes nothing: mail scanners follow links, too. It
 * names nobody but the new address, which may be mistyped.
 */
@Controller
class ConfirmAddressPage {

    private static final String PATH = SignInPaths.CONFIRM_ADDRESS + "/{token}";

    private final AddressLinks links;
    private final PageNotes notes;

    ConfirmAddressPage(AddressLinks links, PageNotes notes) {
        this.links = links;
        this.notes = notes;
    }

    @GetMapping(PATH)
    String show(@PathVariable String token, Model model) {
        links.openToConfirm(token).ifPresent(change -> {
            model.addAttribute("change", change);
            model.addAttribute("company", links.companyName());
        });
        return "page/confirm-address";
    }

    @PostMapping(PATH)
    String use(@PathVariable String token, HttpServletResponse response) {
        var page = SignInPaths.ofLink(SignInPaths.CONFIRM_ADDRESS, token);
        links.openToConfirm(token)
                .ifPresent(change -> notes.leave(
                        response,
                        links.confirm(token)
                                ? PageNote.done(page, Sentence.of("confirm-address.done", change.newEmail()))
                                : PageNote.refused(page, Sentence.of("confirm-address.refused"))));
        return "redirect:" + page;
    }
}
