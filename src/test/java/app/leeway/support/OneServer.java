package app.leeway.support;

import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.junit5.JUnitJupiterTestClassLifecycleManager;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * Arquillian's server runs on until the process has no tests left.
 *
 * <p>Design notice: where several processes share the tests, each is handed one class at a time,
 * and every class is a run of JUnit by itself. Arquillian keeps its server for a run, so it would
 * start one for each class. What it keeps is moved to where JUnit keeps things for all runs of the
 * process; it is found there, for whoever asks the store of a run asks that one next.
 */
final class OneServer implements BeforeAllCallback {

    // As Arquillian names them; it tells nobody.
    private static final Namespace ARQUILLIAN = Namespace.create("arquillianNamespace");
    private static final String MANAGER = "testRunnerManager";

    /** After Arquillian, which has started the server by now or found it. */
    @Override
    public void beforeAll(ExtensionContext context) {
        if (isInside(context)) {
            return;
        }
        Store ofProcess = context.getStore(StoreScope.LAUNCHER_SESSION, ARQUILLIAN);
        if (ofProcess.get(MANAGER) != null) {
            return;
        }
        Store ofRun = context.getRoot().getStore(ARQUILLIAN);
        Object manager = ofRun.remove(MANAGER, JUnitJupiterTestClassLifecycleManager.class);
        if (manager == null) {
            throw new IllegalStateException("Arquillian keeps its server elsewhere");
        }
        ofProcess.put(MANAGER, manager);
    }

    private static boolean isInside(ExtensionContext context) {
        return context.getConfigurationParameter(ArquillianExtension.RUNNING_INSIDE_ARQUILLIAN)
                .map(Boolean::parseBoolean)
                .orElse(false);
    }
}
