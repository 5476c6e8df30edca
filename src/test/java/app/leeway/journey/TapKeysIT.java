package app.leeway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.Visit;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whoever takes a tablet apart after its person signed out: every file that the browser wrote. */
class TapKeysIT {
    private static final String CUSTOMER = "Olof Bank";
    private static final String COMMENT = "kanariefagel-7731";
    private static final int KEY_BYTES = 32;

    /** Tells the test of every secret key that the page makes or takes, before the page has it. */
    private static final String TELL_KEYS =
            """
            (() => {
              const real = {};
              for (const name of ['generateKey', 'importKey', 'deriveKey', 'deriveBits', 'exportKey']) {
                real[name] = crypto.subtle[name].bind(crypto.subtle);
              }
              const base64 = (raw) => btoa(String.fromCharCode(...new Uint8Array(raw)));
              const tell = (raw, extractable) => window.tellKey?.(base64(raw), extractable);
              const halves = ({ d }) => Uint8Array.from(
                atob(d.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
              const hidden = async (raw, how, extractable, usages) => {
                await tell(raw, extractable);
                return real.importKey('raw', raw, how, extractable, usages);
              };
              SubtleCrypto.prototype.generateKey = async (how, extractable, usages) => {
                const key = await real.generateKey(how, true, usages);
                if (!key.privateKey) return hidden(await real.exportKey('raw', key), how, extractable, usages);
                const jwk = await real.exportKey('jwk', key.privateKey);
                await tell(halves(jwk), extractable);
                const privateKey = await real.importKey('jwk', { ...jwk, ext: extractable }, how, extractable, usages);
                return { publicKey: key.publicKey, privateKey };
              };
              SubtleCrypto.prototype.importKey = async (format, data, how, extractable, usages) => {
                if (format === 'raw') await tell(data, extractable);
                return real.importKey(format, data, how, extractable, usages);
              };
              SubtleCrypto.prototype.deriveKey = async (how, secret, kind, extractable, usages) => {
                const key = await real.deriveKey(how, secret, kind, true, usages);
                return hidden(await real.exportKey('raw', key), kind, extractable, usages);
              };
            })()
            """;

    /** Whatever is sealed with a key of this page, as iv and text. */
    private static final String SEALED_PIECES =
            """
            () => new Promise((resolve) => {
              const base64 = (raw) => btoa(String.fromCharCode(...new Uint8Array(raw)));
              const request = indexedDB.open('leeway-tap');
              request.onsuccess = () => {
                const stores = ['entries', 'things'];
                const reading = request.result.transaction(stores);
                const found = stores.map((name) => reading.objectStore(name).getAll());
                reading.oncomplete = () => resolve(found.flatMap((one) => one.result)
                  .map((one) => one.sealed ?? one).filter((one) => one?.iv)
                  .map(({ iv, data }) => [base64(iv), base64(data)]));
              };
            })
            """;

    @RegisterExtension static final Tablets TABLETS = new Tablets();

    @TempDir Path profile;

    /** A secret key as the page asked for it. */
    private record Key(byte[] raw, boolean extractable) {}

    private final List<Key> keys = new CopyOnWriteArrayList<>();

    @Test
    @SuppressWarnings("unchecked")
    void p7_after_signing_out_no_file_of_the_browser_holds_a_key_or_anything_to_read()
            throws SQLException, GeneralSecurityException {
        List<List<String>> sealed;
        String waits;
        try (Visit tablet = TABLETS.visitKeeping(profile).expecting("ERR_INTERNET_DISCONNECTED")) {
            tablet.context()
                    .exposeFunction(
                            "tellKey",
                            told -> {
                                keys.add(
                                        new Key(
                                                Base64.getDecoder().decode((String) told[0]),
                                                (Boolean) told[1]));
                                return null;
                            });
            tablet.context().addInitScript(TELL_KEYS);
            tablet.signIn("hedda", "/tap/sign-in");
            TapPage tap = new TapPage(tablet.page()).ready();
            goodwill(tablet.page(), tap).log().awaitMark("received");
            tablet.page().reload();
            tap.ready();
            tablet.context().setOffline(true);
            tap.kind("goodwill").amount(100);
            tablet.page().locator(".customer .chip:has-text('" + CUSTOMER + "')").click();
            tap.log().awaitMark("saved");
            waits = tap.logged();
            sealed = (List<List<String>>) tablet.page().evaluate(SEALED_PIECES);
            tap.tap("#settings");
            tablet.page().locator("#sign-out").click();
            tablet.page().locator("#door-waits").waitFor();
        }

        Map<Path, byte[]> files = filesOf(profile);
        assertThat(keys).isNotEmpty().noneMatch(Key::extractable);
        assertThat(sealed).isNotEmpty();
        assertThat(holding(files, waits.getBytes(StandardCharsets.US_ASCII)))
                .as("files are searched where entries lie")
                .isNotEmpty();
        for (String canary : List.of(CUSTOMER, COMMENT)) {
            for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                assertThat(holding(files, canary.getBytes(charset))).as(canary).isEmpty();
            }
        }
        for (Key key : keys) {
            for (byte[] form : formsOf(key.raw())) {
                assertThat(holding(files, form)).as("a key lies in the clear").isEmpty();
            }
        }
        assertThat(openedByAnything(sealed, files)).isEmpty();
        assertThat(KeptGestures.with(List.of(waits))).isEmpty();
    }

    private static TapPage goodwill(Page page, TapPage tap) {
        tap.kind("goodwill").amount(200).tap("#customer-find");
        page.locator("#find-field").fill("Olof");
        page.locator(".result").first().click();
        tap.tap("summary >> nth=1");
        page.locator("input[name=occasion]").fill(COMMENT);
        page.locator("input[name=occasion]").press("Tab");
        return tap;
    }

    private static List<byte[]> formsOf(byte[] raw) {
        Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
        return List.of(
                raw,
                Base64.getEncoder().withoutPadding().encode(raw),
                url.encode(raw),
                HexFormat.of().formatHex(raw).getBytes(StandardCharsets.US_ASCII));
    }

    private static Map<Path, byte[]> filesOf(Path folder) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static List<Path> holding(Map<Path, byte[]> files, byte[] wanted) {
        String text = new String(wanted, StandardCharsets.ISO_8859_1);
        return files.entrySet().stream()
                .filter(
                        file ->
                                new String(file.getValue(), StandardCharsets.ISO_8859_1)
                                        .contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Takes every 32 bytes that lie beside what is sealed for its key. */
    private static List<String> openedByAnything(List<List<String>> sealed, Map<Path, byte[]> files)
            throws GeneralSecurityException {
        List<String> smallest =
                sealed.stream().min((a, b) -> a.get(1).length() - b.get(1).length()).orElseThrow();
        byte[] iv = Base64.getDecoder().decode(smallest.get(0));
        byte[] text = Base64.getDecoder().decode(smallest.get(1));
        List<String> opened = new ArrayList<>();
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            if (!file.getKey().toString().contains("IndexedDB")) {
                continue;
            }
            byte[] bytes = file.getValue();
            for (int at = 0; at + KEY_BYTES <= bytes.length; at++) {
                if (opens(bytes, at, iv, text)) {
                    opened.add(file.getKey() + " at " + at);
                }
            }
        }
        return opened;
    }

    private static boolean opens(byte[] bytes, int at, byte[] iv, byte[] text)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(bytes, at, KEY_BYTES, "AES"),
                new GCMParameterSpec(128, iv));
        try {
            cipher.doFinal(text);
            return true;
        } catch (AEADBadTagException e) {
            return false;
        }
    }
}
