package dev.latchkey.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** A factory of TLS sockets that the operator has set, such as that of an SSL bundle, whose sockets end with a {@link Deadline}. */
final class WatchedTlsFactory extends SSLSocketFactory {

    private final SSLSocketFactory factory;
    private final Deadline deadline;

    WatchedTlsFactory(SSLSocketFactory factory, Deadline deadline) {
        this.factory = factory;
        this.deadline = deadline;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        // Closing the one within ends a handshake, too
        return factory.createSocket(deadline.watch(plain), host, port, autoClose);
    }

    @Override
    public Socket createSocket() throws IOException {
        return deadline.watch(factory.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return deadline.watch(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return deadline.watch(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return deadline.watch(factory.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return deadline.watch(factory.createSocket(host, port, localHost, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }
}
