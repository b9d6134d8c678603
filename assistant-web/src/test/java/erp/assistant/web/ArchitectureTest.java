package erp.assistant.web;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

@AnalyzeClasses(packages = "erp.assistant", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final java.nio.file.Path DRAWING = java.nio.file.Path.of("../assistant-impl/docs/packages.puml");

    @ArchTest
    static final ArchRule packages_depend_as_drawn = classes()
            .should(adhereToPlantUmlDiagram(DRAWING, consideringOnlyDependenciesInDiagram()))
            .because("the drawing is what people read first");

    @ArchTest
    static final ArchRule every_package_is_drawn = classes()
            .should()
            .resideInAnyPackage(
                    "erp.assistant",
                    "erp.assistant.record",
                    "erp.assistant.record.annotated",
                    "erp.assistant.chat",
                    "erp.assistant.report",
                    "erp.assistant.evaluation",
                    "erp.assistant.web",
                    "erp.assistant.impl",
                    "erp.assistant.impl.config",
                    "erp.assistant.impl.fault",
                    "erp.assistant.impl.admission",
                    "erp.assistant.impl.record",
                    "erp.assistant.impl.mapping",
                    "erp.assistant.impl.lookup",
                    "erp.assistant.impl.prompt",
                    "erp.assistant.impl.privacy",
                    "erp.assistant.impl.sql",
                    "erp.assistant.impl.conversation",
                    "erp.assistant.impl.routing",
                    "erp.assistant.impl.cache",
                    "erp.assistant.impl.resilience",
                    "erp.assistant.impl.ledger",
                    "erp.assistant.impl.metrics",
                    "erp.assistant.impl.evaluation",
                    "erp.assistant.impl.provider",
                    "erp.assistant.impl.provider.anthropic",
                    "erp.assistant.impl.provider.openai",
                    "erp.assistant.impl.provider.offline")
            .because("a class outside the drawing would be ignored by its test");

    @ArchTest
    static final ArchRule the_api_brings_nothing_along = classes()
            .that()
            .resideInAnyPackage(
                    "erp.assistant",
                    "erp.assistant.record",
                    "erp.assistant.record.annotated",
                    "erp.assistant.chat",
                    "erp.assistant.report",
                    "erp.assistant.evaluation")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "erp.assistant",
                    "erp.assistant.record",
                    "erp.assistant.record.annotated",
                    "erp.assistant.chat",
                    "erp.assistant.report",
                    "erp.assistant.evaluation")
            .because("an ERP compiles its connector against assistant-api alone");

    @ArchTest
    static final ArchRule patience_is_written_in_one_package = methods()
            .that()
            .areAnnotatedWith(Retry.class)
            .or()
            .areAnnotatedWith(Timeout.class)
            .or()
            .areAnnotatedWith(CircuitBreaker.class)
            .or()
            .areAnnotatedWith(Fallback.class)
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("erp.assistant.impl.resilience")
            .because("class and method names are the admin's configuration keys");

    @ArchTest
    static final ArchRule every_resource_names_the_role_it_needs = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .because("what nobody was allowed is denied");

    @ArchTest
    static final ArchRule configuration_is_read_in_one_place = noClasses()
            .that(not(resideInAPackage("erp.assistant.impl.config")))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ConfigProvider.class, ConfigProperty.class)
            .because("every key has its default, meaning and check in one table");

    @ArchTest
    static final ArchRule only_adapters_speak_http = noClasses()
            .that(not(resideInAPackage("erp.assistant.impl.provider..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("what leaves the company leaves in one place");

    @ArchTest
    static final ArchRule the_http_clients_own_timeout_is_not_used = noClasses()
            .should()
            .callMethod(HttpRequest.Builder.class, "timeout", Duration.class)
            .because("from JDK 26 on it ends long answers, and before that it does not end silent ones");

    @ArchTest
    static final ArchRule nobody_sees_into_an_object = fields().that()
            .areNotStatic()
            .should()
            .notBePublic()
            .because("a bean with a public field stops the start (WELD-000075)");

    @ArchTest
    static final ArchRule time_is_handed_in = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .because("tests advance a clock, they do not wait; use the injected " + Clock.class.getName());
}
