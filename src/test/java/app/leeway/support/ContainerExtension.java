package app.leeway.support;

import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Makes the server ready that Arquillian carries tests into, and what it carries there; found by
 * the service loader.
 */
public final class ContainerExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(ContainerServer.class);
        builder.observer(OneDeployment.class);
        builder.service(DeploymentScenarioGenerator.class, InContainer.class);
    }
}
