package app.leeway.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a package stands in the house, declared on its {@code package-info}. {@code
 * ArchitectureTest} and {@code TablesTest} hold the code to it, and the map in {@code
 * docs/architecture.md} is generated from it.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.CLASS)
public @interface Room {

    /** A room depends on rooms of its own floor or below, never in a circle. */
    int floor();

    /** What it is for, in half a sentence of Markdown. */
    String purpose();

    /** Tables that belong to it. */
    String[] tables() default {};

    /** Tables of other rooms that its SQL names, each with the reason. */
    ForeignTable[] foreign() default {};

    /** A table that another room owns. */
    @Target({})
    @Retention(RetentionPolicy.CLASS)
    @interface ForeignTable {

        String table();

        /** What is read (or written, where it says so), and why not through the owner. */
        String why();
    }
}
