package dev.latchkey.signin.page;

import dev.latchkey.account.branding.Branding;
import dev.latchkey.common.text.Language;
import dev.latchkey.signin.navigation.Destination;
import dev.latchkey.signin.navigation.PageLanguage;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.web.PlainPagePolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The model of every plain page. */
@ControllerAdvice(basePackageClasses = PageModel.class)
class PageModel {

    // HEAD renders the page as well, for its Content-Length
    private static final Set<String> SHOWING = Set.of("GET", "HEAD");

    private final PageNotes notes;
    private final PageLanguage language;
    private final MessageSource messages;
    private final Branding branding;

    PageModel(PageNotes notes, PageLanguage language, MessageSource messages, Branding branding) {
        this.notes = notes;
        this.language = language;
        this.messages = messages;
        this.branding = branding;
    }

    @ModelAttribute
    void prepare(
            Model model, HttpServletRequest request, HttpServletResponse response, CsrfToken token, Locale locale) {
        if (!SHOWING.contains(request.getMethod())) {
            return;
        }
        PlainPagePolicy.apply(response);
        // Now, because its cookie must be sent before the page
        token.getToken();
        language.remember(request, response);
        model.addAttribute(
                "organisation", branding.name().orElseGet(() -> messages.getMessage("app.name", null, locale)));
        branding.logo().ifPresent(logo -> model.addAttribute("logo", logo));
        model.addAttribute("destination", Destination.in(request).path());
        model.addAttribute("languages", languages(request, locale));
        model.addAttribute(
                NoteMessages.NAME,
                notes.take(request, response)
                        .map(note -> NoteMessages.of(note, messages, locale))
                        .orElse(NoteMessages.NONE));
    }

    private static List<LanguageLink> languages(HttpServletRequest request, Locale current) {
        var page = request.getRequestURI() + "?" + PageLanguage.PARAMETER + "=";
        return Arrays.stream(Language.values())
                .map(offered -> {
                    var tag = offered.locale().toLanguageTag();
                    return new LanguageLink(
                            tag,
                            name(offered),
                            Destination.in(request).after(page + tag),
                            offered == Language.of(current));
                })
                .toList();
    }

    private static String name(Language language) {
        return switch (language) {
            case ENGLISH -> "profile.language.english";
            case GERMAN -> "profile.language.german";
        };
    }

    /**
     * The link to the same page in another language.
     *
     * @param current whether it is the page's language
     */
    record LanguageLink(String tag, String nameKey, String address, boolean current) {}
}
