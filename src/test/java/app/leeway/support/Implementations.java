package app.leeway.support;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.Stream;

/** What registers itself by implementing an interface, found on the class path. */
public final class Implementations {

    private static final JavaClasses APPLICATION = classes(new ImportOption.DoNotIncludeTests());

    private Implementations() {}

    /** All classes of the application that implement it. */
    public static List<Class<?>> classesOf(Class<?> type) {
        return of(type, APPLICATION).<Class<?>>map(JavaClass::reflect).toList();
    }

    /** One of each that the application has, with nothing injected. */
    public static <T> List<T> of(Class<T> type) {
        return of(type, APPLICATION).map(found -> type.cast(made(found))).toList();
    }

    /** One of each that the tests have; none of classes inside tests. */
    public static <T> List<T> inTestsOf(Class<T> type) {
        return of(type, classes(new ImportOption.OnlyIncludeTests()))
                .filter(JavaClass::isTopLevelClass)
                .map(found -> type.cast(made(found)))
                .toList();
    }

    private static JavaClasses classes(ImportOption where) {
        return new ClassFileImporter().withImportOption(where).importPackages("app.leeway");
    }

    private static Stream<JavaClass> of(Class<?> type, JavaClasses classes) {
        return classes.stream().filter(found -> found.isAssignableTo(type) && !found.isInterface());
    }

    private static Object made(JavaClass type) {
        try {
            Constructor<?> constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " could not be made", e);
        }
    }
}
