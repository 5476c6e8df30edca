package app.leeway.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The JSON interface; its resources stand beside the features they speak for. */
@ApplicationPath(Api.PATH)
public class Api extends Application {
    /** Where every resource lives. */
    public static final String PATH = "/api/v1";
}
