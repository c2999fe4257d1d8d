package dev.latchkey.signin.page.address;

import dev.latchkey.common.text.Sentence;
import dev.latchkey.signin.navigation.PageNote;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.user.identity.AddressChange;
import dev.latchkey.user.identity.AddressLinks;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Cancels a change of address, or takes it back, for the reader of the old mailbox. Viewing the page changes nothing: mail scanners follow links, too. */
@Controller
class CancelAddressPage {

    private static final String PATH = SignInPaths.CANCEL_ADDRESS + "/{token}";

    private final AddressLinks links;
    private final PageNotes notes;

    CancelAddressPage(AddressLinks links, PageNotes notes) {
        this.links = links;
        this.notes = notes;
    }

    @GetMapping(PATH)
    String show(@PathVariable String token, Model model) {
        links.openToCancel(token).ifPresent(change -> model.addAttribute("change", change));
        return "page/cancel-address";
    }

    @PostMapping(PATH)
    String use(@PathVariable String token, HttpServletResponse response) {
        var page = SignInPaths.ofLink(SignInPaths.CANCEL_ADDRESS, token);
        links.openToCancel(token)
                .ifPresent(change -> notes.leave(
                        response,
                        links.cancel(token)
                                ? PageNote.done(page, done(change))
                                : PageNote.refused(page, Sentence.of("cancel-address.refused"))));
        return "redirect:" + page;
    }

    private static Sentence done(AddressChange change) {
        return Sentence.of(
                change.isMade() ? "cancel-address.done-taken-back" : "cancel-address.done", change.oldEmail());
    }
}
