package dev.latchkey.twofactor.transfer.run;

import dev.latchkey.common.client.Client;

/**
 * Whoever asked for what an import does now, and from where.
 *
 * @param actorId the administrator
 * @param clientAddress their IP address; empty if it is not known
 * @param clientBrowser the name of their browser; empty if it is not known
 * @param clientSystem the name of their operating system; empty if it is not known
 */
record ImportActor(long actorId, String clientAddress, String clientBrowser, String clientSystem) {

    /** The client that they asked from. */
    Client client() {
        return Client.of(clientAddress, clientBrowser, clientSystem);
    }
}
