package app.leeway.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the stack is started from: the project's own configuration, the peers' archive added to the
 * server, and the givers added to the realm.
 */
final class Stage {
    private static final int TOKEN_SECONDS = 7200;

    private final Path project;
    private final Path folder;

    /**
     * @param project whose configuration is copied
     * @param folder where everything is put
     */
    Stage(Path project, Path folder) {
        this.project = project;
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    void set(List<BenchCompany.Giver> givers) throws IOException {
        copy(project.resolve("liberty"), folder.resolve("liberty"));
        Path peers = PeerArchive.write(folder.resolve("peers.war"));
        Files.writeString(folder.resolve("liberty/includes/tests.xml"), PeerArchive.server(peers));
        ObjectMapper json = new ObjectMapper();
        ObjectNode realm =
                (ObjectNode)
                        json.readTree(project.resolve("realm-config/leeway-realm.json").toFile());
        realm.put("accessTokenLifespan", TOKEN_SECONDS);
        // Hundreds sign in at once; how hard a password is to guess is not measured here.
        realm.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        givers.forEach(giver -> realm.withArray("users").add(user(json, giver.user())));
        Path target = folder.resolve("realm-config/leeway-realm.json");
        Files.createDirectories(target.getParent());
        json.writeValue(target.toFile(), realm);
    }

    private static ObjectNode user(ObjectMapper json, String name) {
        ObjectNode user = json.createObjectNode();
        user.put("username", name)
                .put("firstName", name)
                .put("lastName", "Giver")
                .put("email", name + "@bench.example")
                .put("emailVerified", true)
                .put("enabled", true);
        user.putArray("realmRoles").add("staff");
        user.putArray("credentials").addObject().put("type", "password").put("value", name);
        return user;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
