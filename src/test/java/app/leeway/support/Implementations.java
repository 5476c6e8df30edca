package app.leeway.support;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

/** Classes of the house that implement an interface, found on the class path. */
public final class Implementations {

    private Implementations() {}

    /**
     * One of each; none of classes inside tests.
     *
     * @param where the application's classes, or those of its tests
     */
    public static <T> List<T> of(Class<T> type, ImportOption where) {
        List<T> all = new ArrayList<>();
        for (JavaClass found :
                new ClassFileImporter().withImportOption(where).importPackages("app.leeway")) {
            if (found.isTopLevelClass() && !found.isInterface() && found.isAssignableTo(type)) {
                all.add(type.cast(one(found)));
            }
        }
        return all;
    }

    private static Object one(JavaClass type) {
        try {
            Constructor<?> constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " could not be made", e);
        }
    }
}
