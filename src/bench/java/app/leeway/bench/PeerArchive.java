package app.leeway.bench;

import app.leeway.bench.peer.Done;
import app.leeway.bench.peer.EmptyResource;
import app.leeway.bench.peer.NaiveLockResource;
import app.leeway.bench.peer.PeerApplication;
import app.leeway.bench.peer.Sent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** The archive in which the peers are deployed, written from the classes as compiled. */
final class PeerArchive {
    private static final List<Class<?>> CLASSES =
            List.of(
                    PeerApplication.class,
                    EmptyResource.class,
                    NaiveLockResource.class,
                    Sent.class,
                    Sent.Cost.class,
                    Done.class);
    private static final String DESCRIPTOR =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.1">
              <security-constraint>
                <web-resource-collection>
                  <web-resource-name>all</web-resource-name>
                  <url-pattern>/*</url-pattern>
                </web-resource-collection>
                <auth-constraint><role-name>staff</role-name></auth-constraint>
              </security-constraint>
              <security-role><role-name>staff</role-name></security-role>
            </web-app>
            """;
    private static final String SERVER =
            """
            <server>
              <webApplication id="peers" location="%s" contextRoot="/peers">
                <application-bnd>
                  <security-role name="staff">
                    <group name="staff" access-id="group:${leeway.oidc.issuer}/staff"/>
                  </security-role>
                </application-bnd>
              </webApplication>
            </server>
            """;

    private PeerArchive() {}

    static Path write(Path war) throws IOException {
        Files.createDirectories(war.getParent());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(war))) {
            for (Class<?> type : CLASSES) {
                String name = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry("WEB-INF/classes/" + name));
                try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(jar);
                }
            }
            jar.putNextEntry(new JarEntry("WEB-INF/web.xml"));
            jar.write(DESCRIPTOR.getBytes(StandardCharsets.UTF_8));
        }
        return war;
    }

    /** An archive with nothing in it. */
    static Path writeEmpty(Path war) throws IOException {
        Files.createDirectories(war.getParent());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(war))) {
            jar.putNextEntry(new JarEntry("index.html"));
            jar.write("<!doctype html><title>Nothing</title>".getBytes(StandardCharsets.UTF_8));
        }
        return war;
    }

    /** What the server's configuration says of the archive. */
    static String server(Path war) {
        return SERVER.formatted(war);
    }
}
