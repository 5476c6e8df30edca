package app.leeway.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Hands a request's JSON, one object or many, to a resource method as {@link Forms}. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, Forms.EVENT, Forms.EVENTS})
public class FormsReader implements MessageBodyReader<Forms> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
        return type == Forms.class;
    }

    @Override
    public Forms readFrom(
            Class<Forms> type,
            Type generic,
            Annotation[] notes,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return StrictJson.forms(body.readAllBytes());
    }
}
