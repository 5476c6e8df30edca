package app.leeway.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs inside the server. All of these are carried there at once, in one deployment of
 * the application as it was built: {@link InContainer} finds them by this.
 *
 * <p>They share the deployment and its database in no order that is known, so each says in the
 * company file, or adds to the tables, what it wants to find there.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ArquillianExtension.class, OneServer.class})
public @interface InsideTheServer {

    /** Fixtures, and beans that are not of the application, to be carried along. */
    Class<?>[] with() default {};

    /** Migrations for tables of such beans, among the resources of the tests. */
    String[] migrations() default {};
}
