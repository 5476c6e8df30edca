package app.leeway.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the API says of itself, held against what it takes and answers. Every call of {@link
 * ApiClient} passes through here, so a wrong word in the document turns the tests red.
 */
public final class OpenApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDRESS = "https://leeway.example/openapi";
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final JsonSchemaFactory schemas;

    private OpenApiDocument(JsonNode document) {
        this.document = document;
        this.schemas =
                JsonSchemaFactory.getInstance(
                        VersionFlag.V202012,
                        factory ->
                                factory.schemaLoaders(
                                        loaders ->
                                                loaders.schemas(
                                                        Map.of(ADDRESS, document.toString()))));
    }

    /**
     * @param json the document as the server hands it out
     */
    public static OpenApiDocument of(String json) {
        try {
            return new OpenApiDocument(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the OpenAPI document is not JSON", e);
        }
    }

    /** As it stands among the resources. */
    public static OpenApiDocument written() {
        try (InputStream yaml =
                OpenApiDocument.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new OpenApiDocument(new ObjectMapper(new YAMLFactory()).readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole of it. */
    public String json() {
        return document.toString();
    }

    /** {@code GET /api/v1/me} and so on: all that is described. */
    public List<String> operations() {
        List<String> operations = new ArrayList<>();
        document.get("paths")
                .fields()
                .forEachRemaining(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        operations.add(
                                                                method.toUpperCase()
                                                                        + " "
                                                                        + path.getKey())));
        return operations;
    }

    /** What is wrong with a request that the server has taken; empty when it is as described. */
    public List<String> wrongInRequest(String method, String path, String mediaType, String body) {
        Optional<String> operation = operation(method, path);
        if (operation.isEmpty()) {
            return List.of(method + " " + path + " was taken and is not described");
        }
        String content = resolved(operation.get() + "/requestBody") + "/content";
        if (body == null || body.isEmpty()) {
            return List.of();
        }
        return wrongInContent(content, mediaType, body);
    }

    /** What is wrong with an answer; empty when it is as described. */
    public List<String> wrongInAnswer(
            String method, String path, int status, String mediaType, String body) {
        Optional<String> operation = operation(method, path);
        if (operation.isEmpty()) {
            return status >= 400
                    ? wrongInProblem(mediaType, body) // nobody promised that the address exists
                    : List.of(method + " " + path + " answers " + status + ", not described");
        }
        String responses = operation.get() + "/responses/";
        boolean named = !document.at(responses + status).isMissingNode();
        String response = resolved(responses + (named ? status : "default"));
        boolean errorAsSuccess = !named && status < 400;
        boolean silent = document.at(response + "/content").isMissingNode() && body.isEmpty();
        if (named && silent) {
            return List.of();
        }
        return errorAsSuccess
                ? List.of(method + " " + path + " answers " + status + ", not described")
                : wrongInContent(response + "/content", mediaType, body);
    }

    private List<String> wrongInProblem(String mediaType, String body) {
        return wrongInContent("/components/responses/Problem/content", mediaType, body);
    }

    private List<String> wrongInContent(String content, String mediaType, String body) {
        String type = mediaType == null ? "" : mediaType.split(";")[0].trim();
        String schema = content + "/" + escaped(type) + "/schema";
        if (document.at(schema).isMissingNode()) {
            return List.of("the media type '" + type + "' is not described at " + content);
        }
        if (!type.endsWith("json")) {
            return List.of();
        }
        try {
            Set<ValidationMessage> messages =
                    schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + schema), STRICT)
                            .validate(JSON.readTree(body));
            return messages.stream().map(ValidationMessage::getMessage).toList();
        } catch (JsonProcessingException e) {
            return List.of("not JSON: " + body);
        }
    }

    /** Fixed addresses win over those with a placeholder. */
    private Optional<String> operation(String method, String path) {
        String withoutQuery = path.split("\\?")[0];
        String found = null;
        for (Iterator<String> paths = document.get("paths").fieldNames(); paths.hasNext(); ) {
            String template = paths.next();
            boolean fits = withoutQuery.matches(template.replaceAll("\\{[^/]+}", "[^/]+"));
            if (fits && (found == null || found.contains("{"))) {
                found = template;
            }
        }
        String pointer = "/paths/" + escaped(String.valueOf(found)) + "/" + method.toLowerCase();
        return document.at(pointer).isMissingNode() ? Optional.empty() : Optional.of(pointer);
    }

    private String resolved(String pointer) {
        JsonNode reference = document.at(pointer).path("$ref");
        return reference.isMissingNode() ? pointer : resolved(reference.asText().substring(1));
    }

    private static String escaped(String part) {
        return part.replace("~", "~0").replace("/", "~1");
    }
}
