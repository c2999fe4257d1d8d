package dev.latchkey.common.client;

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

    /** The client of the request that this thread answers; {@link #NONE} if it answers none. */
    public static Client current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? new Client(
                        attributes.getRequest().getRemoteAddr(),
                        Device.of(attributes.getRequest().getHeader("User-Agent")))
                : NONE;
    }
}
