package app.leeway.support;

import org.jboss.arquillian.core.spi.LoadableExtension;

/** Makes the server ready that Arquillian carries tests into; found by the service loader. */
public final class ContainerExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(ContainerServer.class);
    }
}
