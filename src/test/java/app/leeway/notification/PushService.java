package app.leeway.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A push service and the browser behind it, as RFC 8030, 8291 and 8292 have them. */
public final class PushService implements AutoCloseable {

    /** What came in: headers by their names in lower case, and the body as the browser reads it. */
    public record Pushed(Map<String, String> headers, String text) {}

    public static final byte[] AUTH = "sixteen-bytes-16".getBytes(StandardCharsets.US_ASCII);

    public final List<Pushed> received = new CopyOnWriteArrayList<>();
    volatile int answer = 201;

    private final HttpServer server;
    private final KeyPair browser;

    public PushService() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        browser = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", this::take);
        server.start();
    }

    public String endpoint() {
        return "http://localhost:" + server.getAddress().getPort() + "/wp/abc";
    }

    /** The browser's public key, uncompressed. */
    public byte[] publicKey() {
        return raw((ECPublicKey) browser.getPublic());
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = new java.util.TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        try {
            checkVapid(headers.get("authorization"));
            received.add(new Pushed(headers, opened(body)));
            exchange.sendResponseHeaders(answer, -1);
        } catch (GeneralSecurityException | RuntimeException e) {
            received.add(new Pushed(headers, "unreadable: " + e));
            exchange.sendResponseHeaders(400, -1);
        }
        exchange.close();
    }

    /** RFC 8292: {@code vapid t=<JWT>, k=<key>}, for this origin, signed with that key. */
    private void checkVapid(String authorization) throws GeneralSecurityException {
        String[] parts = authorization.replace("vapid ", "").split(",\\s*");
        String token = parts[0].substring(2);
        byte[] key = Base64.getUrlDecoder().decode(parts[1].substring(2));
        int dot = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(point(key));
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        boolean ours =
                claims.contains("\"http://localhost:" + server.getAddress().getPort() + "\"");
        if (!ours || !signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)))) {
            throw new GeneralSecurityException("not signed for here: " + claims);
        }
    }

    /** RFC 8291 and 8188: salt, record size, the sender's key, then one sealed record. */
    private String opened(byte[] body) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(body);
        byte[] salt = take(in, 16);
        in.getInt();
        byte[] sender = take(in, in.get());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(browser.getPrivate());
        agreement.doPhase(point(sender), true);
        byte[] info =
                joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), publicKey(), sender);
        byte[] secret = derived(AUTH, agreement.generateSecret(), info, 32);
        byte[] key = derived(salt, secret, "Content-Encoding: aes128gcm\0".getBytes(), 16);
        byte[] nonce = derived(salt, secret, "Content-Encoding: nonce\0".getBytes(), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, nonce));
        byte[] plain = cipher.doFinal(take(in, in.remaining()));
        int end = plain.length - 1;
        while (plain[end] == 0) {
            end--;
        }
        return new String(plain, 0, end, StandardCharsets.UTF_8);
    }

    private static byte[] derived(byte[] salt, byte[] secret, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] first = hmac(hmac(salt, secret), joined(info, new byte[] {1}));
        return Arrays.copyOf(first, length);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    private static PublicKey point(byte[] raw) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(
                        new ECPublicKeySpec(
                                new ECPoint(
                                        new BigInteger(1, Arrays.copyOfRange(raw, 1, 33)),
                                        new BigInteger(1, Arrays.copyOfRange(raw, 33, 65))),
                                curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] raw(ECPublicKey key) {
        return joined(
                new byte[] {4}, padded(key.getW().getAffineX()), padded(key.getW().getAffineY()));
    }

    private static byte[] padded(BigInteger figure) {
        byte[] bytes = figure.toByteArray();
        byte[] out = new byte[32];
        int copied = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - copied, out, 32 - copied, copied);
        return out;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
