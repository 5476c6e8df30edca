package app.leeway;

import app.leeway.shared.Room;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeMap;

/** The rooms of the house, as their packages declare them. */
final class Rooms {

    static final String HOUSE = "app.leeway.";

    /** By name. */
    static final Map<String, Room> ALL = declared();

    private Rooms() {}

    /** The room that a class lives in; empty outside the house. */
    static String of(JavaClass type) {
        String place = type.getPackageName();
        return place.startsWith(HOUSE) ? place.substring(HOUSE.length()).split("\\.")[0] : "";
    }

    private static Map<String, Room> declared() {
        Map<String, Room> rooms = new TreeMap<>();
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("app.leeway")
                        .stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .filter(type -> type.isAnnotatedWith(Room.class))
                        .forEach(type -> rooms.put(of(type), type.getAnnotationOfType(Room.class)));
        return rooms;
    }
}
