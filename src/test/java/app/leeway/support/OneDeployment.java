package app.leeway.support;

import java.util.List;
import org.jboss.arquillian.container.spi.client.deployment.Deployment;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.container.test.impl.client.deployment.event.GenerateDeployment;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.test.spi.annotation.ClassScoped;

/**
 * The first test class inside the server deploys for all: Arquillian would deploy for each, and
 * take it away after it. What stands goes with the server; what failed is taken away and tried
 * again by the next.
 */
public final class OneDeployment {

    @Inject @ClassScoped private InstanceProducer<DeploymentScenario> ofClass;

    private DeploymentScenario ofAll;

    /** What is deployed is packed once. */
    public void pack(@Observes EventContext<GenerateDeployment> asked) {
        if (stands()) {
            ofClass.set(ofAll);
            return;
        }
        asked.proceed();
        ofAll = ofClass.get();
    }

    /** It is not there yet. */
    public void deploy(@Observes EventContext<DeployManagedDeployments> asked) {
        if (!stands()) {
            asked.proceed();
        }
    }

    /** It did not get there whole. */
    public void takeAway(@Observes EventContext<UnDeployManagedDeployments> asked) {
        if (!stands()) {
            asked.proceed();
        }
    }

    private boolean stands() {
        if (ofAll == null) {
            return false;
        }
        List<Deployment> deployments = ofAll.managedDeploymentsInDeployOrder();
        return !deployments.isEmpty()
                && deployments.stream().allMatch(d -> d.isDeployed() && !d.hasDeploymentError());
    }
}
