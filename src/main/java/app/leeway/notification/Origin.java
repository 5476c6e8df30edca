package app.leeway.notification;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

/** The address by which people reach the installation, without a path at its end. */
@ApplicationScoped
public class Origin {

    private String url;

    /** As the operator said. */
    public Origin() {}

    public Origin(String url) {
        this.url = url;
    }

    @PostConstruct
    void open() {
        url = ConfigProvider.getConfig().getValue("leeway.origin", String.class);
    }

    public String url() {
        return url;
    }
}
