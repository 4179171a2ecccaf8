package vn.tiepdon.server.exchange.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Sockets with the certificates of the settings, or without TLS where there are none. */
final class Tls {

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private Tls() {}

    /** With a trust store, whoever connects must show a certificate that it leads to. */
    static ServerSocketFactory listening(Hl7Settings settings) throws IOException, GeneralSecurityException {
        if (settings.keystore().isEmpty()) {
            return ServerSocketFactory.getDefault();
        }
        return new Demanding(
                context(settings).getServerSocketFactory(),
                !settings.truststore().isEmpty());
    }

    /** Shows the listener's certificate to receivers that ask for one. */
    static SocketFactory connecting(Hl7Settings settings) throws IOException, GeneralSecurityException {
        return context(settings).getSocketFactory();
    }

    private static SSLContext context(Hl7Settings settings) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys(settings), trusted(settings), null);
        return context;
    }

    private static KeyManager[] keys(Hl7Settings settings) throws IOException, GeneralSecurityException {
        if (settings.keystore().isEmpty()) {
            return new KeyManager[0];
        }
        char[] password = settings.keystorePassword().toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(settings.keystore(), password), password);
        return keys.getKeyManagers();
    }

    private static TrustManager[] trusted(Hl7Settings settings) throws IOException, GeneralSecurityException {
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(
                settings.truststore().isEmpty()
                        ? null
                        : store(
                                settings.truststore(),
                                settings.truststorePassword().toCharArray()));
        return trusted.getTrustManagers();
    }

    private static KeyStore store(String file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            store.load(in, password);
        }
        return store;
    }

    private static final class Demanding extends ServerSocketFactory {

        private final SSLServerSocketFactory sockets;
        private final boolean demanding;

        Demanding(SSLServerSocketFactory sockets, boolean demanding) {
            this.sockets = sockets;
            this.demanding = demanding;
        }

        @Override
        public ServerSocket createServerSocket() throws IOException {
            return strict(sockets.createServerSocket());
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return strict(sockets.createServerSocket(port));
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return strict(sockets.createServerSocket(port, backlog));
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            return strict(sockets.createServerSocket(port, backlog, address));
        }

        private ServerSocket strict(ServerSocket socket) {
            SSLServerSocket secure = (SSLServerSocket) socket;
            secure.setEnabledProtocols(VERSIONS);
            secure.setNeedClientAuth(demanding);
            return secure;
        }
    }
}
