package app.leeway.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.leeway.support.OpenApiDocument;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DescribedTest {

    @Test
    void P11_every_address_of_every_resource_is_described_and_no_other() {
        List<String> offered =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("app.leeway")
                                .stream()
                                .filter(type -> type.isAnnotatedWith(Path.class))
                                .flatMap(DescribedTest::operations)
                                .toList();

        assertThat(OpenApiDocument.written().operations())
                .containsExactlyInAnyOrderElementsOf(offered);
    }

    private static Stream<String> operations(JavaClass resource) {
        String base = Api.PATH + "/" + resource.getAnnotationOfType(Path.class).value();
        return resource.getMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .map(method -> verb(method) + " " + base + below(method));
    }

    private static String verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .filter(type -> type.isAnnotatedWith(HttpMethod.class))
                .map(type -> type.getAnnotationOfType(HttpMethod.class).value())
                .findFirst()
                .orElseThrow();
    }

    private static String below(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? "/" + method.getAnnotationOfType(Path.class).value()
                : "";
    }
}
