package app.leeway.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Hands a request's JSON to a resource method as a {@link Form}. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class FormReader implements MessageBodyReader<Form> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] notes, MediaType media) {
        return type == Form.class;
    }

    @Override
    public Form readFrom(
            Class<Form> type,
            Type generic,
            Annotation[] notes,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        return StrictJson.form(body);
    }
}
