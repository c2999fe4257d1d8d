package dev.latchkey.signin.page.signup;

import dev.latchkey.common.text.Sentence;
import dev.latchkey.signin.completion.SignUpSignIn;
import dev.latchkey.signin.navigation.PageLanguage;
import dev.latchkey.signin.navigation.PageNote;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SessionRouting;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.signin.page.NoteMessages;
import dev.latchkey.signin.page.code.SecretText;
import dev.latchkey.signin.page.password.NewPasswordForm;
import dev.latchkey.twofactor.code.ui.CodeMessages;
import dev.latchkey.twofactor.signup.SignUp;
import dev.latchkey.twofactor.signup.SignUpResult;
import dev.latchkey.user.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs up an invited person, and signs them in with the last step. */
@Controller
class SignUpPage {

    private static final String PATH = SignInPaths.SIGN_UP + "/{token}";
    private static final String NAME = "name";

    private final SignUp signUp;
    private final SignUpSignIn signIn;
    private final NewPasswordForm passwords;
    private final PageLanguage language;
    private final PageNotes notes;
    private final SessionRouting routing;

    SignUpPage(
            SignUp signUp,
            SignUpSignIn signIn,
            NewPasswordForm passwords,
            PageLanguage language,
            PageNotes notes,
            SessionRouting routing) {
        this.signUp = signUp;
        this.signIn = signIn;
        this.passwords = passwords;
        this.language = language;
        this.notes = notes;
        this.routing = routing;
    }

    @GetMapping(PATH)
    String show(@PathVariable String token, Model model, HttpServletRequest request, Locale locale) {
        var address = signUp.invitedAddress(token);
        if (address.isEmpty()) {
            return "page/sign-up";
        }
        model.addAttribute("email", address.get());
        model.addAttribute("company", signUp.companyName());
        var pending = PendingSignUp.of(request, token);
        if (pending.isPresent()) {
            model.addAttribute("secret", SecretText.of(pending.get().proposed()));
            return "page/sign-up-code";
        }
        if (SessionRouting.isLost(request)) {
            return "page/session-lost";
        }
        model.addAttribute("passwordHint", passwords.hint(locale));
        if (model.getAttribute(NoteMessages.NAME) instanceof NoteMessages note) {
            model.addAttribute(NoteMessages.NAME, note.proposing(NAME, signUp.proposedName(token)));
        }
        return "page/sign-up";
    }

    @PostMapping(PATH)
    @Nullable
    String join(
            @PathVariable String token,
            @RequestParam(name = NAME, required = false) @Nullable String name,
            @RequestParam(name = NewPasswordForm.FIELD, defaultValue = "") String password,
            @RequestParam(name = SignInPaths.CODE_PARAMETER, required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        var pending = PendingSignUp.of(request, token);
        if (name != null) {
            return begin(token, name.strip(), password, request, response);
        }
        if (pending.isEmpty() || code == null) {
            return "redirect:" + (SessionRouting.isLost(request) ? SignInPaths.SESSION_LOST : page(token));
        }
        var given = pending.get();
        return conclude(
                token,
                signUp.joinWithCode(token, given.name(), given.password(), given.proposed(), code),
                given,
                request,
                response);
    }

    private @Nullable String begin(
            String token, String name, String password, HttpServletRequest request, HttpServletResponse response) {
        var address = signUp.invitedAddress(token);
        if (address.isEmpty()) {
            return "redirect:" + page(token);
        }
        var errors = errors(name, password, address.get());
        if (!errors.isEmpty()) {
            notes.leave(response, PageNote.refused(page(token), errors).typed(NAME, name));
            return "redirect:" + page(token);
        }
        signUp.recordLanguage(token, language.browserOf(request));
        var result = signUp.join(token, name, password);
        if (result instanceof SignUpResult.CodeNeeded(var proposed)) {
            new PendingSignUp(token, name, password, proposed).keepIn(request);
            routing.begin(request, response);
            return "redirect:" + page(token);
        }
        return conclude(token, result, null, request, response);
    }

    private Map<String, List<Sentence>> errors(String name, String password, String address) {
        var errors = new HashMap<>(NameRule.errors(NAME, name, User.NAME_LENGTH));
        errors.putAll(passwords.errors(password, List.of(name, address)));
        return errors;
    }

    private @Nullable String conclude(
            String token,
            SignUpResult result,
            @Nullable PendingSignUp pending,
            HttpServletRequest request,
            HttpServletResponse response) {
        switch (result) {
            case SignUpResult.Done(var userId) -> {
                signIn.signIn(userId, pending != null, request, response);
                return null;
            }
            case SignUpResult.CodeRefused(var reason) ->
                notes.leave(
                        response,
                        PageNote.refused(page(token), SignInPaths.CODE_PARAMETER, CodeMessages.refusal(reason)));
            case SignUpResult.CodeNeeded needed -> {}
            case SignUpResult.Closed() -> {}
        }
        return "redirect:" + page(token);
    }

    private static String page(String token) {
        return SignInPaths.ofLink(SignInPaths.SIGN_UP, token);
    }
}
