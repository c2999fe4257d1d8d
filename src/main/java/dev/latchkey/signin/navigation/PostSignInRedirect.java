package dev.latchkey.signin.navigation;

import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * What led a sign-in elsewhere than to the page that was asked for first; that page waits here, in the session.
 *
 * @param destination the path of the page that was asked for; that of the start page where none was
 */
@NamedInterface("api")
public record PostSignInRedirect(Reason reason, String destination) implements Serializable {

    /** Why it did not lead straight there. */
    public enum Reason {
        /** The user is owed their first recovery codes. */
        FIRST_RECOVERY_CODES(SignInPaths.FIRST_RECOVERY_CODES),
        /** A recovery code was used, so the user had better set up their app again. */
        RECOVERY_CODE_USED(SignInPaths.PROFILE);

        private final String path;

        Reason(String path) {
            this.path = path;
        }
    }

    /** The detour of this browser's sign-in, if it is that one and has not been ended. */
    public static Optional<PostSignInRedirect> current(Reason reason) {
        return current(VaadinServletRequest.getCurrent().getHttpServletRequest())
                .filter(detour -> detour.reason == reason);
    }

    /** Ends it, whatever it is; returns the path to go on to. */
    public static String end() {
        return end(VaadinServletRequest.getCurrent().getHttpServletRequest());
    }

    /** Whether the sign-in of this browser has led to the first look at recovery codes. */
    public static boolean leadsToFirstRecoveryCodes(HttpServletRequest request) {
        return current(request)
                .filter(detour -> detour.reason == Reason.FIRST_RECOVERY_CODES)
                .isPresent();
    }

    /** Ends that first look; false where there is none. */
    public static boolean endFirstRecoveryCodes(HttpServletRequest request) {
        var owed = leadsToFirstRecoveryCodes(request);
        if (owed) {
            end(request);
        }
        return owed;
    }

    private static String end(HttpServletRequest request) {
        var destination = current(request).map(PostSignInRedirect::destination).orElse(Destination.HOME.path());
        request.getSession().removeAttribute(PostSignInRedirect.class.getName());
        return destination;
    }

    /** Whether some page was asked for, and not just the application. */
    public boolean leadsOn() {
        return !Destination.HOME.path().equals(destination);
    }

    /** Notes it in the session; returns the path to go to first. */
    public String begin(HttpServletRequest request) {
        request.getSession().setAttribute(PostSignInRedirect.class.getName(), this);
        return reason == Reason.FIRST_RECOVERY_CODES ? new Destination(destination).after(reason.path) : reason.path;
    }

    private static Optional<PostSignInRedirect> current(HttpServletRequest request) {
        return Optional.ofNullable(
                (PostSignInRedirect) request.getSession().getAttribute(PostSignInRedirect.class.getName()));
    }
}
