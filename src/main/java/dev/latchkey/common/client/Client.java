package dev.latchkey.common.client;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who sent a request.
 *
 * @param address the IP address as text; empty if there is no request
 */
public record Client(String address, Device device) {

    /** Nobody: a job, or somebody on the server. */
    public static final Client NONE = new Client("", new Device("", ""));

    private static final ThreadLocal<@Nullable Client> WORKED_FOR = new ThreadLocal<>();

    /**
     * The client for whom this thread works: whose request it answers, or who asked for the work of a job ({@link #run}).
     * {@link #NONE} if there is none.
     */
    public static Client current() {
        var asked = WORKED_FOR.get();
        if (asked != null) {
            return asked;
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? new Client(
                        attributes.getRequest().getRemoteAddr(),
                        Device.of(attributes.getRequest().getHeader("User-Agent")))
                : NONE;
    }

    /** A client as it was stored; each part is empty if it is unknown. */
    public static Client of(String address, String browser, String operatingSystem) {
        return new Client(address, new Device(browser, operatingSystem));
    }

    /** Works for this client, who asked for it in a request that has ended. */
    public void run(Runnable work) {
        var before = WORKED_FOR.get();
        WORKED_FOR.set(this);
        try {
            work.run();
        } finally {
            if (before == null) {
                WORKED_FOR.remove();
            } else {
                WORKED_FOR.set(before);
            }
        }
    }
}
