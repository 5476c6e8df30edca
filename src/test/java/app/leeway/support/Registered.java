package app.leeway.support;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.util.List;

/** What the features register for the container to find, found without one. */
public final class Registered {

    private static final JavaClasses APPLICATION =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("app.leeway");

    private Registered() {}

    /** All classes of the application that implement it. */
    public static List<Class<?>> implementing(Class<?> type) {
        return APPLICATION.stream()
                .filter(found -> found.isAssignableTo(type) && !found.isInterface())
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    /** One of each, with nothing injected. */
    public static <T> List<T> beans(Class<T> type) {
        return implementing(type).stream().map(found -> type.cast(made(found))).toList();
    }

    private static Object made(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }
}
