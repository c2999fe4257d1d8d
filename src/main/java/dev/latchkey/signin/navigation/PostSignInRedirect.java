package dev.latchkey.signin.navigation;

import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * A redirect after a sign-in to another page than the requested one, which is kept here, in the session.
 *
 * @param destination the path of the requested page; that of the start page if there was none
 */
@NamedInterface("api")
public record PostSignInRedirect(Reason reason, String destination) implements Serializable {

    /** Why the sign-in did not lead there directly. */
    public enum Reason {
        /** The user should get their first recovery codes. */
        FIRST_RECOVERY_CODES(SignInPaths.FIRST_RECOVERY_CODES),
        /** A recovery code was used, so the user should set up their app again. */
        RECOVERY_CODE_USED(SignInPaths.PROFILE);

        private final String path;

        Reason(String path) {
            this.path = path;
        }
    }

    /** The redirect of this browser's sign-in, if it is that one and has not been ended. */
    public static Optional<PostSignInRedirect> current(Reason reason) {
        return current(VaadinServletRequest.getCurrent().getHttpServletRequest())
                .filter(redirect -> redirect.reason == reason);
    }

    /** Ends it, whatever its reason; returns the path to continue to. */
    public static String end() {
        return end(VaadinServletRequest.getCurrent().getHttpServletRequest());
    }

    /** Whether the sign-in of this browser has led to the first display of recovery codes. */
    public static boolean leadsToFirstRecoveryCodes(HttpServletRequest request) {
        return current(request)
                .filter(redirect -> redirect.reason == Reason.FIRST_RECOVERY_CODES)
                .isPresent();
    }

    /** Ends that first display; false if there is none. */
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

    /** Whether a specific page was requested, and not just the application. */
    public boolean leadsOn() {
        return !Destination.HOME.path().equals(destination);
    }

    /** Stores it in the session; returns the path to go to first. */
    public String begin(HttpServletRequest request) {
        request.getSession().setAttribute(PostSignInRedirect.class.getName(), this);
        return reason == Reason.FIRST_RECOVERY_CODES ? new Destination(destination).after(reason.path) : reason.path;
    }

    private static Optional<PostSignInRedirect> current(HttpServletRequest request) {
        return Optional.ofNullable(
                (PostSignInRedirect) request.getSession().getAttribute(PostSignInRedirect.class.getName()));
    }
}
