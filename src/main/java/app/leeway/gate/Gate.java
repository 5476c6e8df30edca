package app.leeway.gate;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Puts the {@link Gatekeeper} before every web application.
 *
 * <p>Design notice: the application's own filters never see the addresses that Liberty answers by
 * itself ({@code /oidcclient}, {@code /metrics}), and each of those reads whatever it is sent into
 * memory. So this room is packed into a library of its own, and {@code http.xml} hands it to the
 * server as a BELL, which calls it for each application, whoever brought it.
 */
public final class Gate implements ServletContainerInitializer {

    private volatile String metricsToken = "";

    /** Called by the server with what {@code http.xml} gives, before any application starts. */
    public void updateBell(Map<String, String> properties) {
        metricsToken = properties.getOrDefault("metricsToken", "").strip();
    }

    @Override
    public void onStartup(Set<Class<?>> none, ServletContext application) {
        String root = application.getContextPath(); // here "/" for the product, elsewhere ""
        Gatekeeper keeper = new Gatekeeper(root.equals("/") ? "" : root, metricsToken);
        FilterRegistration.Dynamic filter = application.addFilter("gate", keeper);
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }
}
