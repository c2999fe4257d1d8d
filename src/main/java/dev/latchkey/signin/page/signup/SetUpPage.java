package dev.latchkey.signin.page.signup;

import dev.latchkey.account.Organisation;
import dev.latchkey.common.text.Sentence;
import dev.latchkey.signin.navigation.PageNote;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.signin.page.password.NewPasswordForm;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.User;
import dev.latchkey.user.setup.AccountSetUp;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Creates the first administrator, for somebody with the link from the log. */
@Controller
class SetUpPage {

    private static final String PATH = SignInPaths.SET_UP + "/{token}";
    private static final String COMPANY = "companyName";
    private static final String NAME = "name";
    private static final String EMAIL = "email";

    private final AccountSetUp setUp;
    private final NewPasswordForm passwords;
    private final PageNotes notes;

    SetUpPage(AccountSetUp setUp, NewPasswordForm passwords, PageNotes notes) {
        this.setUp = setUp;
        this.passwords = passwords;
        this.notes = notes;
    }

    @GetMapping(PATH)
    String show(@PathVariable String token, Model model, Locale locale) {
        if (setUp.isOpen(token)) {
            model.addAttribute("passwordHint", passwords.hint(locale));
        }
        return "page/set-up";
    }

    @PostMapping(PATH)
    String found(
            @PathVariable String token,
            @RequestParam(name = COMPANY, defaultValue = "") String company,
            @RequestParam(name = NAME, defaultValue = "") String name,
            @RequestParam(name = EMAIL, defaultValue = "") String email,
            @RequestParam(name = NewPasswordForm.FIELD, defaultValue = "") String password,
            HttpServletResponse response) {
        var page = SignInPaths.ofLink(SignInPaths.SET_UP, token);
        if (!setUp.isOpen(token)) {
            return "redirect:" + page;
        }
        var address = EmailAddress.parse(email);
        var errors = errors(company.strip(), name.strip(), email, password);
        if (!errors.isEmpty() || address.isEmpty()) {
            notes.leave(
                    response,
                    PageNote.refused(page, errors)
                            .typed(COMPANY, company)
                            .typed(NAME, name)
                            .typed(EMAIL, email));
            return "redirect:" + page;
        }
        return setUp.found(token, company.strip(), address.get(), name.strip(), password)
                ? "redirect:" + SignInPaths.LOGIN + "?ready"
                : "redirect:" + page;
    }

    private Map<String, List<Sentence>> errors(String company, String name, String email, String password) {
        var errors = new HashMap<>(NameRule.errors(COMPANY, company, Organisation.NAME_LENGTH));
        errors.putAll(NameRule.errors(NAME, name, User.NAME_LENGTH));
        if (EmailAddress.parse(email).isEmpty()) {
            errors.put(EMAIL, List.of(Sentence.of("form.email-invalid")));
        }
        errors.putAll(passwords.errors(password, List.of(company, name, email)));
        return errors;
    }
}
